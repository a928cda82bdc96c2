"""The years that a text names, and what the words around each say it is (schemas/vocabularies/years.toml)."""

import re
from collections.abc import Iterator

from parsers.thai.alternatives import any_of
from parsers.thai.dates import read_month
from parsers.thai.letters import THAI_LETTERS
from parsers.thai.numerals import to_arabic
from schemas.rules.language import YearKind, YearMention
from schemas.vocabulary import load, vocabulary_cache

_CACHED_TEXTS = 8192
_CENTURY_BE = 2500
_WORDS_REACH = 48
"""So many letters before a year are looked at for the words that lead to it."""

_BE = r"(?:พ\s?\.\s?ศ\s?\.?|พศ\.?)"
_FULL = re.compile(r"(?<!\d)(?<!\d[,.])(2[45]\d\d|2600)(?!\d|,\d|\.\d)")
_SHORT = r"([4-9]\d)(?![\d,/%]|\.\d|\s?(?:ปี|คน|บาท|เมตร|วัน|ราย))"
_ERA_BEFORE = re.compile(rf"{_BE}\s*$")
_DASH = r"\s*(?:-|–|—|−|ถึง|~)\s*"
_SPAN = re.compile(
    rf"(?<!\d)(?<!\d[,.])(2[45]\d\d){_DASH}(?:ปี\s*)?(?:{_BE}\s*)?(2[45]\d\d|[4-9]\d)(?!\d|,\d|\.\d)"
)
_SERIAL_BEFORE = re.compile(rf"\d\s?/\s?(?:{_BE}\s?)?$")
_DAY_BEFORE = re.compile(r"(?<!\d)(?:[12]?\d|3[01])\s*(?:เดือน)?\s*$")
_LAST_WORD = re.compile(f"[{THAI_LETTERS}.]+$")


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def year_mentions(text: str) -> tuple[YearMention, ...]:
    """The years of the Buddhist era in `text`, left to right, each with its kind and its digits' place.

    Four digits (2400 to 2600) count wherever no comma or decimal says otherwise; two digits only behind a
    word for a year, a month or พ.ศ. Digits may be Thai or Arabic.
    """
    line = to_arabic(text)
    if not any(letter.isdigit() for letter in line):
        return ()
    spans = _spans(line)
    found: list[YearMention] = []
    for start, end in sorted({*_full_years(line), *_short_years(line), *spans}):
        before = found[-1] if found else None
        kind, month = ("span", None) if (start, end) in spans else _kind(line, start, before)
        digits = int(line[start:end])
        year = digits if digits > _CENTURY_BE // 10 else _CENTURY_BE + digits
        found.append(YearMention(year=year, start=start, end=end, kind=kind, month=month))
    return tuple(found)


def _spans(line: str) -> set[tuple[int, int]]:
    return {match.span(group) for match in _SPAN.finditer(line) for group in (1, 2)}


def _full_years(line: str) -> Iterator[tuple[int, int]]:
    """Places of four digits that are no count of things."""
    for match in _FULL.finditer(line):
        rest = line[match.end() :].lstrip()
        led = _ERA_BEFORE.search(line, 0, match.start()) or _leads(line[: match.start()]) is not None
        if led or not rest.startswith(tuple(load("years")["counted"])):
            yield match.span(1)


def _short_years(line: str) -> Iterator[tuple[int, int]]:
    for match in _short_year().finditer(line):
        yield match.span(1)


@vocabulary_cache()
def _short_year() -> re.Pattern[str]:
    """Two digits behind a word for a year, พ.ศ., or the short name of a month."""
    words = load("years")
    leads = any_of([*words["fiscal"], *words["annual"], *words["plain"]])
    months = any_of([month["abbreviation"] for month in load("months")["month"]])
    return re.compile(rf"(?:(?:{leads})\s*(?:{_BE})?|{_BE}|{months})\s*{_SHORT}")


def _leads(before: str) -> YearKind | None:
    """The kind that the word right before a year gives it."""
    near = _ERA_BEFORE.sub("", before[-_WORDS_REACH:]).rstrip(" (")
    best: tuple[int, str] | None = None
    for kind in ("plain", "annual", "fiscal"):
        for word in load("years")[kind]:
            if near.endswith(word) and (best is None or len(word) > best[0]):
                best = (len(word), kind)
    return best[1] if best else None  # type: ignore[return-value]


def _kind(line: str, start: int, before: YearMention | None) -> tuple[YearKind, int | None]:
    """What a year is, and its month."""
    head = line[:start]
    if _SERIAL_BEFORE.search(head):
        return "serial", None
    plain_head = _ERA_BEFORE.sub("", head).rstrip()
    standards = load("years")["standard"]
    if _leads(head) != "fiscal" and any(name in _between(line, start, before) for name in standards):
        return "law", None
    if month := _month_before(plain_head):
        day = _DAY_BEFORE.search(plain_head[: month[1]].rstrip())
        return ("date" if day else "month"), month[0]
    return _kind_by_words(line, start, before), None


def _kind_by_words(line: str, start: int, before: YearMention | None) -> YearKind:
    head = line[:start]
    leads, words = _leads(head), load("years")
    near = head[-words["history_reach"] :]
    if any(word in near for word in words["past"]):
        return "history"
    if leads in ("fiscal", "annual"):
        return leads
    if leads is None and _is_of_law(line, start, before):
        return "law"
    if any(word in near for word in words["past_facts"]):
        return "history"
    return "plain" if leads or _ERA_BEFORE.search(head) else "bare"


def _month_before(head: str) -> tuple[int, int] | None:
    """The month that ends `head`, and where its name begins."""
    word = _LAST_WORD.search(head[-_WORDS_REACH:])
    if word is None:
        return None
    for cut in _month_names():
        if word[0].endswith(cut) and (month := read_month(cut)):
            return month, len(head) - len(cut)
    return None


@vocabulary_cache()
def _month_names() -> tuple[str, ...]:
    months = load("months")["month"]
    names = {name for month in months for name in (month["name"], month["abbreviation"], *month["variants"])}
    undotted = {name.removesuffix(".") for name in names}
    return tuple(sorted(names | undotted, key=len, reverse=True))


def _is_of_law(line: str, start: int, before: YearMention | None) -> bool:
    """Whether the name of a law leads to the year, or it goes on from the law before."""
    words, between = load("years"), _between(line, start, before)
    if any(word in between for word in words["law"]):
        return True
    return bool(
        before and before.kind == "law" and between.lstrip(" )").startswith(tuple(words["law_goes_on"]))
    )


def _between(line: str, start: int, before: YearMention | None) -> str:
    """What stands before a year and behind the year before it, as far as a law's name reaches."""
    return line[max(before.end if before else 0, start - load("years")["law_reach"]) : start]
