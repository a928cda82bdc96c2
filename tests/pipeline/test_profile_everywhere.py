"""An office's profile in the commands of the year and in batches: its names, words and look, wherever they show."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from click.testing import Result

from bench.office_look import HEADER_TEXT, emblem, office_docx
from outputs.docx import BookStyle
from outputs.plan_json import render
from pipeline.batch.orders import Job, Order, mark_of
from pipeline.batch.working import work
from pipeline.extract import extract_file
from pipeline.office import of_office
from pipeline.plan_file import load_plan
from schemas.plan import Plan
from schemas.profile import OfficeName, Profile

Run = Callable[..., Result]
PROFILE = """
[organization]
name = "ธารทิพย์"
province = "ตัวอย่างใหม่"
[announcement]
signatory = "นายตัวอย่าง สมมุติ"
[look]
logo = "ตรา.png"
template = "แบบ.docx"
numerals = "arabic"
[units]
"กองช่าง" = "กองช่าง อบต."
"""
UNIT = "กองช่าง อบต."


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The profile of the office of `plan_file`, with the files that it names."""
    folder = tmp_path / "สำนักงาน"
    folder.mkdir()
    (folder / "แบบ.docx").write_bytes(office_docx())
    (folder / "ตรา.png").write_bytes(emblem())
    (folder / "profile.toml").write_text(PROFILE, "utf-8")
    return folder / "profile.toml"


@pytest.fixture
def other_profile(tmp_path: Path) -> Path:
    """The profile of another office."""
    path = tmp_path / "other.toml"
    path.write_text('[organization]\nname = "ที่อื่น"\n[look]\nnumerals = "arabic"\n', "utf-8")
    return path


def plan_of(path: Path) -> Plan:
    return load_plan(path.name, path.read_bytes())


def names_of(plan: Plan) -> tuple[str | None, str | None, str | None]:
    return plan.organization.name, plan.organization.province, plan.projects[0].responsible_unit


OURS = ("ธารทิพย์", "ตัวอย่างใหม่", UNIT)


def text_of(path: Path) -> str:
    """All text of a document's body and headers."""
    book = docx.Document(str(path))
    headers = (line.text for section in book.sections for line in section.header.paragraphs)
    return "\n".join([*headers, *(str(node.text) for node in book.element.body.iter() if node.text)])


def cells_of(path: Path) -> set[str]:
    sheets = openpyxl.load_workbook(path).worksheets
    return {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value}


def test_a_name_that_the_plan_bears_already_is_not_given_twice(plan_file: Path) -> None:
    profile = Profile(units={"กองช่าง": UNIT, "สำนัก": "สำนักปลัด"})
    once, _ = of_office(plan_of(plan_file), profile)
    twice, _ = of_office(once, profile)
    assert once.projects[0].responsible_unit == UNIT
    assert twice == once


def test_a_draft_is_the_office_s_from_first_to_last(run: Run, plan_file: Path, profile: Path) -> None:
    folder = plan_file.parent
    book, sheet, plan = (folder / f"draft.{kind}" for kind in ("docx", "xlsx", "json"))
    outputs = [word for path in (book, sheet, plan) for word in ("-o", path)]
    drafted = run("draft", plan_file, "--year", "2567", *outputs, "--profile", profile)
    assert drafted.exit_code == 0, drafted.stderr
    assert names_of(plan_of(plan)) == OURS
    text = text_of(book)
    assert all(word in text for word in ("นายตัวอย่าง สมมุติ", HEADER_TEXT, "245,000", UNIT))
    with zipfile.ZipFile(book) as archive:
        assert archive.read("word/media/logo.png") == emblem()
        assert "word/comments.xml" in archive.namelist()
    assert names_of(extract_file(book).plan) == OURS
    assert UNIT in cells_of(sheet)
    decided = folder / "decided.docx"
    assert run("draft", "--decisions", sheet, "-o", decided, "--profile", profile).exit_code == 0
    assert "นายตัวอย่าง สมมุติ" in text_of(decided)
    assert names_of(extract_file(decided).plan) == OURS


