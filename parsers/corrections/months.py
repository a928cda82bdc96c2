"""Months as a person types them: "ต.ค.-ธ.ค.", "ตุลาคม ถึง มกราคม", "ต.ค., พ.ย.", "ตลอดปี"."""

import re

from parsers.thai import normalize_text, read_month
from schemas.plan import FISCAL_MONTHS

_WHOLE_YEAR = frozenset({"ตลอดปี", "ทั้งปี", "ตลอดปีงบประมาณ", "ทั้งปีงบประมาณ", "ทุกเดือน"})
_NO_MONTHS = frozenset({"-", "ไม่มี"})
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s*และ\s*")
_TO = re.compile(r"\s*(?:-|–|—|ถึง)\s*")
_LAST_MONTH = 12


def read_months(text: str) -> tuple[int, ...] | None:
    """The calendar months in fiscal order that `text` names, one by one or as ranges within a fiscal year.

    () for a dash; None where any part of it is no month, or a range runs from September over into October.
    """
    line = normalize_text(text)
    if line.replace(" ", "") in _WHOLE_YEAR:
        return FISCAL_MONTHS
    if line in _NO_MONTHS:
        return ()
    named: set[int] = set()
    for part in _BETWEEN.split(line):
        run = _run(part)
        if run is None:
            return None
        named.update(run)
    return tuple(month for month in FISCAL_MONTHS if month in named)


def _run(part: str) -> tuple[int, ...] | None:
    ends = [_month(word) for word in _TO.split(part)]
    if None in ends or len(ends) > 2:
        return None
    first, last = (FISCAL_MONTHS.index(month) for month in (ends[0], ends[-1]) if month is not None)
    return FISCAL_MONTHS[first : last + 1] if first <= last else None


def _month(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= _LAST_MONTH else None
    return read_month(word)
