"""phaen draft, as an officer and a committee run it: real files of Word and Excel, filled in by hand."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.extract import extract_file
from pipeline.programs.libreoffice import LibreOffice

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "samples" / "operation-arrows.docx"
Run = Callable[..., Result]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADER = 5
COLUMNS = {"รหัส": "key", "มติ": "decision", "โครงการ/ครุภัณฑ์": "name", "งบประมาณที่เสนอ (บาท)": "budget"} | {
    "เดือนที่ดำเนินการ": "months", "หมายเหตุ": "note", "แผนงาน": "program", "ยุทธศาสตร์": "strategy",
    "หน่วยงานรับผิดชอบ": "unit", "แบบ": "form", "ข้อเสนอ": "status", "รายละเอียด": "details",
}  # fmt: skip


class Filled:
    """A draft's workbook in the hands of a committee."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)
        self.sheet: Worksheet = self.book["โครงการ"]
        titles = {cell.value: cell.column for cell in self.sheet[HEADER]}
        self.columns = {key: titles[title] for title, key in COLUMNS.items()}

    def row_of(self, key: str) -> int:
        rows = range(HEADER + 1, self.sheet.max_row + 1)
        return next(row for row in rows if self.sheet.cell(row, self.columns["key"]).value == key)

    def type(self, row: int, **values: object) -> None:
        for key, value in values.items():
            self.sheet.cell(row, self.columns[key]).value = value

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


@pytest.fixture
def last(tmp_path: Path, plan_file: Path) -> Path:
    """A plan of 2566 with a road, a feast and a training."""
    plan = json.loads(plan_file.read_text("utf-8"))
    (road,) = plan["projects"]
    plan["projects"] = [
        road,
        {**road, "number": "2", "name": "สงกรานต์ ประจำปี 2566", "months": [4], "budget": "60000.00"},
        {**road, "number": "3", "name": "อบรมผู้นำ", "budget": "10050.00"},
    ]
    path = tmp_path / "last.json"
    path.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    return path


@pytest.fixture
def workbook(run: Run, last: Path) -> Filled:
    target = last.with_name("draft.xlsx")
    result = run("draft", last, "--year", "2567", "-o", target)
    assert result.exit_code == 0, result.stderr
    return Filled(target)


def decided(run: Run, filled: Path, code: int = 0) -> tuple[list[dict[str, Any]], Result]:
    target = filled.with_name("decided.json")
    result = run("draft", "--decisions", filled, "-o", target)
    assert result.exit_code == code, result.output
    projects: list[dict[str, Any]] = json.loads(target.read_text("utf-8"))["projects"]
    return projects, result


def test_a_plan_file_that_render_reads(run: Run, last: Path) -> None:
    target, changes = last.with_name("draft.json"), last.with_name("changes.json")
    result = run("draft", last, "--year", "๒๕๖๗", "--adjust", "3%", "-o", target, "--changes", changes)
    assert result.exit_code == 0
    assert "คงไว้: 1 โครงการ 61,800 บาท" in result.stdout
    plan = json.loads(target.read_text("utf-8"))
    assert (plan["fiscal_year"], plan["projects"][1]["name"]) == (2567, "สงกรานต์ ประจำปี 2567")
    assert [project["budget"] for project in plan["projects"]] == ["252400.00", "61800.00", "10400.00"]
    told = json.loads(changes.read_text("utf-8"))
    assert [project["status"] for project in told["projects"]] == ["proposed_drop", "carried", "undecided"]
    assert [change["path"] for change in told["changes"]] == ["projects[1].name"]
    assert run("render", target, "-o", last.with_name("book.docx")).exit_code == 0


def test_changes_for_people(run: Run, last: Path) -> None:
    target, changes = last.with_name("draft.json"), last.with_name("changes.txt")
    run("draft", last, "--year", "2567", "-o", target, "--changes", changes)
    told = changes.read_text("utf-8")
    assert "สงกรานต์ ประจำปี 2566\n      → สงกรานต์ ประจำปี 2567" in told
    assert "P001 ปรับปรุงถนนลูกรังสายบ้านเหนือ (งานก่อสร้างที่กำหนดแล้วเสร็จเดือนธันวาคมของปีก่อน)" in told
    run("draft", last, "--year", "2567", "-o", target, "--changes", changes, "--lang", "en")
    assert "proposed to drop" in changes.read_text("utf-8")