def test_another_office_s_profile_ends_a_draft_with_a_warning(
    run: Run, plan_file: Path, other_profile: Path
) -> None:
    fresh = plan_file.with_name("draft.json")
    drafted = run("draft", plan_file, "--year", "2567", "-o", fresh, "--profile", other_profile)
    assert (drafted.exit_code, "OUT008" in drafted.stderr) == (1, True)
    assert plan_of(fresh).organization.name == "ที่อื่น"


@pytest.mark.parametrize("has_plan", [True, False])
def test_the_form_for_units_bears_the_office_s_names(
    run: Run, plan_file: Path, profile: Path, has_plan: bool
) -> None:
    form = plan_file.with_name("form.xlsx")
    of_plan = ("--plan", plan_file) if has_plan else ()
    made = run("collect", "--form", *of_plan, "-o", form, "--profile", profile)
    assert made.exit_code == 0, made.stderr
    cells = cells_of(form)
    assert any("ธารทิพย์" in text and "ตัวอย่างใหม่" in text for text in cells)
    assert (UNIT in cells) is has_plan


def test_what_is_collected_is_in_the_office_s_words_and_is_known_again(
    run: Run, plan_file: Path, profile: Path
) -> None:
    inbox = plan_file.parent / "inbox"
    inbox.mkdir()
    table = 'ชื่อโครงการ,แผนงาน,งบประมาณ,หน่วยงานรับผิดชอบ\nขุดลอกคลอง,แผนงานเคหะและชุมชน,"{}",กองช่าง\n'
    (inbox / "กอง.csv").write_text(table.format("50,000"), "utf-8")
    merged, book = plan_file.with_name("merged.json"), plan_file.with_name("merged.docx")
    first = run("collect", inbox, "--into", plan_file, "-o", merged, "--profile", profile)
    assert first.exit_code == 0, first.output
    plan = plan_of(merged)
    assert names_of(plan) == OURS
    assert [project.responsible_unit for project in plan.projects] == [UNIT, UNIT]
    again = run("collect", inbox, "--into", merged, "-o", merged, "--profile", profile)
    assert again.exit_code == 0, again.output
    assert plan_of(merged) == plan
    (inbox / "กอง.csv").write_text(table.format("70,000"), "utf-8")
    revised = run("collect", inbox, "--into", merged, "-o", merged, "--profile", profile)
    assert "REC049" not in revised.output
    assert [project.budget for project in plan_of(merged).projects] == ["245000.00", "70000.00"]
    assert run("collect", inbox, "--into", merged, "-o", book, "--profile", profile).exit_code == 0
    assert all(word in text_of(book) for word in ("นายตัวอย่าง สมมุติ", HEADER_TEXT, UNIT))


def test_another_office_s_profile_is_told_where_things_are_collected(
    run: Run, plan_file: Path, other_profile: Path
) -> None:
    form = plan_file.with_name("form.xlsx")
    made = run("collect", "--form", "--plan", plan_file, "-o", form, "--profile", other_profile)
    assert (made.exit_code, "OUT008" in made.stderr) == (0, True)
    inbox = plan_file.parent / "inbox"
    inbox.mkdir()
    shutil.copy(plan_file, inbox / "ส่งมา.json")
    merged = plan_file.with_name("merged.json")
    told = run("collect", inbox, "--into", plan_file, "-o", merged, "--profile", other_profile)
    assert "OUT008" in told.output


def filled(sheet: Path) -> Path:
    """The sheet of one project, done."""
    book = openpyxl.load_workbook(sheet)
    page: Any = book.active
    header = next(row for row in page.iter_rows() if row[0].value == "รหัส")
    columns = {str(cell.value).split(" (")[0]: cell.column for cell in header}
    page.cell(header[0].row + 1, columns["ไตรมาสที่ ๔"]).value = "ดำเนินการแล้วเสร็จ"
    target = sheet.with_name("filled.xlsx")
    book.save(target)
    return target


