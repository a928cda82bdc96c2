"""Repair of a whole document, with what was mended told once and what stays damaged told place by place."""

from collections import Counter
from collections.abc import Iterator

from parsers.thai.layer import judge_layer
from parsers.thai.repair import Origin, Repair, repair_text
from parsers.thai.slots import SOUND, Layer
from schemas.document import GOES_ON, Block, Cell, Document, Provenance, Table, TextBlock, TextLine
from schemas.findings import Finding

_LONGEST_QUOTE = 60

KINDS_TH = {
    "digits": "ตัวเลขขาด",
    "double-e": "เ สองตัวแทน แ",
    "doubled": "สระซ้ำ",
    "glyph": "อักขระเฉพาะฟอนต์",
    "invisible": "อักขระที่มองไม่เห็น",
    "moved": "สระหรือวรรณยุกต์ผิดที่",
    "order": "ลำดับสระและวรรณยุกต์",
    "sara-am": "สระอำ",
    "sara-ue": "สระอึ",
    "space": "เว้นวรรคชนิดพิเศษ",
    "split": "เว้นวรรคกลางคำ",
}
"""What people call the kinds of repair that `parsers.thai.repair` and `parsers.thai.marks` name."""


def repair_document(document: Document) -> tuple[Document, tuple[Finding, ...]]:
    """`document` with the texts of cells, lines and blocks mended; what needed nothing is the same object.

    Gives one note (TXT001) on what was mended, and a warning (TXT002) for each cell or text block that stays
    damaged. `raw_text` stays as read.
    """
    origin: Origin = "pdf" if document.source.format == "pdf" else "word"
    layer = _layer(document) if origin == "pdf" else SOUND
    mender = _Mender(origin, layer)
    blocks = tuple(mender.block(block) for block in document.blocks)
    if all(new is old for new, old in zip(blocks, document.blocks, strict=True)):
        return document, mender.findings()
    return document.model_copy(update={"blocks": blocks}), mender.findings()


def _layer(document: Document) -> Layer:
    """What the PDF's fonts do to its text beyond what a text alone shows."""
    return judge_layer(repair_text(text, "pdf", SOUND).text for text in _texts(document))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, TextBlock):
            yield block.text
        else:
            yield from (cell.text for cell in block.cells if cell.text)


class _Mender:
    """Mends the blocks of one document and counts what it did."""

    def __init__(self, origin: Origin, layer: Layer) -> None:
        self._origin: Origin = origin
        self._layer = layer
        self._kinds: Counter[str] = Counter()
        self._mended = 0
        self._damaged: list[Finding] = []

    def findings(self) -> tuple[Finding, ...]:
        """The note on all that was mended, if anything was, then the warnings in reading order."""
        if not self._mended:
            return tuple(self._damaged)
        kinds = self._kinds.most_common()
        facts = {
            "count": self._mended,
            "kinds_th": ", ".join(f"{KINDS_TH.get(kind, kind)} {count}" for kind, count in kinds),
            "kinds_en": ", ".join(f"{kind} {count}" for kind, count in kinds),
        }
        return Finding(code="TXT001", facts=facts), *self._damaged

    def block(self, block: Block) -> Block:
        """The block mended; itself where it needed nothing."""
        if isinstance(block, Table):
            return self._table(block)
        repair = self._mend(block.text)
        if repair.damaged:
            self._tell_damaged(repair, Provenance(page=block.page, bbox=block.bbox))
        return block if repair.text == block.text else block.model_copy(update={"text": repair.text})

    def _table(self, table: Table) -> Table:
        cells = tuple(self._cell(cell, table) if cell.text else cell for cell in table.cells)
        if all(new is old for new, old in zip(cells, table.cells, strict=True)):
            return table
        return table.model_copy(update={"cells": cells})

    def _cell(self, cell: Cell, table: Table) -> Cell:
        if cell.text.isascii():
            return cell
        repair = self._mend(cell.text)
        if repair.damaged:
            at = Provenance(page=table.page, table=table.index, row=cell.row, col=cell.col, bbox=cell.bbox)
            self._tell_damaged(repair, at)
        if repair.text == cell.text:
            return cell
        return cell.model_copy(update={"text": repair.text, "lines": _mended_lines(cell.lines, repair.text)})

    def _mend(self, text: str) -> Repair:
        repair = repair_text(text, self._origin, self._layer)
        if repair.text != text:
            self._mended += 1
            self._kinds.update(repair.kinds)
        return repair

    def _tell_damaged(self, repair: Repair, place: Provenance) -> None:
        quote = " ".join(repair.text.replace(GOES_ON, "").split())[:_LONGEST_QUOTE]
        self._damaged.append(Finding(code="TXT002", facts={"text": quote}, provenance=place))


def _mended_lines(lines: tuple[TextLine, ...], text: str) -> tuple[TextLine, ...]:
    """The lines with the mended text, which has the same lines, one for one."""
    parts = text.split("\n")
    if len(parts) != len(lines):
        return lines
    return tuple(
        line if line.text == part else line.model_copy(update={"text": part})
        for line, part in zip(lines, parts, strict=True)
    )
