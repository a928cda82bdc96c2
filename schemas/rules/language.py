"""What rules need to know of the Thai language; the pipeline hands it in, as schemas import no library for it."""

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from schemas.model import Frozen


class Misspelling(Frozen):
    """A word that no dictionary has, and what was probably meant, most likely first.

    `is_known_slip` where this very spelling is known to be wrong; else it is only near to a frequent word.
    """

    word: str
    proposals: tuple[str, ...]
    is_known_slip: bool = False


YearKind = Literal["fiscal", "annual", "plain", "month", "date", "span", "serial", "law", "history", "bare"]
"""fiscal: the words before it call it a fiscal year. annual: of something done each year. plain: of some year.
month: a month before it; date: a day of a month. span: one end of "2566 - 2570". serial: behind a slash.
law: of a law, an order or a letter. history: of what is past. bare: nothing says so but the number."""


class YearMention(Frozen):
    """A year of the Buddhist era that a text names; its digits are `text[start:end]`, four of them or two.

    `month` is the calendar month before it (1-12), where there is one.
    """

    year: int
    start: int
    end: int
    kind: YearKind
    month: int | None = None

    @property
    def fiscal_year(self) -> int:
        """The fiscal year that it lies in: that of October to December is the next one."""
        return self.year + 1 if self.month is not None and self.month >= _FIRST_FISCAL_MONTH else self.year

    def replaced(self, text: str, by: int) -> str:
        """`text` with the year `by` in this one's place, in as many digits."""
        return text[: self.start] + str(by)[-(self.end - self.start) :] + text[self.end :]


_FIRST_FISCAL_MONTH = 10


class OrganizationMention(Frozen):
    """A local government that a text names, its type in full; its words are `text[start:end]`."""

    type: str
    name: str
    start: int
    end: int


class ThaiLanguage(Protocol):
    """Knowledge of words, spelling and likeness, behind one seam."""

    def tokens(self, text: str) -> tuple[str, ...]:
        """The words of `text` in order, without white space and punctuation; numbers are words."""
        ...

    def likeness(self, one: str, other: str) -> float:
        """How alike two names are, 0.0 to 1.0; 1.0 for texts that differ only in spelling variants and spaces."""
        ...

    def alike(self, names: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
        """Pairs of places in `names`, the earlier first, whose likeness is `least` (0.0 to 1.0) or more."""
        ...

    def spelling_likeness(self, one: str, other: str) -> float:
        """The share of letters that two words have in common in their order, 0.0 to 1.0."""
        ...

    def nearest(self, text: str, choices: Sequence[str]) -> str | None:
        """The choice that `text` most probably means; None where none is near enough."""
        ...

    def misspellings(self, text: str) -> tuple[Misspelling, ...]:
        """The words of `text` that are probably misspelt, in order; names of places and people are left alone."""
        ...

    def is_damaged(self, text: str) -> bool:
        """Whether `text` holds what Thai cannot: impossible clusters, private-use glyphs, replacement marks.

        Texts joined by spaces are damaged where one of them is.
        """
        ...

    def year_mentions(self, text: str) -> tuple[YearMention, ...]:
        """The years that `text` names, from left to right, each with what the words around it say it is."""
        ...

    def organization_mentions(self, text: str) -> tuple[OrganizationMention, ...]:
        """The local governments that `text` names, from left to right."""
        ...