def test_the_year_is_followed_in_the_office_s_look(run: Run, plan_file: Path, profile: Path) -> None:
    sheet, report = plan_file.with_name("follow.xlsx"), plan_file.with_name("evaluation.docx")
    made = run("follow-up", plan_file, "-o", sheet, "--profile", profile)
    assert made.exit_code == 0, made.stderr
    cells = cells_of(sheet)
    assert UNIT in cells
    assert any("ธารทิพย์" in text and "ตัวอย่างใหม่" in text for text in cells)
    told = run("follow-up", plan_file, "--filled", filled(sheet), "-o", report, "--profile", profile)
    assert told.exit_code == 0, told.stderr
    text = text_of(report)
    assert all(word in text for word in ("ตัวอย่างใหม่", UNIT, "245,000", HEADER_TEXT))
    thai = run(
        "follow-up", plan_file, "--filled", filled(sheet), "-o", report, "--profile", profile, "--numerals", "thai"
    )  # fmt: skip
    assert thai.exit_code == 0
    assert "๒๔๕,๐๐๐" in text_of(report)


def test_another_office_s_profile_is_told_where_a_year_is_followed(
    run: Run, plan_file: Path, other_profile: Path
) -> None:
    sheet = plan_file.with_name("follow.xlsx")
    made = run("follow-up", plan_file, "-o", sheet, "--profile", other_profile)
    assert (made.exit_code, "OUT008" in made.stderr) == (0, True)
    told = run(
        "follow-up", plan_file, "--filled", filled(sheet), "-o", sheet.with_name("x.txt"), "--profile", other_profile
    )  # fmt: skip
    assert (told.exit_code, "OUT008" in told.stderr) == (0, True)


@pytest.mark.parametrize("name", ["ธารทิพย์", "อื่น", None])
def test_a_batch_uses_a_profile_for_plans_of_its_office(plan_file: Path, name: str | None) -> None:
    plan = plan_of(plan_file)
    own = plan.model_copy(update={"organization": plan.organization.model_copy(update={"name": name})})
    plan_file.write_bytes(render(own))
    job = Job(
        suffixes=(".json", ".html"),
        style=BookStyle(numerals="arabic"),
        profile=Profile(organization=OfficeName(name="ธาร ทิพย์"), units={"กองช่าง": UNIT}),
        style_of_others=BookStyle(numerals="thai"),
    )
    sha256 = hashlib.sha256(plan_file.read_bytes()).hexdigest()
    answer = work(Order(sha256, plan_file.name, plan_file, job))
    written = Plan.model_validate_json(answer.files[".json"])
    codes = [finding.code for finding in answer.findings]
    is_other = name == "อื่น"
    assert answer.outcome == "done"
    assert written.organization.name == ("อื่น" if is_other else "ธาร ทิพย์")
    assert written.projects[0].responsible_unit == ("กองช่าง" if is_other else UNIT)
    assert (UNIT in answer.files[".html"].decode()) is not is_other
    assert ("๒๔๕,๐๐๐" in answer.files[".html"].decode()) is is_other
    assert ("OUT011" in codes) is is_other
    assert "OUT008" not in codes


def test_another_profile_is_another_job() -> None:
    marks = {mark_of(Job(profile=Profile(organization=OfficeName(name=name))), {}) for name in ("ก", "ข")}
    assert len({*marks, mark_of(Job(), {})}) == 3


def test_phaen_batch_takes_a_profile(run: Run, plan_file: Path, profile: Path, tmp_path: Path) -> None:
    folder, top = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    shutil.copy(plan_file, folder / "ours.json")
    other = json.loads(plan_file.read_text("utf-8"))
    other["organization"]["name"] = "อื่น"
    (folder / "other.json").write_text(json.dumps(other), "utf-8")
    done = run("batch", folder, "-o", top, "--workers", "1", "--quiet", "--profile", profile)
    assert done.exit_code == 0, done.output
    ours, others = (next(top.rglob(f"*{name}/2566/*.docx")) for name in ("ตำบลธารทิพย์", "อื่น"))
    assert "ตัวอย่างใหม่" in ours.parts
    assert all(word in text_of(ours) for word in ("นายตัวอย่าง สมมุติ", HEADER_TEXT, "245,000"))
    assert not any(word in text_of(others) for word in ("นายตัวอย่าง สมมุติ", HEADER_TEXT, "245,000"))


@pytest.mark.parametrize("command", ["render", "convert", "draft", "collect", "follow-up", "batch"])
def test_help_tells_of_the_profile(run: Run, command: str) -> None:
    assert "--profile" in run(command, "--help").output
