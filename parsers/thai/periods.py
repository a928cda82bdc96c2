"""The time of a project in words: "ม.ค. 2566 - มี.ค. 2566", "ต.ค. 65 – ก.ย. 66", "ไตรมาสที่ 2", "ตลอดปีงบประมาณ"."""

import re

from parsers.thai.dates import read_month
from parsers.thai.joining import normalize_text
from schemas.plan import FISCAL_MONTHS
from schemas.vocabulary import vocabulary_cache

_WHOLE_YEAR = re.compile(r"(?:ตลอด|ทั้ง)ปี(?:งบประมาณ)?(?:พศ)?\d*|ทุกเดือน|ตลอดทั้งปี|(?:ระยะเวลา)?12เดือน")
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s*และ\s*")
_TO = re.compile(r"\s*(?:-|–|—|ถึง)\s*(?:เดือน\s*)?")
_QUARTER = re.compile(r"(?:ใน)?ไตรมาส(?:ที่)?\s*([1-4])(?:\s*(?:-|–|ถึง)\s*([1-4]))?")
_BEFORE_MONTH = re.compile(
    r"^(?:ใน|ช่วง|ระหว่าง|ประจำ)*(?:เดือน)?\s*(?:วันที่\s*)?(?:\d{1,2}\s+|\d{1,2}(?=[ก-ฮ]))?"
)
_MONTHS_OF_A_QUARTER = 3


@vocabulary_cache(maxsize=4096)
def read_period(text: str) -> tuple[int, ...] | None:
    """The calendar months in fiscal order that `text` names, one by one, as ranges or quarters of a fiscal year.

    None where a part of it is no month, or where a range runs from September over into October.
    """
    line = normalize_text(text)
    if _WHOLE_YEAR.fullmatch(re.sub(r"[\s.]", "", line)):
        return FISCAL_MONTHS
    named: set[int] = set()
    for part in _BETWEEN.split(line):
        months = _quarters(part) or _run(part)
        if months is None:
            return None
        named.update(months)
    return tuple(month for month in FISCAL_MONTHS if month in named)


def _quarters(part: str) -> tuple[int, ...]:
    match = _QUARTER.fullmatch(part)
    if match is None:
        return ()
    first, last = int(match[1]), int(match[2] or match[1])
    return FISCAL_MONTHS[(first - 1) * _MONTHS_OF_A_QUARTER : last * _MONTHS_OF_A_QUARTER]


def _run(part: str) -> tuple[int, ...] | None:
    ends = [read_month(_BEFORE_MONTH.sub("", word.strip())) for word in _TO.split(part)]
    if None in ends or len(ends) > 2:
        return None
    first, last = (FISCAL_MONTHS.index(month) for month in (ends[0], ends[-1]) if month is not None)
    return FISCAL_MONTHS[first : last + 1] if first <= last else None