def test_comments_in_word_stand_at_their_projects(run: Run, last: Path) -> None:
    target, plain = last.with_name("draft.docx"), last.with_name("draft.json")
    assert run("draft", last, "--year", "2567", "-o", target, "-o", plain).exit_code == 0
    with zipfile.ZipFile(target) as archive:
        document, comments = (
            etree.fromstring(archive.read(f"word/{part}.xml")) for part in ("document", "comments")
        )
    texts = ["".join(comment.itertext()) for comment in comments.iterfind(f"{W}comment")]
    assert [text.startswith("ข้อเสนอ: ") for text in texts] == [True] * 3
    assert "เปลี่ยนปีในชื่อ: สงกรานต์ ประจำปี ๒๕๖๖" in texts[1]
    anchored = {
        start.get(f"{W}id"): "".join(start.getparent().itertext())
        for start in document.iter(f"{W}commentRangeStart")
    }
    assert anchored == {"0": "ปรับปรุงถนนลูกรังสายบ้านเหนือ", "1": "สงกรานต์ ประจำปี ๒๕๖๗", "2": "อบรมผู้นำ"}
    assert extract_file(target).plan.projects == tuple(
        project.model_copy(update={"source": mine.source, "confidence": mine.confidence})
        for project, mine in zip(
            extract_file(plain).plan.projects, extract_file(target).plan.projects, strict=True
        )
    )


def test_decisions_of_a_committee(run: Run, workbook: Filled) -> None:
    workbook.type(workbook.row_of("P001"), decision="ตัดออก", note="แล้วเสร็จ")
    workbook.type(
        workbook.row_of("P003"),
        decision="แก้ไข",
        budget="๒๐,๐๐๐.-",
        months="ต.ค.-ธ.ค., เม.ย.",
        name="อบรม อสม.",
    )
    projects, result = decided(run, workbook.save())
    assert [(each["number"], each["name"], each["budget"]) for each in projects] == [
        ("1", "สงกรานต์ ประจำปี 2567", "60000.00"),
        ("2", "อบรม อสม.", "20000.00"),
    ]
    assert projects[1]["months"] == [10, 11, 12, 4]
    assert "ตัดออกแล้ว: 1 โครงการ" in result.stdout


def test_what_was_not_decided_stays(run: Run, workbook: Filled) -> None:
    again = workbook.path.with_name("again.xlsx")
    result = run("draft", "--decisions", workbook.path, "-o", again)
    assert result.exit_code == 0
    assert "เสนอตัดออก: 1 โครงการ" in result.stdout
    assert "รอพิจารณา: 1 โครงการ" in result.stdout
    assert Filled(again).row_of("P003") == 8


def test_dropped_projects_stay_with_the_draft(run: Run, workbook: Filled) -> None:
    workbook.type(workbook.row_of("P001"), decision="ตัด")
    again = workbook.path.with_name("again.xlsx")
    run("draft", "--decisions", workbook.save(), "-o", again)
    sheet = load_workbook(again)["ตัดออกแล้ว"]
    assert [cell.value for cell in sheet[2]][:2] == ["P001", "ปรับปรุงถนนลูกรังสายบ้านเหนือ"]
    changes = again.with_name("changes.txt")
    run("draft", "--decisions", again, "-o", again.with_name("third.json"), "--changes", changes)
    assert "ตัดออกแล้ว (1)\n    P001" in changes.read_text("utf-8")


