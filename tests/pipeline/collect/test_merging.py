"""Projects that were handed in and the draft that they come into: each once, in its place, with its origin."""

from collections.abc import Iterable, Sequence

import pytest

from parsers.forms.sheets import SheetRow, SheetRows
from parsers.forms.submission import Asked, Submitted, read_submission
from pipeline.collect.merging import Merged, merge
from pipeline.collect.origin import Origin, origin_of
from schemas.document import Source
from schemas.plan import DeclaredTotal, Group, Heading, Plan, Project, ResponsibleUnit

ROADS, PEOPLE = Heading(number="1", name="การพัฒนาโครงสร้างพื้นฐาน"), Heading(number="2", name="การพัฒนาคน")
HEADERS = "ลำดับ|ประเภทรายการ|ยุทธศาสตร์|แผนงาน|ชื่อโครงการ|งบประมาณ|หน่วยงานรับผิดชอบหลัก|สถานที่ดำเนินการ"


def project(number: str, name: str, strategy: Heading, program: tuple[str, str], **more: object) -> Project:
    groups = (
        Group(label="ยุทธศาสตร์", number=strategy.number, name=strategy.name),
        Group(label="แผนงาน", number=program[0], name=program[1]),
    )
    fields = {"budget": "100000.00", "responsible_unit": "กองช่าง", **more}
    unit = ResponsibleUnit(unit=str(fields["responsible_unit"]))
    return Project(
        form="ผด.02", number=number, name=name, strategy=strategy, groups=groups,
        program=f"แผนงาน{program[1]}", responsible_units=(unit,), **fields,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def draft() -> Plan:
    return Plan(
        kind="operation_plan",
        fiscal_year=2567,
        projects=(
            project("1", "ก่อสร้างถนน คสล. หมู่ที่ 3", ROADS, ("1.1", "เคหะและชุมชน")),
            project("2", "ก่อสร้างถนน คสล. หมู่ที่ 5", ROADS, ("1.1", "เคหะและชุมชน")),
            project("1", "ขุดลอกคลอง", ROADS, ("1.2", "การเกษตร")),
            project("1", "วันเด็กแห่งชาติ", PEOPLE, ("2.1", "การศึกษา"), responsible_unit="กองการศึกษา"),
        ),
        declared_totals=(DeclaredTotal(label="รวม", scope="plan", count=4),),
        source=Source(name="draft.json", sha256="0" * 64, format="json", size_bytes=1),
    )


def handed_in(*lines: str, file: str = "กองช่าง.xlsx") -> tuple[Submitted, ...]:
    rows = [
        SheetRow(number, {col: text for col, text in enumerate(line.split("|")) if text})
        for number, line in enumerate((HEADERS, *lines), start=1)
    ]
    return read_submission([SheetRows("แบบ", tuple(rows))], file, Asked("operation_plan", 2567)).projects


def merged(draft: Plan, submitted: Sequence[Submitted], files: Iterable[str] = ("กองช่าง.xlsx",)) -> Merged:
    return merge(draft, submitted, files)


def codes(result: Merged) -> list[str]:
    return [finding.code for finding in result.findings]


def numbered(plan: Plan) -> list[tuple[str | None, str | None]]:
    return [(each.number, each.name) for each in plan.projects]


def test_a_project_comes_behind_those_of_its_program_and_all_are_numbered_anew(draft: Plan) -> None:
    line = "||การพัฒนาโครงสร้างพื้นฐาน|เคหะและชุมชน|วางท่อระบายน้ำ หมู่ที่ 9|5000"
    result = merged(draft, handed_in(line))
    assert numbered(result.plan)[2:4] == [("3", "วางท่อระบายน้ำ หมู่ที่ 9"), ("1", "ขุดลอกคลอง")]
    new = result.plan.projects[2]
    assert (new.groups, new.strategy) == (draft.projects[0].groups, ROADS)
    assert origin_of(new) == Origin("กองช่าง.xlsx", "แบบ", 2, "กองช่าง")
    (row,) = result.rows
    assert (row.status, row.index, row.number, row.row, row.amount) == ("added", 2, "3", 2, "5000.00")
    assert result.plan.declared_totals == ()
    assert codes(result) == []


def test_a_new_program_gets_the_next_number_under_its_strategy(draft: Plan) -> None:
    result = merged(draft, handed_in("||2. การพัฒนาคน|สาธารณสุข|พ่นหมอกควัน|5000"))
    assert result.plan.projects[-1].groups[-1] == Group(label="แผนงาน", number="2.2", name="สาธารณสุข")
    assert result.plan.projects[-1].number == "1"


def test_a_strategy_follows_from_a_program_that_only_one_has(draft: Plan) -> None:
    result = merged(draft, handed_in("|||การศึกษา|ค่ายวิทยาศาสตร์|5000"))
    assert (result.plan.projects[-1].strategy, codes(result)) == (PEOPLE, [])


def test_a_strategy_that_nothing_tells_is_asked_for(draft: Plan) -> None:
    result = merged(draft, handed_in("|||สาธารณสุข|พ่นหมอกควัน|5000"))
    assert codes(result) == ["REC045"]
    assert result.plan.projects[-1].strategy is None


def test_an_unknown_strategy_is_a_new_heading_with_a_number_of_its_own(draft: Plan) -> None:
    line = "||ยุทธศาสตร์ที่ 1 การท่องเที่ยว|การพาณิชย์|ตลาดน้ำ|5000"
    result = merged(draft, handed_in(line, line.replace("ตลาดน้ำ", "ตลาดบก")))
    assert codes(result) == ["REC044"]
    assert [each.strategy for each in result.plan.projects[-2:]] == [
        Heading(number="3", name="การท่องเที่ยว")
    ] * 2
    assert [group.number for group in result.plan.projects[-1].groups] == ["3", "3.1"]


def test_merging_the_same_again_changes_nothing(draft: Plan) -> None:
    lines = handed_in("||การพัฒนาคน|การศึกษา|ค่ายวิทยาศาสตร์|5000", "||ใหม่||ตลาดน้ำ|x", "||ใหม่||ตลาดน้ำ|x")
    once = merged(draft, lines)
    twice = merged(once.plan, lines)
    assert twice.plan == once.plan
    assert [row.status for row in once.rows] == ["added", "added", "same"]
    assert [row.status for row in twice.rows] == ["present", "present", "same"]


def test_an_equal_project_is_not_added_again(draft: Plan) -> None:
    line = "||การพัฒนาโครงสร้างพื้นฐาน|เคหะและชุมชน|โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก ม.๓|100,000|กองช่าง"
    result = merged(draft, handed_in(line))
    assert (len(result.plan.projects), codes(result), result.rows[0].status) == (4, ["REC046"], "same")
    assert "ลำดับที่ 1 แผนงานเคหะและชุมชน" in result.findings[0].message("th")


def test_a_file_that_was_renamed_doubles_nothing(draft: Plan) -> None:
    line = "||การพัฒนาคน|การศึกษา|ค่ายวิทยาศาสตร์|5000"
    once = merged(draft, handed_in(line))
    again = merged(once.plan, handed_in(line, file="ใหม่.xlsx"), ["ใหม่.xlsx"])
    assert again.plan == once.plan
    assert codes(again) == ["REC046"]


def test_a_likely_double_is_kept_and_told_of(draft: Plan) -> None:
    line = "||การพัฒนาคน|การศึกษา|จัดงานวันเด็กแห่งชาติ ประจำปี 2567|90000|กองการศึกษา"
    result = merged(draft, handed_in(line))
    assert (len(result.plan.projects), codes(result)) == (5, ["REC047"])
    assert "วันเด็กแห่งชาติ" in str(result.findings[0].facts["twin"])


@pytest.mark.parametrize("name", ["ก่อสร้างถนน คสล. หมู่ที่ 7", "อบรมอาสาสมัคร รุ่นที่ 2"])
def test_near_twins_are_no_doubles(draft: Plan, name: str) -> None:
    first = project("1", "อบรมอาสาสมัคร รุ่นที่ 1", PEOPLE, ("2.1", "การศึกษา"))
    plan = draft.model_copy(update={"projects": (*draft.projects, first)})
    result = merged(plan, handed_in(f"||การพัฒนาคน|การศึกษา|{name}|100000|กองช่าง"))
    assert (len(result.plan.projects), codes(result)) == (6, [])


def test_a_changed_row_changes_its_project(draft: Plan) -> None:
    line = "||การพัฒนาคน|การศึกษา|ค่ายวิทยาศาสตร์|5000"
    once = merged(draft, handed_in(line))
    again = merged(once.plan, handed_in(line.replace("5000", "7000")))
    assert [each.budget for each in again.plan.projects[-1:]] == ["7000.00"]
    assert (len(again.plan.projects), codes(again), again.rows[0].status) == (5, ["REC048"], "updated")


def test_what_a_person_changed_in_the_draft_is_not_written_over(draft: Plan) -> None:
    line = "||การพัฒนาคน|การศึกษา|ค่ายวิทยาศาสตร์|5000"
    once = merged(draft, handed_in(line)).plan
    by_hand = once.projects[-1].model_copy(update={"budget": "6000.00"})
    edited = once.model_copy(update={"projects": (*once.projects[:-1], by_hand)})
    assert merged(edited, handed_in(line)).plan == edited
    again = merged(edited, handed_in(line.replace("5000", "7000")))
    assert (again.plan.projects[-1].budget, codes(again)) == ("6000.00", ["REC049"])


def test_a_row_that_is_gone_is_told_of_and_its_project_stays(draft: Plan) -> None:
    lines = ("||การพัฒนาคน|การศึกษา|ค่ายวิทยาศาสตร์|5000", "||การพัฒนาคน|การศึกษา|ตลาดนัดความรู้|5000")
    once = merged(draft, handed_in(*lines))
    again = merged(once.plan, handed_in(lines[1]))
    assert codes(again) == ["REC050"]
    assert numbered(again.plan) == numbered(once.plan)
    # Of a file that was not collected this time nothing is gone.
    assert codes(merged(once.plan, (), ["อื่น.xlsx"])) == []


def test_rows_that_moved_are_the_same_projects(draft: Plan) -> None:
    lines = ("||การพัฒนาคน|การศึกษา|ค่ายวิทยาศาสตร์|5000", "||การพัฒนาคน|การศึกษา|ตลาดนัดความรู้|6000")
    once = merged(draft, handed_in(*lines))
    again = merged(once.plan, handed_in("", *reversed(lines)))
    assert codes(again) == []
    assert numbered(again.plan) == numbered(once.plan)
    assert [origin.row for each in again.plan.projects if (origin := origin_of(each))] == [4, 3]


def test_an_empty_draft_takes_all(draft: Plan) -> None:
    lines = ("||การพัฒนาคน|การศึกษา|ค่ายวิทยาศาสตร์|5000", "|ครุภัณฑ์สำนักงาน||การศึกษา|โต๊ะ|900")
    empty = draft.model_copy(update={"projects": ()})
    result = merged(empty, handed_in(*lines))
    assert numbered(result.plan) == [("1", "ค่ายวิทยาศาสตร์"), ("1", "โต๊ะ")]
    assert merged(result.plan, handed_in(*lines)).plan == result.plan
