"""Speed of the Word reader beside python-docx's `row.cells`, on tables of 200, 2,000 and 20,000 rows.

Run from the project's root: `python -m bench.docx_speed [rows ...]`. Prints one line per size: rows, the
seconds of our Word reader alone, of the whole way to a judged Plan (repair and checks included), and of
python-docx (opening included), and the ratios of the two to the third; each is the best of some rounds on the
same file.
"""

import gc
import io
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx

from parsers.formats import docx as reader
from pipeline.extract import extract_file
from schemas.document import Source

SIZES = (200, 2_000, 20_000)
COLUMNS = 18
NUMBERED = 999  # numbering begins anew so often, as it does in real plans
ROUNDS = 3
_HEADER = (
    *("ที่", "โครงการ", "รายละเอียดของกิจกรรม", "งบประมาณ (บาท)", "สถานที่ดำเนินการ", "หน่วยงานรับผิดชอบหลัก"),
    *("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."),
)
_LOOK = (
    '<w:rPr><w:rFonts w:ascii="TH SarabunPSK" w:hAnsi="TH SarabunPSK" w:cs="TH SarabunPSK"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
)


def plan(rows: int) -> bytes:
    """A .docx with a table of an operation plan's shape: six filled columns, twelve months mostly blank."""
    empty = io.BytesIO()
    docx.Document().save(empty)
    filled = io.BytesIO()
    with zipfile.ZipFile(empty) as source, zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + "".join(_table(rows)).encode(), 1)
            target.writestr(name, content)
    return filled.getvalue()


def _table(rows: int) -> Iterator[str]:
    yield "<w:tbl><w:tblPr/><w:tblGrid>" + '<w:gridCol w:w="700"/>' * COLUMNS + "</w:tblGrid>"
    yield "<w:tr>" + "".join(map(_cell, _HEADER)) + "</w:tr>"
    for row in range(1, rows):
        texts = [
            str((row - 1) % NUMBERED + 1), f"โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ {row}", f"กว้าง 4 เมตร ยาว {row} เมตร",
            f"{row * 1000:,}", f"หมู่ที่ {row}", "กองช่าง",
        ]  # fmt: skip
        texts += ["✓" if month in (row % 12, (row + 1) % 12) else "" for month in range(COLUMNS - len(texts))]
        yield "<w:tr>" + "".join(map(_cell, texts)) + "</w:tr>"
    yield "</w:tbl>"


def _cell(text: str) -> str:
    run = f"<w:r>{_LOOK}<w:t>{text}</w:t></w:r>" if text else ""
    width = '<w:tcPr><w:tcW w:w="700" w:type="dxa"/></w:tcPr>'
    return f'<w:tc>{width}<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run}</w:p></w:tc>'


def ours(data: bytes) -> int:
    """Cells that the reader gives."""
    source = Source(name="plan.docx", sha256="0" * 64, format="docx", size_bytes=len(data))
    return sum(len(table.cells) for table in reader.read(data, source).tables())


def whole(data: bytes) -> int:
    """Cells of the rows that came through all rooms: read from disk, identified, repaired, understood, judged."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.docx")
        path.write_bytes(data)
        return (len(extract_file(path).plan.projects) + 1) * COLUMNS


def theirs(data: bytes) -> int:
    """Cells that python-docx gives."""
    return sum(len(row.cells) for table in docx.Document(io.BytesIO(data)).tables for row in table.rows)


def best_seconds(work: Callable[[bytes], int], data: bytes, cells: int) -> float:
    """The shortest of some rounds; fails where the work does not give all cells."""
    rounds = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        found = work(data)
        rounds.append(time.process_time() - start)
        if found != cells:
            raise SystemExit(f"{work.__name__} gave {found} cells, not {cells}")
    return min(rounds)


def main(sizes: tuple[int, ...]) -> None:
    """Print the table of times."""
    print("  rows   reader  ratio    whole  ratio  python-docx")
    for rows in sizes:
        data = plan(rows)
        mine, way, other = (best_seconds(work, data, rows * COLUMNS) for work in (ours, whole, theirs))
        shares = f"{mine:7.2f}s {mine / other:6.2f} {way:7.2f}s {way / other:6.2f} {other:11.2f}s"
        print(f"{rows:6d} {shares}", flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
