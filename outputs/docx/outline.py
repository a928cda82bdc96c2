"""The headings of a book, as its table of contents lists them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from outputs.docx.pages import PageCount, PageNumbers, page_label
from outputs.numerals import NumeralPolicy


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading at its level (1-based), with the number of its page among those that are counted alike (1-based)."""

    id: int
    text: str
    level: int
    page: int
    numbers: PageNumbers

    @property
    def bookmark(self) -> str:
        """The name of its bookmark, of the kind that Word gives to headings itself."""
        return f"_Toc{self.id:09d}"

    def label(self, numerals: NumeralPolicy) -> str:
        """The number of its page as printed."""
        return page_label(self.page, self.numbers, numerals)


@dataclass(slots=True)
class Outline:
    """The headings written so far, in order."""

    entries: list[OutlineEntry] = field(default_factory=list)

    def add(self, text: str, level: int, pages: PageCount) -> OutlineEntry:
        """The new entry of a heading on the page that is being written."""
        entry = OutlineEntry(len(self.entries) + 1, text, level, pages.number, pages.numbers)
        self.entries.append(entry)
        return entry


def on_pages(entries: Sequence[OutlineEntry], drawn: Sequence[int] | None) -> list[OutlineEntry]:
    """The entries on the pages on which their headings were drawn (0-based, counted from the cover).

    The pages counted by letters, and those by digits, begin with their first heading: a cover may need two pages.
    Unchanged where `drawn` tells not of as many headings.
    """
    if drawn is None or len(drawn) != len(entries):
        return list(entries)
    before: dict[PageNumbers, int] = {}
    for entry, page in zip(entries, drawn, strict=True):
        before.setdefault(entry.numbers, page - 1)
    return [
        replace(entry, page=page - before[entry.numbers]) for entry, page in zip(entries, drawn, strict=True)
    ]
