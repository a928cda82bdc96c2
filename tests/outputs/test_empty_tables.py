"""Headings without projects in the fresh book, the workbook and the page: in their places, with words that say so."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from outputs import xlsx
from outputs.docx import BookStyle
from outputs.docx.blocks import form_blocks, words_for_none
from outputs.summaries import summarize
from pipeline.extract import extract_file
from pipeline.render import render_plan
from schemas.empty_headings import EmptyHeading, declared_empty, empty_headings
from schemas.plan import DeclaredTotal, Form, Group, Heading, Plan, Project, RecordSource
from tests.outputs.html.pages import page_of, read

STRATEGIES = {"1": "การพัฒนาคน", "2": "การพัฒนาเศรษฐกิจ", "3": "การเมืองการบริหาร"}
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
BodyOf = Callable[[Plan], Any]


def group(label: str, number: str | None, name: str) -> Group:
    return Group(label=label, number=number, name=name)


def under(strategy: str, *more: Group) -> tuple[Group, ...]:
    return (group("ยุทธศาสตร์", strategy, STRATEGIES[strategy]), *more)


def program(number: str, name: str) -> Group:
    return group("แผนงาน", number, name)


def project(name: str, groups: tuple[Group, ...], table: int | None = None, form: Form = "ผด.02") -> Project:
    first, last = groups[0], groups[-1]
    return Project(
        form=form,
        number="1",
        name=name,
        groups=groups,
        strategy=Heading(number=first.number, name=first.name) if first.label == "ยุทธศาสตร์" else None,
        program=f"แผนงาน{last.name}" if last.label == "แผนงาน" else None,
        equipment_type=f"ครุภัณฑ์{last.name}" if last.label == "ประเภทครุภัณฑ์" else None,
        budget="100.00",
        months=(10,),
        source=RecordSource(table=table, row=1),
    )


def empty(*groups: Group, table: int | None = None, form: Form = "ผด.02") -> DeclaredTotal:
    return declared_empty(EmptyHeading(form=form, groups=groups), RecordSource(table=table))


PROJECTS = (
    project("อบรมครู", under("1", program("1.1", "การศึกษา"))),
    project("เบี้ยยังชีพ", under("1", program("1.3", "งบกลาง"))),
    project("จัดซื้อคอมพิวเตอร์", under("3", program("3.1", "บริหารงานทั่วไป"))),
    project("โต๊ะ", (group("ประเภทครุภัณฑ์", "1", "สำนักงาน"),), form="ผด.02/1"),
)
EMPTY = (
    empty(*under("1", program("1.2", "สาธารณสุข"))),
    empty(*under("2")),
    empty(*under("3", program("3.2", "การพาณิชย์"))),
    empty(group("ประเภทครุภัณฑ์", "2", "ยานพาหนะและขนส่ง"), form="ผด.02/1"),
)


@pytest.fixture
def plan(operation_plan: Plan) -> Plan:
    return operation_plan.model_copy(
        update={"projects": PROJECTS, "declared_totals": EMPTY, "narrative": (), "edition": None}
    )


def lines(body: Any) -> list[str]:
    """Headings, and of each row its texts; Arabic digits."""
    found = []
    for element in body:
        for part in [element] if element.tag.endswith("}p") else element.iter("{*}tr"):
            cells = ["".join(cell.itertext()) for cell in part.iter("{*}tc")] or ["".join(part.itertext())]
            found.append(" | ".join(text for text in cells if text).translate(DIGITS))
    return found


def test_each_stands_in_its_place(plan: Plan) -> None:
    named = [
        (block.groups[-1].name, len(block.projects))
        for form in ("ผด.02", "ผด.02/1")
        for block in form_blocks(plan, form)
    ]
    assert named == [
        ("การศึกษา", 1), ("สาธารณสุข", 0), ("งบกลาง", 1), ("การพัฒนาเศรษฐกิจ", 0), ("บริหารงานทั่วไป", 1), ("การพาณิชย์", 0),
        ("สำนักงาน", 1), ("ยานพาหนะและขนส่ง", 0),
    ]  # fmt: skip


def test_without_numbers_the_place_in_the_source_tells(plan: Plan) -> None:
    names = ("การศึกษา", "การเกษตร", "งบกลาง")
    projects = [
        project(name, under("1", group("แผนงาน", None, name)), table=2 * at) for at, name in enumerate(names)
    ]
    totals = (
        empty(*under("1", group("แผนงาน", None, "สาธารณสุข")), table=3),
        empty(*under("1", group("แผนงาน", None, "การพาณิชย์")), table=0),
    )
    changed = plan.model_copy(update={"projects": tuple(projects), "declared_totals": totals})
    found = [block.groups[-1].name for block in form_blocks(changed, "ผด.02")]
    assert found == ["การพาณิชย์", "การศึกษา", "การเกษตร", "สาธารณสุข", "งบกลาง"]


def test_one_that_a_person_gave_projects_is_not_printed_as_empty(plan: Plan) -> None:
    more = (*plan.projects, project("ฉีดวัคซีน", under("1", program("1.2", "สาธารณสุข"))))
    blocks = form_blocks(plan.model_copy(update={"projects": more}), "ผด.02")
    assert [block.groups[-1].name for block in blocks if not block.projects] == ["การพัฒนาเศรษฐกิจ", "การพาณิชย์"]


def test_one_follows_the_strategy_whose_name_was_put_right(plan: Plan) -> None:
    renamed = [
        each.model_copy(
            update={
                "groups": tuple(
                    g.model_copy(update={"name": "การพัฒนาคนและสังคม"}) if g.number == "1" else g
                    for g in each.groups
                )
            }
        )
        for each in plan.projects
    ]
    blocks = form_blocks(plan.model_copy(update={"projects": tuple(renamed)}), "ผด.02")
    assert [g.name for g in blocks[1].groups] == ["การพัฒนาคนและสังคม", "สาธารณสุข"]


def test_the_book_prints_a_table_that_says_so(plan: Plan, body_of: BodyOf) -> None:
    found = lines(body_of(plan))
    at = [index for index, line in enumerate(found) if line == "ไม่มีโครงการ"]
    assert len(at) == 3
    assert found[at[0] - 3] == "1.2 แผนงานสาธารณสุข"
    assert found[at[0] - 2].startswith("ที่ | โครงการ")
    assert found[at[0] + 1] == "1.3 แผนงานงบกลาง"
    assert found[at[1] - 3] == "ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ"
    assert found[at[2] + 1].startswith("รวมทั้งสิ้น 3 โครงการ | 300")
    assert found.count("ไม่มีรายการครุภัณฑ์") == 1


def test_the_row_reaches_over_all_columns(plan: Plan, body_of: BodyOf) -> None:
    table = next(t for t in body_of(plan).iter("{*}tbl") if "ไม่มีโครงการ" in "".join(t.itertext()))
    *_, last = table.iter("{*}tr")
    (cell,) = last.iter("{*}tc")
    (span,) = cell.iter("{*}gridSpan")
    assert int(next(iter(span.attrib.values()))) == len(list(table.iter("{*}gridCol")))


def test_a_form_that_has_nothing_else_is_printed(plan: Plan, body_of: BodyOf) -> None:
    without = plan.model_copy(update={"projects": plan.projects[:3]})
    found = lines(body_of(without))
    assert found.count("ไม่มีรายการครุภัณฑ์") == 1
    assert not any(line.startswith("รวมทั้งสิ้น 0") for line in found)


def test_the_summary_lists_them_by_dashes(plan: Plan, body_of: BodyOf) -> None:
    rows = {row.label: row for row in summarize(plan).rows}
    assert not rows["1.2 แผนงานสาธารณสุข"].has_projects
    assert summarize(plan).rows[-1].figures[0].count_percent == 100
    found = lines(body_of(plan))
    assert "1.2 แผนงานสาธารณสุข | - | - | - | - | -" in found
    assert "ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ | - | - | - | - | -" in found


def test_the_summary_of_a_development_plan(development_plan: Plan, body_of: BodyOf) -> None:
    over = development_plan.projects[0].groups[:1]
    total = empty(*over, program("1.2", "สาธารณสุข"), form="ผ.02")
    changed = development_plan.model_copy(update={"declared_totals": (total,)})
    assert "1.2 แผนงานสาธารณสุข | " + " | ".join("-" * 8) in lines(body_of(changed))


def test_a_workbook_prints_a_row_that_says_so(plan: Plan) -> None:
    book = load_workbook(io.BytesIO(xlsx.render(plan, BookStyle())))
    sheet = book.worksheets[1]
    (row,) = (cell.row for cell in sheet["A"] if str(cell.value).translate(DIGITS) == "1.2 แผนงานสาธารณสุข")
    assert sheet.cell(row + 1, 1).value == "ไม่มีโครงการ"
    assert f"A{row + 1}" in {str(merged).split(":")[0] for merged in sheet.merged_cells.ranges}


def test_the_page_says_so(plan: Plan) -> None:
    (part,) = (
        p for p in page_of(plan).xpath("//section") if read(p).strip().translate(DIGITS).startswith("1.2 ")
    )
    assert "none" in part.get("class")
    assert read(part).split()[-1] == "ไม่มีโครงการ"
    assert not part.xpath(".//table")


def test_equipment_has_items() -> None:
    assert [words_for_none(form) for form in ("ผ.02", "ผ.03")] == ["ไม่มีโครงการ", "ไม่มีรายการครุภัณฑ์"]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_what_is_written_reads_the_same_again(plan: Plan, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"fresh{suffix}"
    path.write_bytes(render_plan(plan, suffix, BookStyle(), os.environ))
    again = extract_file(path, os.environ)
    assert [empty for empty, _ in empty_headings(again.plan)] == [empty for empty, _ in empty_headings(plan)]
    assert [(p.name, p.groups) for p in again.plan.projects] == [(p.name, p.groups) for p in plan.projects]
    assert [f.code for f in again.findings].count("REC004") == len(EMPTY)
    assert not {"REC002", "REC003", "PLN004", "PLN026", "PLN052", "PLN059"} & {f.code for f in again.findings}
