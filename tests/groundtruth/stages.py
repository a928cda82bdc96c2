"""What each stage on the way to a Plan gives, as text that a person can read and a file can hold.

`python -m tests.groundtruth.stages` writes the files of this folder anew, after a person has looked at the change;
it refuses to run in CI, which only compares.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from parsers.formats import docx, pdf
from parsers.tables.layout import Layout
from parsers.tables.walk import BodyRow, Line, NewLayout, TotalRow, walk
from parsers.thai import repair_document
from schemas.document import Document, Source, Table

FOLDER = Path(__file__).parent
SAMPLES = FOLDER.parents[1] / "samples"
SPECIMENS = (
    "operation-mixed.docx",
    "operation-inband.docx",
    "development-three-year.docx",
    "operation-inband.pdf",
)


def read(specimen: str) -> Document:
    """The Document of a sample, as its format's reader gives it."""
    data = (SAMPLES / specimen).read_bytes()
    suffix = "docx" if specimen.endswith("docx") else "pdf"
    source = Source(name=specimen, sha256="0" * 64, format=suffix, size_bytes=len(data))
    return docx.read(data, source) if suffix == "docx" else pdf.read(data, source)


def as_read(specimen: str) -> str:
    """The blocks of the Document: texts, and of each table its cells with place and span, and its strokes."""
    return "".join(f"{line}\n" for block in read(specimen).blocks for line in _block_lines(block))


def as_understood(specimen: str) -> str:
    """The lines, layouts and rows of the repaired Document, with the months that each row marks."""
    repaired, _ = repair_document(read(specimen))
    return "".join(f"{_event_line(event)}\n" for event in walk(repaired))


STAGES: dict[str, Callable[[str], str]] = {"document": as_read, "rows": as_understood}


def _block_lines(block: object) -> Iterator[str]:
    if not isinstance(block, Table):
        yield f"{block.area}: {block.raw_text!r}"  # type: ignore[attr-defined]
        return
    yield f"table {block.index} page {block.page} rows {block.rows} columns {block.columns}"
    for cell in block.cells:
        span = f"+{cell.row_span}+{cell.col_span}" if (cell.row_span, cell.col_span) != (1, 1) else ""
        if cell.raw_text or span or cell.shading:
            yield f"  {cell.row},{cell.col}{span} {cell.shading or ''} {cell.raw_text!r}"
    for stroke in block.strokes:
        yield f"  stroke row {stroke.row} from {stroke.x0:.0f} to {stroke.x1:.0f}"


def _event_line(event: object) -> str:
    match event:
        case Line():
            return f"line {event.text!r}"
        case NewLayout():
            return f"layout {_columns(event.layout)}"
        case TotalRow():
            return f"total {event.label!r} {_texts(event.row)}"
        case BodyRow():
            return f"row {_texts(event)} months {list(event.marks.months)}"
    return "other table"


def _columns(layout: Layout) -> str:
    return " ".join(f"{column.role}{column.year or column.month or ''}" for column in layout.columns)


def _texts(row: BodyRow) -> dict[str, str]:
    return {
        f"{row.layout.columns[i].role}{row.layout.columns[i].year or ''}": text
        for i, text in row.texts.items()
    }


def main() -> None:
    """Write all files anew."""
    if os.environ.get("CI"):
        sys.exit("These files are written by people only.")
    for stage, text_of in STAGES.items():
        for specimen in SPECIMENS:
            (FOLDER / f"{specimen}.{stage}.txt").write_text(text_of(specimen), "utf-8")


if __name__ == "__main__":
    main()
