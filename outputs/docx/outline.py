"""The headings of a book, as its table of contents lists them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading at its level (1-based), the bookmark around it, and the number of its page as printed."""

    id: int
    text: str
    level: int
    page: str

    @property
    def bookmark(self) -> str:
        """The name of its bookmark, of the kind that Word gives to headings itself."""
        return f"_Toc{self.id:09d}"


@dataclass(slots=True)
class Outline:
    """The headings written so far, in order."""

    entries: list[OutlineEntry] = field(default_factory=list)

    def add(self, text: str, level: int, page: str) -> OutlineEntry:
        """The new entry of a heading."""
        entry = OutlineEntry(len(self.entries) + 1, text, level, page)
        self.entries.append(entry)
        return entry
