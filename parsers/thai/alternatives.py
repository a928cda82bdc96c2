"""Words of a vocabulary as a part of a regular expression."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern, without brackets around it, of any of the words; a longer one before its own beginnings."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
