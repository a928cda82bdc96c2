"""Months, years and editions as officers write them. Years are of the Buddhist era."""

import re

from parsers.thai.joining import normalize_text
from parsers.thai.numerals import to_arabic
from schemas.vocabulary import load, vocabulary_cache

_CACHED_TEXTS = 4096
FIRST_YEAR_BE, LAST_YEAR_BE = 2540, 2600
_CENTURY_BE = 2500

_NOT_LETTERS = re.compile(r"[\s.\u200b]+")
_TRAILING_YEAR = re.compile(r"(?:ปี|พศ)?(?:25)?\d{2}$")

_YEAR = re.compile(r"(?<!\d)(?<!\d[,./])(25[4-9]\d|2600)(?![\d]|,\d|/\d)")
_DASH = r"\s*(?:-|–|—|−|ถึง|~)\s*"
_PREFIX = r"(?:ปี\s*)?(?:พ\s*\.?\s*ศ\s*\.?\s*)?"
_FULL = r"(?<![\d,/])(25[4-9]\d|2600)"
_RANGE = re.compile(rf"{_FULL}{_DASH}{_PREFIX}(25[4-9]\d|2600|\d{{2}})(?!\d|,\d|\s*/)")
_SHORT_RANGE = re.compile(rf"(?:ปี|พ\s*\.\s*ศ\s*\.)\s*(\d{{2}}){_DASH}{_PREFIX}(\d{{2}})(?!\d|,\d)")


@vocabulary_cache()
def _months() -> dict[str, int]:
    """Every spelling without dots and spaces, and its month."""
    spellings: dict[str, int] = {}
    for month in load("months")["month"]:
        for name in (month["name"], month["abbreviation"], *month["variants"]):
            spellings[_NOT_LETTERS.sub("", name)] = month["number"]
    return spellings


@vocabulary_cache()
def _short_year() -> re.Pattern[str]:
    """A year of two digits, which needs ปี, พ.ศ. or a month before it."""
    names = {name for month in load("months")["month"] for name in (month["name"], month["abbreviation"])}
    by_length = sorted(names, key=len, reverse=True)
    months = "|".join(re.escape(name).replace(r"\.", r"\s?\.?\s?") for name in by_length)
    return re.compile(rf"(?:ปี(?:งบประมาณ)?|พ\s?\.\s?ศ\s?\.?|{months})\s*([4-9]\d)(?![\d,./%])")


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def read_month(text: str) -> int | None:
    """The calendar month (1-12) that `text` names in any spelling, a year behind it or not; else None."""
    letters = _NOT_LETTERS.sub("", to_arabic(text))
    if not letters:
        return None
    months = _months()
    return months.get(letters) or months.get(_TRAILING_YEAR.sub("", letters).removeprefix("เดือน"))


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def read_years(text: str) -> tuple[int, ...]:
    """The years (2540-2600) that `text` names, in its order, each once.

    Two digits count only behind ปี, พ.ศ. or a month ("ก.ย. 66") and in a range ("2566-70").
    """
    line = normalize_text(text)
    if not any(letter.isdigit() for letter in line):
        return ()
    found = [(match.start(1), int(match[1])) for match in _YEAR.finditer(line)]
    found += [(match.start(1), _CENTURY_BE + int(match[1])) for match in _short_year().finditer(line)]
    years = [year for _, year in sorted(found)]
    return tuple(dict.fromkeys(year for year in years if FIRST_YEAR_BE <= year <= LAST_YEAR_BE))


def read_year_range(text: str) -> tuple[int, int] | None:
    """The first and last year of the first range in `text` ("พ.ศ. 2566 – 2570"); None without one.

    A range that does not go forward in time is none.
    """
    line = normalize_text(text)
    for pattern in (_RANGE, _SHORT_RANGE):
        if match := pattern.search(line):
            first, last = (int(year) for year in match.groups())
            first = first if first > 99 else _CENTURY_BE + first
            last = last if last > 99 else _CENTURY_BE + last
            return (first, last) if first < last else None
    return None


# "แก้ไขครั้งที่ 2/2568", "เพิ่มเติมและเปลี่ยนแปลง ครั้งที่ 1 พ.ศ. 2566".
_ACTION = r"(?:เพิ่มเติม|เปลี่ยนแปลง|แก้ไข|ทบทวน)"
_ACTIONS = rf"(?:ฉบับ\s?)?(?:(?:ที่\s)?{_ACTION}(?:\s?(?:และ|หรือ|,|/)?\s?{_ACTION})*)"
_COUNT = (
    r"\s?(\d{1,2})"
    r"(?:\s?/\s?(?:พ\.ศ\.\s?)?(\d{4})|(?:\s?,)?\s?(?:ประจำ)?(?:ปี\s?)?(?:พ\.ศ\.)\s?(\d{4}))?"
)
_EDITION = re.compile(rf"({_ACTIONS})\s?ครั้งที่{_COUNT}")
# ฉบับที่ is said of laws as well ("ที่แก้ไขเพิ่มเติม (ฉบับที่ 3) พ.ศ. 2561"), so that it counts only in a plan's title, or
# where nothing else stands in the line.
_ISSUE = re.compile(rf"(?<!ที่)({_ACTIONS})\s?ฉบับที่{_COUNT}")
_WITHOUT_COUNT = re.compile(rf"(?:[)]\s?)?[()]\s?((?:ฉบับ\s?)?{_ACTION}(?:\s?และ\s?{_ACTION})*)\s?[)]?$")
_PLAN_TITLE = re.compile(r"(?:แผนการดำเนินงาน|แผนดำเนินงาน|แผนพัฒนา).*\d{4}")
_LAWS = re.compile("ระเบียบ|พระราชบัญญัติ|พ\\.ร\\.บ|กฎกระทรวง|ประกาศกระทรวง|ประกาศคณะกรรมการ|หนังสือ|ที่(?:ได้)?แก้ไข")


def read_edition(text: str) -> str | None:
    """The edition that `text` names, such as "แก้ไขครั้งที่ 2/2568", "ฉบับแก้ไขเพิ่มเติม ครั้งที่ 1 พ.ศ. 2566" or
    "เพิ่มเติม ฉบับที่ 1"; behind a plan's title also one without a number, "ฉบับทบทวน".

    A year behind a slash loses its spaces; the words stay as printed, with a space before ครั้งที่ only where
    one was printed. None for text that names no edition.
    """
    line = normalize_text(text)
    match = _EDITION.search(line) or _issue(line)
    if match is None:
        uncounted = _WITHOUT_COUNT.search(line) if _is_plan_title(line) else None
        return uncounted[1] if uncounted else None
    words, number, slashed, dated = match.groups()
    middle = line[match.end(1) : match.start(2)].rstrip()
    year = f"/{slashed}" if slashed else f" พ.ศ. {dated}" if dated else ""
    return f"{words}{middle} {number}{year}"


def _issue(line: str) -> re.Match[str] | None:
    found = _ISSUE.search(line)
    if found and (_is_plan_title(line) or line.strip("( )") == found[0]):
        return found
    return None


def _is_plan_title(line: str) -> bool:
    return _PLAN_TITLE.search(line) is not None and _LAWS.search(line) is None
