"""Codes as people give them: PLN004, pln004 or declared-total-differs."""

from collections.abc import Iterable
from difflib import get_close_matches

from schemas.findings.catalog import CATALOG

_NEAR_CODES = 3
_NEAR_CUTOFF = 0.5


def find_code(asked: str) -> str | None:
    """The code that `asked` is or names, None where there is none."""
    code = {entry.name: code for code, entry in CATALOG.items()}.get(asked.lower(), asked.upper())
    return code if code in CATALOG else None


def near_codes(asked: str) -> tuple[str, ...]:
    """Codes and names that were probably meant, likeliest first; perhaps none."""
    return near(asked, [*CATALOG, *(entry.name for entry in CATALOG.values())])


def near(asked: str, names: Iterable[str]) -> tuple[str, ...]:
    """The few of `names` that are like `asked`, whatever its case."""
    known = list(names)
    spellings = (asked, asked.upper(), asked.lower())
    matches = (get_close_matches(spelling, known, _NEAR_CODES, _NEAR_CUTOFF) for spelling in spellings)
    return tuple(dict.fromkeys(match for found in matches for match in found))
