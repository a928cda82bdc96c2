"""The texts of a fresh book that are its own: what writers print, and what readers know them by.

All wording is data (schemas/vocabularies/book_texts.toml).
"""

from typing import Literal

from schemas.model import Frozen
from schemas.plan import Organization, PlanKind
from schemas.vocabulary import load, vocabulary_cache

Look = Literal[
    "title", "subject", "closing", "sign", "part", "section", "text", "item", "caption", "step", "note"
]
STANDARD_SECTIONS = ("preamble", "objectives", "steps", "benefits")
"""The sections of an introduction, in their order; a book adds those that its plan's narrative lacks."""


class BookParagraph(Frozen):
    """One paragraph: its look in the book, and its text with placeholders; "\\n" divides the lines of a box."""

    look: Look
    text: str


class BookSection(Frozen):
    """Paragraphs that stand together; `kind` is the plan that they are for, None for any."""

    key: str
    kind: PlanKind | None = None
    paragraphs: tuple[BookParagraph, ...]


@vocabulary_cache()
def book_sections() -> tuple[BookSection, ...]:
    """All sections of all kinds of plans."""
    return tuple(BookSection(**entry) for entry in load("book_texts")["section"])


def book_section(key: str, kind: PlanKind) -> BookSection:
    """The section of that key for a kind of plan; a KeyError for a key that there is not."""
    for section in book_sections():
        if section.key == key and section.kind in (None, kind):
            return section
    raise KeyError(key)


def book_word(key: str, **facts: str | int) -> str:
    """A phrase of the [words] table filled with `facts`."""
    template: str = load("book_texts")["words"][key]
    return template.format(**facts)


def own_words(key: str) -> tuple[str, ...]:
    """The words by which the title of a source's own section stands for the standard one of that key."""
    return tuple(load("book_texts")["own"][key])


def organization_words(organization: Organization) -> dict[str, str]:
    """What a type of organization calls its head ("executive", and with the name "position") and its budget
    law ("ordinance"); neutral words for an unknown type.
    """
    by_type: dict[str, dict[str, str]] = load("book_texts")["organization"]
    words = by_type.get(organization.type or "", by_type[""])
    return {key: text.format(name=organization.name or "") for key, text in words.items()}
