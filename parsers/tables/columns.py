"""The role of a column by its header's words; the words are data (schemas/vocabularies/columns.toml)."""

import re
from difflib import SequenceMatcher

from parsers.thai import read_month, read_years, to_arabic
from schemas.vocabulary import load, vocabulary_cache

HEADER_LENGTH_LIMIT = 90
"""A longer text is no column header."""

NEAR_MATCH = 0.85
"""Likeness from which a damaged header still counts as one that the vocabulary has."""

NEAR_MATCH_LENGTH = 5
"""A shorter header is too short to be recognized by likeness."""

_IGNORED = re.compile(r"[\s.()\[\]/\-–:,*]+")
_BARE_YEAR = re.compile(r"(?:พศ|ปี)*(25\d\d)(?:บาท|งบประมาณ)*")


def squeeze(text: str) -> str:
    """A header for comparison: Arabic digits, without white space and punctuation."""
    return _IGNORED.sub("", to_arabic(text))


@vocabulary_cache()
def _exact_roles() -> dict[str, str]:
    return {squeeze(text): column["role"] for column in load("columns")["column"] for text in column["exact"]}


@vocabulary_cache()
def _telling_parts() -> tuple[tuple[str, str], ...]:
    return tuple(
        (squeeze(part), column["role"]) for column in load("columns")["column"] for part in column["contains"]
    )


@vocabulary_cache()
def _fillers() -> frozenset[str]:
    return frozenset(squeeze(text) for text in load("columns")["filler"]["exact"])


@vocabulary_cache()
def field_name(role: str) -> str:
    """The official Thai header of a role: the first that the vocabulary has, such as "วัตถุประสงค์" for "objective"."""
    return next(str(column["exact"][0]) for column in load("columns")["column"] if column["role"] == role)


@vocabulary_cache(maxsize=8192)
def exact_role(text: str) -> str | None:
    """The role of a header that the vocabulary has whole; None for any other text."""
    if len(text) > HEADER_LENGTH_LIMIT:
        return None
    return _exact_roles().get(squeeze(text))


@vocabulary_cache(maxsize=4096)
def role_of(text: str) -> str | None:
    """The role of a header by whole wording, telling part, or likeness (damaged text); None where unknown."""
    squeezed = squeeze(text)
    if not squeezed or len(squeezed) > HEADER_LENGTH_LIMIT:
        return None
    return _exact_roles().get(squeezed) or _role_by_part(squeezed) or _role_by_likeness(squeezed)


def _role_by_part(squeezed: str) -> str | None:
    return next((role for part, role in _telling_parts() if part in squeezed), None)


def _role_by_likeness(squeezed: str) -> str | None:
    if len(squeezed) < NEAR_MATCH_LENGTH:
        return None
    likeness, role = max((_likeness(squeezed, known), role) for known, role in _exact_roles().items())
    return role if likeness >= NEAR_MATCH else None


def _likeness(text: str, known: str) -> float:
    """The share of letters that two headers have in common in their order; 0.0 where it is below NEAR_MATCH."""
    # Upper bounds of the share, from the lengths and from the letters alone: few pairs come near.
    if 2 * min(len(text), len(known)) / (len(text) + len(known)) < NEAR_MATCH:
        return 0.0
    matcher = SequenceMatcher(None, text, known)
    return matcher.ratio() if matcher.quick_ratio() >= NEAR_MATCH else 0.0


def is_filler(text: str) -> bool:
    """Whether a header's cell says nothing but "(บาท)", "พ.ศ." and the like."""
    return squeeze(text) in _fillers()


@vocabulary_cache(maxsize=4096)
def is_header_fragment(above: str, text: str) -> bool:
    """Whether `text` goes on with the header words `above` it, such as "(ผลผลิตของ" under "เป้าหมาย"."""
    squeezed = squeeze(text)
    if not squeezed or squeezed in _fillers():
        return True
    joined = squeeze(above) + squeezed
    return any(known.startswith(joined) for known in _exact_roles())


@vocabulary_cache(maxsize=4096)
def header_year(text: str) -> int | None:
    """The Buddhist-era year of a header that says nothing but a year, such as "2566 (บาท)"."""
    match = _BARE_YEAR.fullmatch(squeeze(text))
    return int(match.group(1)) if match else None


@vocabulary_cache(maxsize=4096)
def header_month(text: str) -> int | None:
    """The calendar month of a month column's header, in any spelling; None for other text."""
    return read_month(text) if text and len(text) <= HEADER_LENGTH_LIMIT else None


def mentions_year(text: str) -> bool:
    """Whether a header row's cell names a year at all ("พ.ศ. 2565" over its months)."""
    return bool(read_years(text)) or header_year(text) is not None
