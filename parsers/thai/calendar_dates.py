"""Days as officers write them: "30 กันยายน 2566", "วันที่ ๓๐ เดือน ก.ย. พ.ศ. ๒๕๖๖", "30/9/2566"; or ISO's."""

import re
from datetime import date

from parsers.thai.dates import read_month
from parsers.thai.joining import normalize_text
from parsers.thai.numerals import to_arabic

_BE_OFFSET = 543  # years of the Buddhist era are so many more than those of the common era
_LEAST_YEAR_BE = 2400
_CENTURY_BE = 2500
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_WORDS = re.compile(
    r"(?:ณ\s*)?(?:วันที่)?\s*(?P<day>\d{1,2})\s*(?:เดือน)?\s*(?P<month>[ก-๙.\s]+?)\s*(?:พ\s*\.?\s*ศ\s*\.?)?\s*(?P<year>\d{4}|\d{2})"
)


def read_date(text: str) -> date | None:
    """The day that `text` names, its year of the Buddhist or the common era; None where it names none.

    Two digits are a year of the Buddhist era, as in "30 ก.ย. 66".
    """
    plain = to_arabic(normalize_text(text))
    for pattern in (_ISO, _NUMBERS, _WORDS):
        match = pattern.fullmatch(plain)
        if match:
            return _date(match["year"], match["month"], match["day"])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else read_month(month)
    if number is None:
        return None
    try:
        return date(_common_era(int(year)), number, int(day))
    except ValueError:
        return None


def _common_era(year: int) -> int:
    if year < 100:
        return year + _CENTURY_BE - _BE_OFFSET
    return year - _BE_OFFSET if year >= _LEAST_YEAR_BE else year
