"""Whether another engine reads a page clearly better."""

from collections.abc import Callable, Sequence

from parsers.formats.pdf.glyphs import Glyph, TextEngine
from parsers.formats.pdf.validity import impossible_places, impossible_share
from schemas.document import Block

SUSPECT_SHARE = 0.01
SUSPECT_PLACES = 4
CLEARLY_BETTER = 0.5  # the other's share of impossible places against the first's
LETTERS_KEPT = 0.9  # a reading that lost text is no better
LOSSES_LIMIT = 3  # after so many vain trials the file is not read a second time any more


class SecondOpinion:
    """Asks a slower engine about pages whose text is suspect, until it has failed to help a few times."""

    def __init__(self, engine: TextEngine) -> None:
        self._engine = engine
        self._losses = 0

    def better(
        self, first: list[Block], page_index: int, reread: Callable[[Sequence[Glyph]], list[Block]]
    ) -> list[Block]:
        """The first reading, or the second engine's where that has clearly fewer impossible places."""
        text = blocks_text(first)
        if self._losses >= LOSSES_LIMIT or not _is_suspect(text):
            return first
        second = reread(self._engine.glyphs(page_index))
        other = blocks_text(second)
        if _is_clearly_better(other, text):
            self._losses = 0
            return second
        self._losses += 1
        return first


def blocks_text(blocks: Sequence[Block]) -> str:
    """All text of the blocks, one cell or block after another, divided by "\\n"."""
    parts: list[str] = []
    for block in blocks:
        parts += [cell.raw_text for cell in block.cells] if block.kind == "table" else [block.raw_text]
    return "\n".join(part for part in parts if part)


def _is_clearly_better(other: str, text: str) -> bool:
    complete = len("".join(other.split())) >= LETTERS_KEPT * len("".join(text.split()))
    return complete and impossible_share(other) <= CLEARLY_BETTER * impossible_share(text)


def _is_suspect(text: str) -> bool:
    return impossible_places(text) >= SUSPECT_PLACES and impossible_share(text) > SUSPECT_SHARE
