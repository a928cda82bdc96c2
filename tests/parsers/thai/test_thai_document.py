"""Repair of documents: same objects where nothing changed, one note, one warning a place."""

from typing import Literal

from parsers.thai import repair_document
from schemas.document import BBox, Cell, Document, Source, Table, TextBlock, TextLine


def _cell(row: int, text: str, lines: tuple[str, ...] = ()) -> Cell:
    box = BBox(0, 0, 1, 1)
    return Cell(
        row=row, col=0, raw_text=text, text=text, lines=tuple(TextLine(text=line, bbox=box) for line in lines)
    )


def _document(*texts: str, format: Literal["docx", "pdf"] = "docx") -> Document:  # noqa: A002
    cells = tuple(_cell(row, text, tuple(text.split("\n"))) for row, text in enumerate(texts))
    table = Table(index=0, rows=len(cells), columns=1, cells=cells, column_edges=(0.0, 9.0), page=3)
    block = TextBlock(raw_text=texts[0], text=texts[0])
    source = Source(name="old", sha256="0" * 64, format=format, size_bytes=1)
    return Document(source=source, blocks=(block, table))


def _cells(document: Document) -> tuple[Cell, ...]:
    return next(document.tables()).cells


def test_sound_document_is_the_same_object() -> None:
    document = _document("แผนงาน", "", "100,000.-")
    assert repair_document(document) == (document, ())
    assert repair_document(document)[0] is document


def test_only_what_changed_is_made_anew() -> None:
    document = _document("แผนงาน", "เเผนงาน\nจํานวน")
    mended, findings = repair_document(document)
    assert mended.blocks[0] is document.blocks[0]
    assert _cells(mended)[0] is _cells(document)[0]
    assert _cells(mended)[1].text == "แผนงาน\nจำนวน"
    assert _cells(mended)[1].raw_text == "เเผนงาน\nจํานวน"
    assert [line.text for line in _cells(mended)[1].lines] == ["แผนงาน", "จำนวน"]
    assert [(finding.code, finding.facts["count"]) for finding in findings] == [("TXT001", 1)]
    assert "double-e 1" in findings[0].message("en")
    assert "เ สองตัวแทน แ 1" in findings[0].message("th")


def test_damage_is_told_with_its_place() -> None:
    _, findings = repair_document(_document("แผนงาน", "่ดี"))
    assert [finding.code for finding in findings] == ["TXT002"]
    assert (findings[0].provenance.page, findings[0].provenance.table, findings[0].provenance.row) == (
        3,
        0,
        1,
    )
    assert findings[0].facts["text"] == "่ดี"


def test_rules_of_pdf_are_for_pdf() -> None:
    assert _cells(repair_document(_document("๑2 ๗,๐๐0"))[0])[0].text == "๑2 ๗,๐๐0"
    assert _cells(repair_document(_document("๑2 ๗,๐๐0", format="pdf"))[0])[0].text == "๑2๗,๐๐0"


def test_the_thai_note_names_what_was_mended_in_thai() -> None:
    malformed = ("เเผนงาน", "ใใน", "จํานวน", "ตำ่", "รํิ", "แผน\u200bงาน", "แผน\u00a0งาน", "\uf70fาติ", "โครงก าร")
    for origin in ("docx", "pdf"):
        _, (note, *_) = repair_document(_document(*malformed, format=origin))
        assert note.code == "TXT001"
        assert not any(letter.isascii() and letter.isalpha() for letter in note.message("th"))
