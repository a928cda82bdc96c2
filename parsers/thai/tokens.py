"""Text cut into words by pythainlp's newmm, with pythainlp's dictionary in a form that is quick to make."""

from collections.abc import Iterable
from typing import Any

from schemas.vocabulary import vocabulary_cache

_START = 4
"""Letters by which the dictionary knows how long the longer words are that begin so."""


def tokens(text: str) -> list[str]:
    """The words of `text` in order, white space left out; numbers and signs are words too."""
    # Loaded here: help and sound documents must not pay for it.
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415

    dictionary: Any = _dictionary()  # no Trie by its type, but it answers what newmm asks
    try:
        words = word_tokenize(text, custom_dict=dictionary, engine="newmm", keep_whitespace=False)
    except (AttributeError, TypeError):
        # A later pythainlp may ask a dictionary for more: its own serves, only slower.
        words = word_tokenize(text, engine="newmm", keep_whitespace=False)
    return list(words)


class Dictionary:
    """Words, to ask which of them begin at a place: all that newmm asks of a dictionary.

    pythainlp's own Trie of its 62,000 words takes half a second to make, longer than it takes to check a book.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._longest: dict[str, int] = {}
        for word in self._words:
            start = word[:_START]
            self._longest[start] = max(self._longest.get(start, 0), len(word))

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words that begin at `start` (0-based) of `text`, the shortest first."""
        longest = self._longest.get(text[start : start + _START], _START - 1)
        ends = range(start + 1, min(start + longest, len(text)) + 1)
        return [word for end in ends if (word := text[start:end]) in self._words]


@vocabulary_cache()
def _dictionary() -> Dictionary:
    from pythainlp.corpus import thai_words  # noqa: PLC0415

    return Dictionary(thai_words())
