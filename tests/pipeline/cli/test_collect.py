"""phaen collect, as an officer and the units run it: a form, files that come back, one plan."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import openpyxl
import pytest
from click.testing import Result

from pipeline.programs.libreoffice import LibreOffice

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "samples"
Run = Callable[..., Result]
needs_soffice = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")

ROW = {
    "ประเภทรายการ": "โครงการ",
    "ยุทธศาสตร์": "ยุทธศาสตร์ที่ 1 การพัฒนาด้านโครงสร้างพื้นฐาน",
    "แผนงาน": "แผนงานเคหะและชุมชน",
    "ชื่อโครงการ/กิจกรรม/ครุภัณฑ์": "ซ่อมสร้างผิวทาง สาย ทช.1001",
    "งบประมาณ (บาท)": 1250000.5,
    "เดือนที่เริ่ม": "ม.ค.",
    "เดือนที่สิ้นสุด": "เม.ย.",
}


@pytest.fixture
def form(run: Run, plan_file: Path) -> Path:
    path = plan_file.with_name("form.xlsx")
    assert run("collect", "--form", "--plan", plan_file, "-o", path).exit_code == 0
    return path


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def filled(form: Path, target: Path, *rows: dict[str, Any], agency: str = "แขวงทางหลวงชนบทตัวอย่าง") -> Path:
    """The form with rows by header, as a person fills it in."""
    book = openpyxl.load_workbook(form)
    sheet = book["แบบเสนอโครงการ"]
    header = next(row for row in sheet.iter_rows() if row[0].value == "ลำดับ")
    columns = {cell.value: cell.column for cell in header}
    label = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "หน่วยงานที่เสนอโครงการ")
    sheet.cell(label.row, 4).value = agency
    for number, row in enumerate(rows, start=header[0].row + 2):
        for title, value in row.items():
            sheet.cell(number, columns[title]).value = value
    book.save(target)
    return target


def plan(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text("utf-8")))


def names(path: Path) -> list[str]:
    return [project["name"] for project in plan(path)["projects"]]


def test_the_form_has_drop_downs_and_locked_headers(form: Path) -> None:
    book = openpyxl.load_workbook(form)
    sheet = book["แบบเสนอโครงการ"]
    lists = {
        str(rule.sqref).split(":")[0][0]
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert lists == set("BCDJKL")
    assert sheet.protection.sheet
    assert not sheet.protection.password
    header = next(row for row in sheet.iter_rows() if row[0].value == "ลำดับ")
    assert all(cell.protection.locked for cell in header)
    assert not sheet.cell(header[0].row + 2, 5).protection.locked
    assert not sheet.column_dimensions["E"].protection.locked
    choices = {cell.value for row in book["รายการเลือก"].iter_rows() for cell in row}
    assert {"ยุทธศาสตร์ที่ 1 การพัฒนาด้านโครงสร้างพื้นฐาน", "แผนงานการศึกษา", "กองช่าง", "ต.ค."} <= choices
    assert all(
        len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32
        for rule in sheet.data_validations.dataValidation
    )


def test_the_form_is_made_without_a_plan_too_and_for_years(run: Run, tmp_path: Path) -> None:
    bare, years = tmp_path / "bare.xlsx", tmp_path / "years.xlsx"
    assert run("collect", "--form", "-o", bare).exit_code == 0
    sample = SAMPLES / "development-five-year.truth.json"
    assert run("collect", "--form", "--plan", sample, "-o", years).exit_code == 0
    header = [cell.value for row in openpyxl.load_workbook(years).worksheets[0].iter_rows() for cell in row]
    assert len([text for text in header if str(text).startswith("งบประมาณ ปี ๒๕")]) == 5


def test_a_blank_form_hands_in_nothing(run: Run, plan_file: Path, form: Path, inbox: Path) -> None:
    form.rename(inbox / form.name)
    merged = plan_file.with_name("merged.json")
    result = run("collect", inbox, "--into", plan_file, "-o", merged)
    assert result.exit_code == 0
    assert "form.xlsx (แบบเสนอโครงการ) 0 โครงการ" in result.stdout
    assert names(merged) == names(plan_file)


def test_files_of_all_kinds_come_into_one_plan_and_twice_is_once(
    run: Run, plan_file: Path, form: Path, inbox: Path
) -> None:
    filled(
        form,
        inbox / "ทางหลวง.xlsx",
        ROW,
        {**ROW, "ชื่อโครงการ/กิจกรรม/ครุภัณฑ์": None},
        {**ROW, "งบประมาณ (บาท)": "แสนกว่า"},
    )
    (inbox / "โรงเรียน.csv").write_bytes(
        "ชื่อโครงการ;งบประมาณ;หน่วยงาน\nค่ายวิทยาศาสตร์;๑๒,๐๐๐;โรงเรียนบ้านเหนือ\n".encode("cp874")
    )
    (inbox / "ย่อย").mkdir()
    (inbox / "ย่อย" / "ตาราง.docx").write_bytes((SAMPLES / "operation-mixed.docx").read_bytes())
    (inbox / "ภาพ.jpg").write_bytes(b"\xff\xd8\xff")
    (inbox / "~$ทางหลวง.xlsx").write_bytes(b"lock")
    merged, again, report = (plan_file.with_name(name) for name in ("m1.json", "m2.json", "report.json"))
    first = run("collect", inbox, "--into", plan_file, "-o", merged, "--report", report)
    assert (first.exit_code, first.stdout) == (1, "")
    told = json.loads(report.read_text("utf-8"))
    assert [file["kind"] for file in told["files"]] == ["form", "unread", "plan", "table"]
    assert {row["agency"] for row in told["rows"]} >= {"แขวงทางหลวงชนบทตัวอย่าง", "โรงเรียนบ้านเหนือ"}
    assert {(each["code"], each["file"]) for each in told["findings"] if each["severity"] == "error"} == {
        ("REC040", "ทางหลวง.xlsx"), ("REC041", "ทางหลวง.xlsx"), ("REC051", "ภาพ.jpg"),
    }  # fmt: skip
    truth = len(plan(SAMPLES / "operation-mixed.truth.json")["projects"])
    assert len(names(merged)) == 1 + 2 + 1 + truth
    assert ("REC047", "ทางหลวง.xlsx") in {(each["code"], each["file"]) for each in told["findings"]}
    road = next(each for each in plan(merged)["projects"] if each["name"] == "ซ่อมสร้างผิวทาง สาย ทช.1001")
    assert (road["budget"], road["months"], road["number"]) == ("1250000.50", [1, 2, 3, 4], "2")
    assert (road["responsible_unit"], road["source"]["raw"]["collect.file"]) == (
        "แขวงทางหลวงชนบทตัวอย่าง",
        "ทางหลวง.xlsx",
    )
    second = run("collect", inbox, "--into", merged, "-o", again)
    assert again.read_bytes() == merged.read_bytes()
    assert "เพิ่มใหม่ 0 โครงการ" in second.stdout


@needs_soffice
def test_the_form_is_read_when_libreoffice_has_saved_it(
    run: Run, plan_file: Path, form: Path, inbox: Path
) -> None:
    path = filled(form, inbox / "a.xlsx", ROW, {**ROW, "ชื่อโครงการ/กิจกรรม/ครุภัณฑ์": "ทางเท้า ๒"})
    path.write_bytes(LibreOffice(os.environ).to_xlsx(path.read_bytes(), ".xlsx"))
    merged = plan_file.with_name("merged.json")
    assert run("collect", inbox, "--into", plan_file, "-o", merged).exit_code == 0
    assert names(merged)[1:] == ["ซ่อมสร้างผิวทาง สาย ทช.1001", "ทางเท้า 2"]
    assert plan(merged)["projects"][1]["source"]["raw"]["collect.agency"] == "แขวงทางหลวงชนบทตัวอย่าง"


def test_money_of_another_year_is_told_of(run: Run, plan_file: Path, inbox: Path) -> None:
    (inbox / "a.csv").write_text("ชื่อโครงการ,แผนงาน,2568 (บาท)\nค่ายวิทยาศาสตร์,การศึกษา,5000\n", "utf-8")
    (inbox / "b.docx").write_bytes((SAMPLES / "development-five-year.docx").read_bytes())
    report = plan_file.with_name("report.json")
    run("collect", inbox, "--into", plan_file, "-o", plan_file.with_name("m.json"), "--report", report)
    told = [each for each in json.loads(report.read_text("utf-8"))["findings"] if each["code"] == "REC052"]
    assert {each["file"] for each in told} == {"a.csv", "b.docx"}
    assert told[0]["found"] == "2568"


def test_doubts_of_reading_come_with_the_file(run: Run, plan_file: Path, inbox: Path) -> None:
    from outputs.docx import BookStyle, render
    from pipeline.plan_file import load_plan

    sample = load_plan("a", (SAMPLES / "operation-arrows.truth.json").read_bytes())
    odd = sample.projects[0].model_copy(update={"budget": "12.00"})
    sample = sample.model_copy(update={"projects": (odd, *sample.projects[1:])})
    (inbox / "a.docx").write_bytes(render(sample, BookStyle()))
    result = run("collect", inbox, "--into", plan_file, "-o", plan_file.with_name("m.json"))
    assert "REC053 a.docx ตารางที่" in result.stdout


@pytest.mark.parametrize("ending", [".txt", ".xlsx", ".json"])
def test_the_report_in_each_form(run: Run, plan_file: Path, form: Path, inbox: Path, ending: str) -> None:
    filled(form, inbox / "a.xlsx", ROW)
    report = plan_file.with_name(f"report{ending}")
    result = run(
        "collect", inbox, "--into", plan_file, "-o", plan_file.with_name("m.docx"), "--report", report
    )
    assert (result.exit_code, result.stdout) == (0, "")
    if ending == ".xlsx":
        (line,) = list(openpyxl.load_workbook(report).worksheets[0].values)[1:]
        assert line[1:4] == ("ซ่อมสร้างผิวทาง สาย ทช.1001", 1250000.5, "แขวงทางหลวงชนบทตัวอย่าง")
    else:
        assert "ซ่อมสร้างผิวทาง สาย ทช.1001" in report.read_text("utf-8")


def test_english_is_spoken(run: Run, plan_file: Path, form: Path, inbox: Path) -> None:
    filled(form, inbox / "a.xlsx", ROW)
    result = run("collect", inbox, "--into", plan_file, "-o", plan_file.with_name("m.json"), "--lang", "en")
    assert "1 added (1,250,000.50 baht)" in result.stdout
    assert "row 11), added" in result.stdout


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("nowhere", "--into", "{plan}", "-o", "m.json"), 3, "DOC017"),
        (("nowhere", "-o", "m.json"), 2, "--into"),
        (("--form", "--into", "{plan}", "-o", "f.xlsx"), 2, "--form"),
        (("--form", "-o", "f.docx"), 2, "OUT002"),
        (("nowhere", "--into", "{plan}", "-o", "m.odt"), 2, "OUT002"),
    ],
)
def test_what_does_not_fit_is_said(
    run: Run, plan_file: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, told: str
) -> None:
    monkeypatch.chdir(plan_file.parent)
    result = run("collect", *(word.format(plan=plan_file) for word in words))
    assert (result.exit_code, told in result.stderr) == (code, True)
    assert list(plan_file.parent.iterdir()) == [plan_file]
