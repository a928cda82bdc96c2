"""A whole book, read again, is the same plan: by each policy, with and without an appendix, and as a PDF."""

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from bench.round_trip import office_style
from outputs.docx import BookStyle
from pipeline.convert import convert_file
from pipeline.extract import extract_file
from pipeline.plan_file import load_plan
from schemas.plan import NarrativeSection, Plan, ResponsibleUnit

Run = Callable[..., Any]
SAMPLES = Path(__file__).parents[2] / "samples"
needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def content(plan: Plan) -> dict[str, Any]:
    """What a plan says; not what one source of it printed, nor how surely that was read."""
    unsaid = {"source": True, "declared_totals": True, "projects": {"__all__": {"source", "confidence"}}}
    return plan.model_dump(exclude=unsaid)


def truth(name: str) -> Plan:
    file = SAMPLES / f"{name}.truth.json"
    return load_plan(file.name, file.read_bytes())


def section(title: str, level: int, *paragraphs: str) -> NarrativeSection:
    return NarrativeSection(title=title, level=level, paragraphs=paragraphs)


NARRATIVES: dict[str, tuple[NarrativeSection, ...]] = {
    "none": (),
    "introduction": (
        section("ส่วนที่ 1 บทนำ", 1, "ความนำของแผนนี้"),
        section("1.1 วัตถุประสงค์", 2, "เพื่อทดสอบ"),
    ),
    "untitled-part": (section("หลักการและเหตุผล", 1, "ข้อความเรื่องหลักการ"), section("ประโยชน์", 2, "ข้อความ")),
    "whole": (
        section("ประกาศองค์การบริหารส่วนตำบลตัวอย่าง", 1),
        section("เรื่อง ประกาศใช้แผน", 2, "ด้วยเหตุนี้จึงประกาศไว้"),
        section("คำนำ", 1, "คำกล่าวนำของสำนักงาน"),
        section("ส่วนที่ 1 บทนำ", 1, "ความนำของแผนนี้"),
        section("ส่วนที่ 2 สภาพทั่วไป", 1, "ที่ตั้งและอาณาเขต"),
        section("ส่วนที่ 4 การติดตามและประเมินผล", 1, "วิธีการติดตาม"),
        section("ภาคผนวก ก", 1, "รายชื่อคณะกรรมการ"),
    ),
}


def read_again(plan: Plan, folder: Path, suffix: str, style: BookStyle, appendix: bool) -> Plan:
    file = folder / "plan.json"
    file.write_text(plan.model_dump_json(), "utf-8")
    fresh = folder / f"fresh{suffix}"
    convert_file(file, fresh, style, os.environ, with_appendix=appendix)
    return extract_file(fresh, os.environ).plan


@pytest.mark.parametrize("narrative", NARRATIVES)
@pytest.mark.parametrize("policy", ["auto", "keep"])
@pytest.mark.parametrize("name", ["operation-mixed", "development-four-year"])
def test_narrative(name: str, policy: str, narrative: str, tmp_path: Path) -> None:
    plan = truth(name).model_copy(update={"narrative": NARRATIVES[narrative]})
    style = BookStyle.model_validate({"narrative": policy})
    assert content(read_again(plan, tmp_path, ".docx", style, False)) == content(plan)


@pytest.mark.parametrize("appendix", [False, True])
@pytest.mark.parametrize("numerals", ["thai-text", "arabic"])
@pytest.mark.parametrize("name", ["operation-arrows", "development-five-year"])
def test_numerals_and_appendix(name: str, numerals: str, appendix: bool, tmp_path: Path) -> None:
    style = BookStyle.model_validate({"numerals": numerals})
    assert content(read_again(truth(name), tmp_path, ".docx", style, appendix)) == content(truth(name))


def test_our_own_wording_is_no_narrative(tmp_path: Path) -> None:
    plan = truth("development-five-year")
    assert plan.narrative
    again = read_again(plan, tmp_path, ".docx", BookStyle(narrative="template", signatory="นามสมมุติ"), True)
    assert content(again) == content(plan.model_copy(update={"narrative": ()}))


