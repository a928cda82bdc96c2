"""Running heads and feet: a section's own, or that of the section before where it has none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from parsers.formats.docx.names import W
from parsers.formats.docx.parts import Package, relation_id
from parsers.formats.docx.story import StoryReader
from schemas.document import Block, TextBlock

RunningArea = Literal["header", "footer"]

_W_TYPE = W + "type"
_Kinds = dict[str, tuple[TextBlock, ...]]
"""The texts by kind of page: "default", "first", "even"."""


@dataclass(slots=True)
class RunningTexts:
    """Reads the headers and footers of a package; each part is read once, for its lists count on."""

    package: Package
    story: StoryReader
    _read: dict[str, tuple[TextBlock, ...]] = field(default_factory=dict)

    def by_section(self, sections: Sequence[etree._Element]) -> list[tuple[TextBlock, ...]]:
        """The header of each section, on whatever kind of page, each text once; () where it is that of the one before."""
        heads: list[tuple[TextBlock, ...]] = []
        standing: _Kinds = {}
        before: tuple[TextBlock, ...] = ()
        for section in sections:
            standing = {**standing, **self._own(section, "header")}
            head = _distinct(block for blocks in standing.values() for block in blocks)
            heads.append(() if head == before else head)
            before = head
        return heads

    def all_of(self, sections: Iterable[etree._Element], area: RunningArea) -> tuple[TextBlock, ...]:
        """The texts of all headers or all footers, each once."""
        own = (self._own(section, area) for section in sections)
        return _distinct(block for kinds in own for blocks in kinds.values() for block in blocks)

    def _own(self, section: etree._Element, area: RunningArea) -> _Kinds:
        """The texts that a section refers to itself, by kind of page."""
        return {
            reference.get(_W_TYPE, "default"): self._texts(relation_id(reference), area)
            for reference in section.findall(f"{W}{area}Reference")
        }

    def _texts(self, identifier: str | None, area: RunningArea) -> tuple[TextBlock, ...]:
        key = f"{area}/{identifier}"
        if key not in self._read:
            part = self.package.by_id(identifier)
            blocks = self.story.blocks(part, area) if part is not None else ()
            self._read[key] = tuple(text for block in blocks for text in _plain(block, area))
        return self._read[key]


def _distinct(blocks: Iterable[TextBlock]) -> tuple[TextBlock, ...]:
    return tuple({block.text: block for block in reversed(list(blocks))}.values())[::-1]


def _plain(block: Block, area: RunningArea) -> list[TextBlock]:
    """The texts of a block; of a table those of its cells."""
    if isinstance(block, TextBlock):
        return [block.model_copy(update={"area": area})]
    cells = (cell.raw_text for cell in block.cells if cell.raw_text.strip())
    return [TextBlock(raw_text=text, text=text, area=area) for text in cells]
