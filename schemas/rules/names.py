"""Names made comparable: by their letters alone, and how alike two of them are."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

from schemas.vocabulary import load, vocabulary_cache

_NOT_LETTERS = re.compile(r"[\s\d.,:;()/\-–ฯ]+")
_CACHED_PAIRS = 4096


def name_key(text: str) -> str:
    """The letters of a name, without spaces, digits and punctuation."""
    return _NOT_LETTERS.sub("", text)


@vocabulary_cache(maxsize=_CACHED_PAIRS)
def alike(one: str, other: str) -> float:
    """How alike the letters of two names are, 0.0 to 1.0; 1.0 for the same letters in the same order."""
    return SequenceMatcher(None, name_key(one), name_key(other), autojunk=False).ratio()


def spellings(entries: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Canonical names by the key of every spelling of a vocabulary's entries."""
    return {
        name_key(spelling): entry["name"]
        for entry in entries
        for spelling in (entry["name"], *entry["variants"])
    }


@vocabulary_cache()
def known_programs() -> dict[str, str]:
    """The names of แผนงาน, without that word, by the key of every spelling."""
    return spellings(load("programs")["program"])


@vocabulary_cache()
def known_units() -> dict[str, str]:
    """The names of units by the key of every spelling."""
    return spellings(load("units")["unit"])