@pytest.mark.parametrize("missing", ["organization", "fiscal_year"])
@pytest.mark.parametrize("name", ["operation-mixed", "development-four-year"])
def test_a_plan_that_tells_little_of_itself(name: str, missing: str, tmp_path: Path) -> None:
    """The book's own texts name years of laws and offices of no name: none is taken for the plan's."""
    plan = truth(name)
    unknown: dict[str, Any] = {"organization": {}} if missing == "organization" else {"fiscal_year": None}
    bare = Plan.model_validate({**plan.model_dump(), **unknown, "edition": None})
    again = read_again(bare, tmp_path, ".docx", BookStyle(), False)
    assert (again.organization, again.narrative) == (bare.organization, ())
    if name.startswith("operation") or missing == "organization":
        assert again.edition is None
        assert again.fiscal_year != 2548


def texts_of(book: Path) -> str:
    """The texts of all paragraphs and cells of a book."""
    return "".join(node.text or "" for node in docx.Document(str(book)).element.body.iter("{*}t"))


def test_options_of_the_command_line(run: Run, plan_file: Path, tmp_path: Path) -> None:
    damaged = json.loads(plan_file.read_text("utf-8"))
    damaged["projects"][0]["location"] = "หมู่ที่ 3\u000b"
    plan_file.write_text(json.dumps(damaged), "utf-8")
    fresh = tmp_path / "fresh.docx"
    options = ("--numerals", "arabic", "--narrative", "template", "--appendix")
    told = run("convert", plan_file, "-o", fresh, *options)
    assert told.exit_code == 0, told.stderr
    text = texts_of(fresh)
    assert "OUT005" in text
    assert "ส่วนที่ 1 บทนำ" in text
    assert not re.search("[๐-๙]", text)
    assert run("render", plan_file, "-o", fresh).exit_code == 0
    assert "ส่วนที่ ๑ บทนำ" in texts_of(fresh)
    assert "ภาคผนวก" not in texts_of(fresh)
    assert run("render", plan_file, "-o", fresh, "--numerals", "roman").exit_code == 2


@needs_soffice
@pytest.mark.parametrize("name", ["development-five-year", "operation-inband"])
def test_pdf(name: str, tmp_path: Path) -> None:
    plan = truth(name)
    assert content(read_again(plan, tmp_path, ".pdf", BookStyle(), False)) == content(plan)


@needs_soffice
@pytest.mark.parametrize("name", ["operation-arrows", "development-four-year"])
def test_pdf_in_an_offices_own_look(name: str, tmp_path: Path) -> None:
    """Its running head and foot, and the letters that count the first pages, are nobody's text."""
    plan = truth(name)
    assert content(read_again(plan, tmp_path, ".pdf", office_style(), False)) == content(plan)


@needs_soffice
def test_a_pdf_tells_which_line_ends_hide_a_space(tmp_path: Path) -> None:
    """Words that mostly stand behind a space, typed with one and without: only the drawn page tells them apart."""
    plan = truth("operation-mixed")
    names = [
        f"โครงการ{'ก' * filler}ประชาคมหมู่บ้าน{space}หมู่ที่ {filler}{space}เพื่อจัดทำแผนด้วยระบบ e-LAAS{space}แก่ประชาชน"
        for filler in range(3, 20)
        for space in ("", " ")
    ]
    projects = [plan.projects[0].model_copy(update={"number": None, "name": name}) for name in names]
    wrapped = plan.model_copy(update={"projects": tuple(projects)})
    again = read_again(wrapped, tmp_path, ".pdf", BookStyle(), False)
    assert [project.name for project in again.projects] == names


@needs_soffice
def test_a_units_name_that_sounds_like_two_comes_back_from_a_pdf(tmp_path: Path) -> None:
    plan = truth("operation-mixed")
    name = "โครงการชลประทานตัวอย่างนคร กรมชลประทาน"
    unit = ResponsibleUnit(unit=name)
    project = plan.projects[0].model_copy(update={"responsible_unit": name, "responsible_units": (unit,)})
    changed = plan.model_copy(update={"projects": (project, *plan.projects[1:])})
    assert content(read_again(changed, tmp_path, ".pdf", BookStyle(), False)) == content(changed)