def test_new_rows_are_projects(run: Run, workbook: Filled) -> None:
    row = workbook.row_of("P003") + 1
    program = "แผนงานเคหะและชุมชน"
    workbook.type(row, name="ขุดบ่อ", budget=5000.5, months="ตลอดปี", program=program, unit="กองช่าง")
    workbook.type(
        row + 1, name="โต๊ะ", form="ผด.๐๒/๑", budget="-", program="การศึกษา", strategy="การพัฒนาด้านโครงสร้างพื้นฐาน"
    )
    projects, _ = decided(run, workbook.save())
    dug, table = projects[3:]
    assert (dug["number"], dug["budget"], len(dug["months"])) == ("4", "5000.50", 12)
    assert dug["groups"] == projects[0]["groups"]
    assert dug["responsible_units"] == [{"unit": "กองช่าง", "sub_unit": None}]
    assert (table["form"], table["budget"], table["budget_text"]) == ("ผด.02/1", None, "-")
    assert table["program"] == "แผนงานการศึกษา"
    assert table["strategy"]["number"] == "1"


def test_a_copied_row_with_another_name_is_a_new_project(run: Run, workbook: Filled) -> None:
    row = workbook.row_of("P003") + 1
    workbook.type(row, key="P003", name="อบรมเยาวชน", program="แผนงานเคหะและชุมชน")
    workbook.type(row + 1, key="P003", name="อบรมผู้นำ")
    projects, result = decided(run, workbook.save(), code=1)
    assert [each["name"] for each in projects][2:] == ["อบรมผู้นำ", "อบรมเยาวชน"]
    assert f"DRF009: draft.xlsx แถวที่ {row + 1}" in result.stderr


def test_bad_cells_are_told_by_row_and_nothing_is_lost(run: Run, workbook: Filled) -> None:
    workbook.type(workbook.row_of("P001"), decision="ไม่แน่ใจ", budget="สองแสน", details="ใหม่")
    workbook.type(workbook.row_of("P002"), months="ม.ค.-ต.ค.", name=None)
    workbook.type(workbook.row_of("P003"), decision="แก้ไข", note="ลดลง")
    end = workbook.row_of("P003")
    workbook.type(end + 1, budget=500)
    workbook.type(end + 2, name="ไม่มีหัวข้อ", form="แบบใหม่")
    workbook.type(end + 3, name="ผิดแผนงาน", program="ดวงจันทร์")
    projects, result = decided(run, workbook.save(), code=1)
    told = result.stderr
    for sign in ('แถวที่ 6 ช่อง "มติ"', 'แถวที่ 6 ช่อง "งบประมาณที่เสนอ (บาท)"', 'แถวที่ 7 ช่อง "เดือนที่ดำเนินการ"'):
        assert f"DRF001: draft.xlsx {sign}" in told
    assert 'DRF001: draft.xlsx แถวที่ 7 ช่อง "โครงการ/ครุภัณฑ์"' in told
    assert "DRF008: draft.xlsx แถวที่ 8" in told
    assert "DRF002: draft.xlsx แถวที่ 9" in told
    assert "DRF017: draft.xlsx แถวที่ 10" in told
    assert [(each["name"], each["budget"]) for each in projects][:3] == [
        ("ปรับปรุงถนนลูกรังสายบ้านเหนือ", "245000.00"),
        ("สงกรานต์ ประจำปี 2567", "60000.00"),
        ("อบรมผู้นำ", "10050.00"),
    ]
    assert projects[0]["details"] == "ใหม่"
    assert projects[1]["months"] == [4]
    assert {"ไม่มีหัวข้อ", "ผิดแผนงาน"} <= {each["name"] for each in projects}


def test_a_row_that_is_gone_is_no_decision(run: Run, workbook: Filled) -> None:
    workbook.sheet.delete_rows(workbook.row_of("P002"))
    projects, result = decided(run, workbook.save(), code=1)
    assert len(projects) == 3
    assert "DRF003" in result.stderr
    assert "P002" in result.stderr
    assert decided_with(run, workbook.path, "--fail-on", "never").exit_code == 0


def decided_with(run: Run, filled: Path, *words: str) -> Result:
    return run("draft", "--decisions", filled, "-o", filled.with_name("decided.json"), *words)


def test_a_row_without_its_key_is_known_by_its_name(run: Run, workbook: Filled) -> None:
    workbook.type(workbook.row_of("P003"), key=None, decision="คงไว้", form="ผด.02/1")
    projects, _ = decided(run, workbook.save())
    assert [(each["name"], each["form"]) for each in projects][2] == ("อบรมผู้นำ", "ผด.02/1")
    assert len(projects) == 3


