"""Dates and times as a cell's number format shows them, with Thai names of months."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from schemas.vocabulary import load, vocabulary_cache

DATE_LETTERS = frozenset("dDmMyYbBhHsS")
_EPOCH_1900 = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_FALSE_LEAP_DAY = 60
"""Serial number of 29 February 1900, which Excel counts and the calendar does not have."""
_SECONDS_PER_DAY = 86_400
_BUDDHIST_ERA = 543
_BUDDHIST_CALENDAR = re.compile(r"\[\$[^\]-]*-[0-9A-Fa-f]*07[0-9A-Fa-f]{4}\]")
"""The calendar is the third byte from the right of a locale: "[$-107041E]" is Thai, Buddhist era."""
_DAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_RUN = re.compile(r"(.)\1*", re.DOTALL | re.IGNORECASE)


def shown_date(serial: Decimal, tokens: Sequence[str], from_1904: bool) -> str | None:
    """The text of a date that is stored as `serial` days; None where there is no such date."""
    moment = _moment(serial, from_1904)
    if moment is None:
        return None
    buddhist = any(_BUDDHIST_CALENDAR.fullmatch(token) for token in tokens)
    parts = list(_parts(tokens))
    texts = [_part(part, parts, index, moment, buddhist) for index, part in enumerate(parts)]
    return " ".join("".join(texts).split())


def _moment(serial: Decimal, from_1904: bool) -> datetime | None:
    days = float(serial)
    epoch = _EPOCH_1904 if from_1904 else _EPOCH_1900
    if not from_1904 and days < _FALSE_LEAP_DAY:
        days += 1
    try:
        return epoch + timedelta(seconds=round(days * _SECONDS_PER_DAY))
    except OverflowError:
        return None


def _parts(tokens: Sequence[str]) -> Iterator[str]:
    """Runs of one letter ("mmm"), and literals in quotes."""
    letters = ""
    for token in tokens:
        if len(token) == 1 and (not letters or token.lower() == letters[0].lower()):
            letters += token
            continue
        if letters:
            yield letters
        letters = token if len(token) == 1 else ""
        if len(token) > 1:
            yield token
    if letters:
        yield letters


def _part(part: str, parts: Sequence[str], index: int, moment: datetime, buddhist: bool) -> str:
    letter = part[0].lower()
    if part[0] in '"\\':
        return part.strip('"\\')
    if part[0] in "[_*" or part.upper() in ("AM/PM", "A/P"):
        return ""
    if letter == "m" and len(part) < 3 and _is_of_minutes(parts, index):
        return f"{moment.minute:0{len(part)}d}"
    if letter in "yb":
        return _year(moment.year + (_BUDDHIST_ERA if buddhist or letter == "b" else 0), len(part))
    if part == "-" and "mmm" in "".join(parts).lower():
        return " "  # "ต.ค.-65" means "ต.ค. 65"
    show = _SHOWN.get(letter)
    return show(moment, len(part)) if show and len(set(part.lower())) == 1 else part


def _is_of_minutes(parts: Sequence[str], index: int) -> bool:
    """Whether an "m" stands behind hours or before seconds."""
    letters = [part.strip("[]")[:1].lower() for part in parts]
    before = next((letter for letter in reversed(letters[:index]) if letter in ("h", "d", "y", "s")), "")
    after = next((letter for letter in letters[index + 1 :] if letter in ("h", "d", "y", "b", "s")), "")
    return before == "h" or after == "s"


def _year(year: int, letters: int) -> str:
    return f"{year % 100:02d}" if letters <= 2 else f"{year}"


def _day(moment: datetime, letters: int) -> str:
    return f"{moment.day:0{letters}d}" if letters <= 2 else _DAYS[moment.weekday()]


def _clock(count: int, letters: int) -> str:
    return f"{count:0{min(letters, 2)}d}"


def _month(moment: datetime, letters: int) -> str:
    if letters <= 2:
        return f"{moment.month:0{letters}d}"
    return _months()[moment.month]["abbreviation" if letters == 3 else "name"]


@vocabulary_cache()
def _months() -> dict[int, dict[str, str]]:
    return {month["number"]: month for month in load("months")["month"]}


_SHOWN: dict[str, Callable[[datetime, int], str]] = {
    "d": _day,
    "m": _month,
    "h": lambda moment, letters: _clock(moment.hour, letters),
    "s": lambda moment, letters: _clock(moment.second, letters),
}
