"""phaen follow-up, as an officer runs it: the sheet, and what comes of it at the year's end."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import openpyxl
import pytest
from click.testing import Result
from lxml import etree

from pipeline.programs.libreoffice import LibreOffice

SAMPLE = Path(__file__).parents[3] / "samples" / "operation-arrows.truth.json"
Run = Callable[..., Result]
needs_soffice = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture
def sheet(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "follow.xlsx"
    assert run("follow-up", SAMPLE, "-o", path).exit_code == 0
    return path


def header_of(sheet: Any) -> tuple[int, dict[str, int]]:
    row = next(row for row in sheet.iter_rows() if row[0].value == "รหัส")
    return row[0].row, {str(cell.value).split(" (")[0]: cell.column for cell in row}


def filled(path: Path, **wrong: str) -> Path:
    """The sheet with all projects done and half of their money spent; `wrong` goes into the first row."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    header, columns = header_of(sheet)
    for row in range(header + 1, sheet.max_row + 1):
        planned = sheet.cell(row, columns["งบประมาณตามแผน"]).value or 0
        sheet.cell(row, columns["ไตรมาสที่ ๔"]).value = "ดำเนินการแล้วเสร็จ"
        sheet.cell(row, columns["เบิกจ่ายแล้ว"]).value = planned / 2
        sheet.cell(row, columns["ผลการดำเนินงาน"]).value = "ครบตามเป้าหมาย"
    for title, text in wrong.items():
        sheet.cell(header + 1, columns[title]).value = text
    target = path.with_name("filled.xlsx")
    book.save(target)
    return target


def figures(run: Run, path: Path) -> dict[str, Any]:
    target = path.with_name("evaluation.json")
    assert run("follow-up", SAMPLE, "--filled", path, "-o", target).exit_code in (0, 1)
    return dict(json.loads(target.read_text("utf-8")))


def test_the_sheet_has_a_row_for_each_project_and_drop_downs(sheet: Path) -> None:
    page = openpyxl.load_workbook(sheet).active
    assert page is not None
    header, columns = header_of(page)
    projects = json.loads(SAMPLE.read_text("utf-8"))["projects"]
    assert page.max_row - header == len(projects)
    first = {title: page.cell(header + 1, column).value for title, column in columns.items()}
    assert (first["โครงการ/กิจกรรม"], first["งบประมาณตามแผน"]) == (
        projects[0]["name"], float(projects[0]["budget"]),
    )  # fmt: skip
    lists = [rule.formula1 for rule in page.data_validations.dataValidation if rule.type == "list"]
    assert lists == ['"ยังไม่ดำเนินการ,อยู่ระหว่างดำเนินการ,ดำเนินการแล้วเสร็จ,ยกเลิก"'] * 4
    locked = {title: page.cell(header + 1, column).protection.locked for title, column in columns.items()}
    assert (locked["โครงการ/กิจกรรม"], locked["เบิกจ่ายแล้ว"]) == (True, False)
    assert page.protection.sheet


def test_an_unfilled_sheet_says_that_nobody_reported(run: Run, sheet: Path) -> None:
    found = figures(run, sheet)
    assert found["whole"]["outcomes"]["unreported"] == found["whole"]["projects"] == len(found["results"])


def test_a_filled_sheet_gives_the_figures(run: Run, sheet: Path) -> None:
    found = figures(run, filled(sheet))
    assert (found["whole"]["done_percent"], found["whole"]["spent_percent"]) == ("100.00", "50.00")
    assert [group["heading"]["number"] for group in found["strategies"] if group["heading"]] == [
        "1",
        "2",
        "3",
    ]
    assert found["findings"] == []
    assert found["plan"] == SAMPLE.name, "the plan that was asked for, whatever it was made from"


def test_what_to_look_at_fits_on_a_printed_page(run: Run, sheet: Path) -> None:
    target = sheet.with_name("evaluation.xlsx")
    path = filled(sheet, เบิกจ่ายแล้ว="ครึ่งหนึ่ง")
    assert run("follow-up", SAMPLE, "--filled", path, "-o", target).exit_code == 1
    findings = openpyxl.load_workbook(target).worksheets[-1]
    assert "ครึ่งหนึ่ง" in str(findings["A2"].value)
    assert findings.column_dimensions["A"].width < 115, "LibreOffice cuts a single column at the page's edge"


@needs_soffice
def test_the_sheet_is_read_when_libreoffice_has_saved_it(run: Run, sheet: Path) -> None:
    path = filled(sheet)
    before = figures(run, path)
    path.write_bytes(LibreOffice(os.environ).to_xlsx(path.read_bytes(), ".xlsx"))
    assert figures(run, path) == before