def test_cleared_cells_and_another_heading(run: Run, workbook: Filled) -> None:
    row = workbook.row_of("P002")
    workbook.type(row, details=None, budget=None, months=None, unit=None, program="แผนงานการศึกษา")
    projects, _ = decided(run, workbook.save())
    feast = next(each for each in projects if each["name"].startswith("สงกรานต์"))
    assert [feast[key] for key in ("details", "budget", "months", "responsible_units")] == [
        None,
        None,
        [],
        [],
    ]
    assert feast["groups"][-1] == {"label": "แผนงาน", "number": "1.2", "name": "การศึกษา"}
    assert [(each["name"], each["number"]) for each in projects][-1] == (feast["name"], "1")


def test_columns_may_be_moved_and_rows_sorted(run: Run, workbook: Filled) -> None:
    workbook.sheet.insert_cols(1)
    workbook.sheet.insert_rows(HEADER)
    workbook.sheet.cell(HEADER + 2, 1).value = "เริ่มตรงนี้"
    projects, _ = decided(run, workbook.save())
    assert [each["number"] for each in projects] == ["1", "2", "3"]


def test_a_workbook_saved_by_libreoffice(run: Run, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    target = tmp_path / "draft.xlsx"
    assert run("draft", SAMPLE, "--year", "2570", "-o", target).exit_code == 0
    before = tmp_path / "before.json"
    assert run("draft", "--decisions", target, "-o", before).exit_code == 0
    filled = Filled(target)
    filled.type(filled.row_of("P002"), decision="ตัดออก")
    saved = LibreOffice(os.environ).to_xlsx(filled.save().read_bytes(), ".xlsx")
    target.write_bytes(saved)
    projects, result = decided(run, target)
    assert len(projects) == len(json.loads(before.read_text("utf-8"))["projects"]) - 1
    assert result.stderr.count("DRF") == 0


# ---- choices ----


def test_a_list_of_what_to_keep(run: Run, last: Path) -> None:
    listed = last.with_name("keep.txt")
    listed.write_text("# ที่ประชุม\r\n๓\r\nสงกรานต์  ประจำปี 2566\r\nไม่มีโครงการนี้\r\n".replace("  ", " "), "cp874")
    changes = last.with_name("changes.json")
    target = last.with_name("draft.json")
    result = run("draft", last, "--year", "2567", "--keep", listed, "-o", target, "--changes", changes)
    assert result.exit_code == 1
    assert "DRF004: keep.txt บรรทัดที่ 4" in result.stderr
    told = json.loads(changes.read_text("utf-8"))["projects"]
    assert [project["status"] for project in told] == ["proposed_drop", "carried", "carried"]


def test_a_number_that_several_projects_have(run: Run, last: Path) -> None:
    plan = json.loads(last.read_text("utf-8"))
    plan["projects"][1]["number"] = "1"
    last.write_text(json.dumps(plan), "utf-8")
    listed = last.with_name("keep.txt")
    listed.write_text("1\n", "utf-8")
    result = run("draft", last, "--year", "2567", "--keep", listed, "-o", last.with_name("draft.json"))
    assert "DRF005" in result.stderr


def test_a_filled_workbook_as_list(run: Run, last: Path, workbook: Filled) -> None:
    workbook.type(workbook.row_of("P001"), decision="เห็นชอบ")
    target = last.with_name("kept.json")
    result = run("draft", last, "--year", "2567", "--keep", workbook.save(), "-o", target, "--lang", "en")
    assert "carried: 2, " in result.stdout


def test_history_tells_what_recurs(run: Run, last: Path) -> None:
    folder = last.with_name("earlier")
    folder.mkdir()
    plan = json.loads(last.read_text("utf-8"))
    (folder / "2565.json").write_text(
        json.dumps(plan | {"fiscal_year": 2565, "projects": plan["projects"][2:]})
    )
    (folder / "2568.json").write_text(json.dumps(plan | {"fiscal_year": 2568}))
    (folder / "broken.docx").write_bytes(b"PK")
    (folder / "~$lock.docx").write_bytes(b"")
    (folder / "same.json").write_bytes(last.read_bytes())
    result = run("draft", last, "--year", "2567", "--history", folder, "-o", last.with_name("draft.json"))
    assert "คงไว้: 2 โครงการ" in result.stdout
    assert [line[:6] for line in result.stderr.splitlines() if line.startswith("DRF")] == ["DRF007", "DRF006"]
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("words", "code", "sign"),
    [
        (("{last}",), 2, "--year 2567"),
        (("{last}", "--year", "67"), 2, "--year 2567"),
        (("--year", "2567"), 2, "--decisions"),
        (("{last}", "--decisions", "{last}"), 2, "อย่างใดอย่างหนึ่ง"),
        (("{last}", "--year", "2566"), 2, "DRF016"),
        (("{last}", "--year", "2567", "--adjust", "มาก"), 2, "DRF013"),
        (("{last}", "--year", "2567", "--history", "ไม่มี"), 3, "DRF014"),
        (("{last}", "--year", "2567", "--keep", "ไม่มี.txt"), 3, "DOC001"),
        (("--decisions", "{last}"), 3, "DRF011"),
        (("{last}", "--year", "2567", "--changes", "x.pdf"), 2, "OUT002"),
    ],
)
def test_refusals_leave_nothing(run: Run, last: Path, words: tuple[str, ...], code: int, sign: str) -> None:
    target = last.with_name("target.json")
    result = run("draft", *(word.format(last=last) for word in words), "-o", target)
    assert (result.exit_code, target.exists()) == (code, False)
    assert sign in result.stderr


