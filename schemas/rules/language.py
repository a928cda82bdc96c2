"""What rules need to know of the Thai language; the pipeline hands it in, as schemas import no library for it."""

from collections.abc import Sequence
from typing import Protocol

from schemas.model import Frozen


class Misspelling(Frozen):
    """A word that no dictionary has, and what was probably meant (most likely first, perhaps nothing)."""

    word: str
    proposals: tuple[str, ...] = ()


class ThaiLanguage(Protocol):
    """Knowledge of words, spelling and likeness, behind one seam."""

    def tokens(self, text: str) -> tuple[str, ...]:
        """The words of `text` in order, without white space and punctuation; numbers are words."""
        ...

    def likeness(self, one: str, other: str) -> float:
        """How alike two names are, 0.0 to 1.0; 1.0 for texts that differ only in spelling variants and spaces."""
        ...

    def nearest(self, text: str, choices: Sequence[str]) -> str | None:
        """The choice that `text` most probably means; None where none is near enough."""
        ...

    def misspellings(self, text: str) -> tuple[Misspelling, ...]:
        """The words of `text` that are probably misspelt, in order; names of places and people are left alone."""
        ...

    def is_damaged(self, text: str) -> bool:
        """Whether `text` holds what Thai cannot: impossible clusters, private-use glyphs, replacement marks."""
        ...
