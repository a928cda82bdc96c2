"""Rows of files that people hand in: every encoding and delimiter that an office saves a .csv in."""

import io

import openpyxl
import pytest

from parsers.formats import safety
from parsers.forms import sheets
from parsers.forms.sheets import SheetRow, read_csv, read_workbook
from schemas.failures import InputFailure

ROWS = [
    ["ชื่อโครงการ", "งบประมาณ", "หน่วยงาน"],
    ["อบรมเยาวชน", "๑๒๐,๐๐๐.-", "กองการศึกษา"],
    ["วันเด็ก", "5,000", ""],
]


def csv_text(delimiter: str) -> str:
    return "\r\n".join(delimiter.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in ROWS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_reads_the_same_however_it_was_saved(encoding: str, delimiter: str) -> None:
    read = read_csv("a.csv", csv_text(delimiter).encode(encoding))
    assert [list(row.texts.values()) for row in read.rows] == [[c for c in row if c] for row in ROWS]
    assert [row.number for row in read.rows] == [1, 2, 3]


def test_a_row_of_several_lines_bears_the_number_of_its_last() -> None:
    read = read_csv("a.csv", '"ชื่อโครงการ";งบประมาณ\n"อบรม\nเยาวชน";5000\n\nวันเด็ก;1\n'.encode())
    assert [(row.number, row.texts[0]) for row in read.rows][1:] == [(3, "อบรม\nเยาวชน"), (5, "วันเด็ก")]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff\xfe", "วันเด็ก".encode("utf-16-le"), b"a\x81b"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputFailure, match="DOC004"):
        read_csv("a.csv", data)


def test_a_csv_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "FILE_LIMIT_BYTES", 10)
    with pytest.raises(InputFailure, match="DOC006"):
        read_csv("a.csv", b"a" * 11)
    assert safety.FILE_LIMIT_BYTES > 11


def test_a_workbook_keeps_the_numbers_of_its_rows_hidden_ones_too() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["B3"], sheet["C3"], sheet["B7"] = "ชื่อโครงการ", 120000, "  วันเด็ก  "
    sheet.row_dimensions[7].hidden = True
    book.create_sheet("ซ่อน").sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    (read,) = read_workbook("a.xlsx", buffer.getvalue())
    assert read.rows == (SheetRow(3, {1: "ชื่อโครงการ", 2: "120000"}), SheetRow(7, {1: "วันเด็ก"}))