def test_another_workbook_and_a_damaged_draft(run: Run, last: Path, workbook: Filled) -> None:
    other = last.with_name("other.xlsx")
    run("render", last, "-o", other)
    assert "DRF011" in run("draft", "--decisions", other, "-o", last.with_name("t.json")).stderr
    data = workbook.book["phaen"]
    data["A1"].value = str(data["A1"].value)[:-8]
    assert "DRF011" in run("draft", "--decisions", workbook.save(), "-o", last.with_name("t.json")).stderr


def test_a_list_that_is_no_text(run: Run, last: Path) -> None:
    picture = last.with_name("keep.txt")
    picture.write_bytes(b"\x89PNG\0\0\xff")
    result = run("draft", last, "--year", "2567", "--keep", picture, "-o", last.with_name("t.json"))
    assert (result.exit_code, "DRF015" in result.stderr) == (3, True)


def test_equal_drafts_are_equal_bytes(run: Run, last: Path) -> None:
    targets = [last.with_name(name) for name in ("a.xlsx", "b.xlsx", "a.docx", "b.docx")]
    run("draft", last, "--year", "2567", *(word for target in targets for word in ("-o", target)))
    assert targets[0].read_bytes() == targets[1].read_bytes()
    assert targets[2].read_bytes() == targets[3].read_bytes()


def test_cells_are_never_formulas(run: Run, last: Path) -> None:
    plan = json.loads(last.read_text("utf-8"))
    plan["projects"][2]["name"] = '=HYPERLINK("http://x","y")'
    last.write_text(json.dumps(plan), "utf-8")
    target = last.with_name("draft.xlsx")
    run("draft", last, "--year", "2567", "-o", target)
    filled = Filled(target)
    cell = filled.sheet.cell(filled.row_of("P003"), filled.columns["name"])
    assert cell.data_type == "s"
    assert decided(run, target)[0][2]["name"] == plan["projects"][2]["name"]


def test_a_drop_down_offers_the_three_decisions(workbook: Filled) -> None:
    rules = {rule.formula1: str(rule.sqref) for rule in workbook.sheet.data_validations.dataValidation}
    assert rules['"คงไว้,ตัดออก,แก้ไข"'] == f"D{HEADER + 1}:D{HEADER + 3 + 20}"
    assert workbook.book["phaen"].sheet_state == "veryHidden"
