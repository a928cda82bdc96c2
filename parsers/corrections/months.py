"""Months as a person types them: "ต.ค.-ธ.ค.", "ตุลาคม ถึง มกราคม", "ไตรมาสที่ 2", "10-12", "ตลอดปี"."""

import re

from parsers.thai import normalize_text, read_period
from schemas.plan import FISCAL_MONTHS

_NO_MONTHS = frozenset({"-", "ไม่มี"})
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s*และ\s*")
_NUMBERED = re.compile(r"(1[0-2]|0?[1-9])(?:\s*(?:-|–|—|ถึง)\s*(1[0-2]|0?[1-9]))?")


def read_months(text: str) -> tuple[int, ...] | None:
    """The calendar months in fiscal order that `text` names, as the time of a project is read, or by their numbers.

    () for a dash; None where any part of it is no month, or a range runs from September over into October.
    """
    line = normalize_text(text)
    if line in _NO_MONTHS:
        return ()
    named: set[int] = set()
    for part in _BETWEEN.split(line):
        run = _numbered(part) or read_period(part)
        if run is None:
            return None
        named.update(run)
    return tuple(month for month in FISCAL_MONTHS if month in named)


def _numbered(part: str) -> tuple[int, ...]:
    """The months of "10" and "10-12"; none for anything else."""
    match = _NUMBERED.fullmatch(part)
    if match is None:
        return ()
    first, last = (FISCAL_MONTHS.index(int(number)) for number in (match[1], match[2] or match[1]))
    return FISCAL_MONTHS[first : last + 1]