def test_wrong_cells_are_told_by_row_and_the_rest_counts(run: Run, sheet: Path) -> None:
    path = filled(sheet, **{"เบิกจ่ายแล้ว": "ครึ่งหนึ่ง", "ไตรมาสที่ ๔": "เกือบ"})
    target = sheet.with_name("evaluation.txt")
    result = run("follow-up", SAMPLE, "--filled", path, "-o", target)
    assert result.exit_code == 1
    assert "REC061 filled.xlsx แถวที่ 9:" in result.stderr
    assert "REC060 filled.xlsx แถวที่ 9:" in result.stderr
    assert "ดำเนินการแล้วเสร็จ 41 โครงการ" in target.read_text("utf-8")


def test_the_evaluation_as_word_has_native_charts_with_their_numbers(run: Run, sheet: Path) -> None:
    target = sheet.with_name("evaluation.docx")
    assert run("follow-up", SAMPLE, "--filled", filled(sheet), "-o", target).exit_code == 0
    with zipfile.ZipFile(target) as package:
        assert package.testzip() is None
        text = package.read("word/document.xml").decode()
        charts = [etree.fromstring(package.read(f"word/charts/chart{number}.xml")) for number in (1, 2)]
        numbers = openpyxl.load_workbook(io.BytesIO(package.read("word/embeddings/evaluation.xlsx")))
        types, relations = package.read("[Content_Types].xml"), package.read("word/_rels/document.xml.rels")
    assert text.count("<c:chart ") == 2
    assert "คิดเป็นร้อยละ ๑๐๐.๐๐ ของโครงการทั้งหมด" in text
    assert types.count(b"/word/charts/chart") == relations.count(b"charts/chart") == 2
    for chart in charts:
        # The schema wants the data at the end, and print settings of a sheet nowhere.
        assert [etree.QName(child).localname for child in chart][-1] == "externalData"
        assert chart.find(f".//{C}printSettings") is None
    series = charts[1].findall(f".//{C}ser")
    planned, spent = ([float(v.text or 0) for v in one.findall(f"{C}val//{C}v")] for one in series)
    assert spent == [amount / 2 for amount in planned]
    assert sum(planned) == 13_122_100
    assert numbers.worksheets[0].title == "สรุปผล"


def test_arabic_numerals_may_be_chosen(run: Run, sheet: Path) -> None:
    target = sheet.with_name("evaluation.docx")
    run("follow-up", SAMPLE, "--filled", filled(sheet), "-o", target, "--numerals", "arabic")
    with zipfile.ZipFile(target) as package:
        assert "คิดเป็นร้อยละ 100.00" in package.read("word/document.xml").decode()


def test_the_evaluation_as_workbook_has_figures_charts_and_projects(run: Run, sheet: Path) -> None:
    target = sheet.with_name("evaluation.xlsx")
    assert run("follow-up", SAMPLE, "--filled", filled(sheet), "-o", target).exit_code == 0
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["สรุปผล", "รายโครงการ"]
    last = next(row for row in book["สรุปผล"].values if row[1] == "รวมทั้งสิ้น")
    assert last[2:4] == (42, 42)
    assert len(list(book["รายโครงการ"].values)) == 43
    with zipfile.ZipFile(target) as package:
        assert {"xl/charts/chart1.xml", "xl/charts/chart2.xml"} <= set(package.namelist())


def test_equal_sheets_and_evaluations_are_equal_bytes(run: Run, sheet: Path) -> None:
    again, path = sheet.with_name("again.xlsx"), filled(sheet)
    run("follow-up", SAMPLE, "-o", again)
    assert again.read_bytes() == sheet.read_bytes()
    targets = [sheet.with_name(name) for name in ("1.docx", "2.docx")]
    for target in targets:
        run("follow-up", SAMPLE, "--filled", path, "-o", target)
    assert targets[0].read_bytes() == targets[1].read_bytes()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("{plan}", "-o", "f.docx"), 2, "OUT002"),
        (("{plan}", "--filled", "{plan}", "-o", "e.docx"), 3, "DOC018"),
        (("{plan}", "--year", "2560", "-o", "f.xlsx"), 2, "OUT030"),
        (("{plan}",), 2, "-o"),
    ],
)
def test_what_does_not_fit_is_said(
    run: Run, plan_file: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, told: str
) -> None:
    monkeypatch.chdir(plan_file.parent)
    result = run("follow-up", *(word.format(plan=plan_file) for word in words))
    assert (result.exit_code, told in result.stderr) == (code, True)
    assert list(plan_file.parent.iterdir()) == [plan_file]
