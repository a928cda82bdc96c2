"""Which engine reads a page clearly best."""

from collections.abc import Callable, Sequence

from parsers.formats.pdf.glyphs import Glyph, TextEngine
from parsers.formats.pdf.validity import impossible_places, impossible_share
from schemas.document import BBox, Block

SUSPECT_SHARE = 0.01
SUSPECT_PLACES = 4
CLEARLY_BETTER = 0.5  # the other's share of impossible places against that of the best so far
LETTERS_KEPT = 0.9  # a reading that lost text is no better
CELLS_KEPT = 0.9  # nor is one that lost places: poppler sets the /ActualText of some drawn forms in a corner
LOSSES_LIMIT = 3  # after so many vain trials an engine is not asked any more


class SecondOpinion:
    """Asks slower engines about pages whose text is suspect, each until it has failed to help a few times.

    The finest engine comes first: a later one is taken only where it is clearly better than all before it.
    """

    def __init__(self, *engines: TextEngine) -> None:
        self._engines = engines
        self._losses = [0] * len(engines)

    def best(
        self, first: Sequence[Glyph], page_index: int, blocks_of: Callable[[Sequence[Glyph]], list[Block]]
    ) -> list[Block]:
        """The blocks of `first`, or of another engine's glyphs where that has clearly fewer impossible places."""
        best = blocks_of(first)
        text = best_text = blocks_text(best)
        if not _is_suspect(text):
            return best
        places = _filled_cells(best)
        for number, engine in enumerate(self._engines):
            if self._losses[number] >= LOSSES_LIMIT:
                continue
            blocks = blocks_of(engine.glyphs(page_index, first))
            other = blocks_text(blocks)
            in_place = len(places & _filled_cells(blocks)) >= CELLS_KEPT * len(places)
            helps = in_place and _is_clearly_better(other, text)
            self._losses[number] = 0 if helps else self._losses[number] + 1
            if helps and _is_clearly_better(other, best_text):
                best, best_text = blocks, other
            if not impossible_places(best_text):
                break
        return best


def blocks_text(blocks: Sequence[Block]) -> str:
    """All text of the blocks, one cell or block after another, divided by "\\n"."""
    parts: list[str] = []
    for block in blocks:
        parts += [cell.raw_text for cell in block.cells] if block.kind == "table" else [block.raw_text]
    return "\n".join(part for part in parts if part)


def _filled_cells(blocks: Sequence[Block]) -> set[tuple[BBox | None, int, int]]:
    """Table, row and column of each cell with text; tables are the same whichever engine reads the page."""
    return {
        (block.bbox, cell.row, cell.col)
        for block in blocks
        if block.kind == "table"
        for cell in block.cells
        if cell.raw_text
    }


def _is_clearly_better(other: str, text: str) -> bool:
    complete = len("".join(other.split())) >= LETTERS_KEPT * len("".join(text.split()))
    return complete and impossible_share(other) <= CLEARLY_BETTER * impossible_share(text)


def _is_suspect(text: str) -> bool:
    return impossible_places(text) >= SUSPECT_PLACES and impossible_share(text) > SUSPECT_SHARE
