"""Values as officers type them, set into a Plan with all that hangs on them."""

import pytest

from parsers.corrections import TEXT, Unfit, affected, can_set, wanted_at, with_value
from parsers.corrections.months import read_months
from schemas.document import Source
from schemas.plan import DeclaredTotal, Group, Heading, NarrativeSection, Organization, Plan, Project
from schemas.plan_path import NoSuchPlace, project_index, value_at
from schemas.plan_text import money_text, text_at

SOURCE = Source(name="a.docx", sha256="0" * 64, format="docx", size_bytes=1)
ROADS = Group(label="ยุทธศาสตร์", number="1", name="การพัฒนาถนน")
PEOPLE = Group(label="ยุทธศาสตร์", number="2", name="การพัฒนาคน")
LEARNING = Group(label="แผนงาน", number="2.1", name="การศึกษา")


def _project(name: str, *groups: Group, **fields: object) -> Project:
    strategy = next((g.model_dump(exclude={"label"}) for g in groups if g.label == "ยุทธศาสตร์"), None)
    program = next((f"แผนงาน{g.name}" for g in groups if g.label == "แผนงาน"), None)
    given = {"form": "ผด.02", "name": name, "groups": groups, "strategy": strategy, "program": program}
    return Project.model_validate({**given, **fields})


def _plan(*projects: Project, **fields: object) -> Plan:
    given = {"kind": "operation_plan", "fiscal_year": 2566, "projects": projects, "source": SOURCE}
    return Plan.model_validate({**given, **fields})


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("ต.ค.-ธ.ค.", (10, 11, 12)),
        ("ตุลาคม 2565 ถึง มกราคม 2566", (10, 11, 12, 1)),
        ("ก.พ., ต.ค.", (10, 2)),
        ("ต.ค. - พ.ย. และ ก.ย.", (10, 11, 9)),
        ("๑๐-๑๒", (10, 11, 12)),
        ("10, พ.ย. ถึง ธ.ค.", (10, 11, 12)),
        ("ไตรมาสที่ 2", (1, 2, 3)),
        ("1 ต.ค. - 30 พ.ย. 65", (10, 11)),
        ("9-10", None),
        ("ตลอดปี", (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
        ("-", ()),
        ("ก.ย.-ต.ค.", None),
        ("13", None),
        ("เร็ว ๆ นี้", None),
        ("", None),
    ],
)
def test_typed_months(typed: str, months: tuple[int, ...] | None) -> None:
    assert read_months(typed) == months


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("name", " ปรับปรุง  ถนนสาย ๒ ", "ปรับปรุง ถนนสาย 2"),
        ("budget", "1,250,000", "1250000.00"),
        ("budget", "๑๒,๐๐๐", "12000.00"),
        ("budget", "12000.50 บาท", "12000.50"),
        ("budget", "-", None),
        ("months", "ต.ค.-ธ.ค.", (10, 11, 12)),
        ("finish_month", "ก.ย. 66", 9),
        ("number", "๑๒.", "12"),
        ("responsible_unit", "กองช่าง, สำนักปลัด", "กองช่าง, สำนักปลัด"),
    ],
)
def test_value_of_a_project(field: str, typed: str, value: object) -> None:
    plan = with_value(_plan(_project("ก"), _project("ข")), f"projects[1].{field}", typed)
    assert getattr(plan.projects[1], field) == value
    assert plan.projects[0] == _project("ก")


def test_money_and_its_words_replace_each_other() -> None:
    plan = with_value(_plan(_project("ก", budget="5.00")), "projects[0].budget", "ไม่ใช้งบประมาณ")
    assert (plan.projects[0].budget, plan.projects[0].budget_text) == (None, "ไม่ใช้งบประมาณ")
    again = with_value(plan, "projects[0].budget", "๕")
    assert (again.projects[0].budget, again.projects[0].budget_text) == ("5.00", None)


def test_money_by_year() -> None:
    plan = _plan(_project("ก", form="ผ.02", budget_text="-"), kind="development_plan")
    both = with_value(plan, "projects[0].budgets", "2567: 50,000; 2566: 1,000,000.50")
    assert both.projects[0].budgets == {"2566": "1000000.50", "2567": "50000.00"}
    assert text_at(both, "projects[0].budgets") == "2566: 1,000,000.50; 2567: 50,000"
    assert with_value(both, "projects[0].budgets", money_text(both.projects[0])) == both
    one = with_value(both, "projects[0].budgets.2567", "-")
    assert one.projects[0].budgets == {"2566": "1000000.50"}
    none = with_value(one, "projects[0].budgets", "-")
    assert (none.projects[0].budgets, none.projects[0].budget_text) == ({}, "-")


def test_units_are_divided_anew() -> None:
    plan = with_value(_plan(_project("ก")), "projects[0].responsible_unit", "กองช่าง/กองคลัง")
    assert [unit.unit for unit in plan.projects[0].responsible_units] == ["กองช่าง", "กองคลัง"]


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("projects[0].budget", "ห้าพันกว่า"),
        ("projects[0].budget", "5,000 6,000"),
        ("projects[0].budgets", "5,000"),
        ("projects[0].budgets", "2566: 5,000; 2566: 6,000"),
        ("projects[0].months", "ปลายปี"),
        ("projects[0].finish_month", "สิ้นปี"),
        ("projects[0].name", "  "),
        ("projects[0].strategy", ""),
        ("fiscal_year", "ปีหน้า"),
        ("fiscal_year", "2566-2570"),
        ("organization", "ธารทิพย์"),
        ("declared_totals[0].count", "มาก"),
    ],
)
def test_what_a_field_cannot_take_is_refused(path: str, typed: str) -> None:
    plan = _plan(_project("ก"), declared_totals=(DeclaredTotal(label="รวม", scope="plan", count=1),))
    assert can_set(plan, path)
    with pytest.raises(Unfit) as refused:
        with_value(plan, path, typed)
    assert refused.value.wanted.th


def test_values_of_the_plan() -> None:
    plan = _plan(
        _project("ก"),
        declared_totals=(DeclaredTotal(label="รวม", scope="plan", count=1, amount="5.00"),),
        narrative=(NarrativeSection(title="บทนำ", level=1, paragraphs=("หนึ่ง", "สอง")),),
        organization=Organization(district="ศรีสมมุติ"),
    )
    plan = with_value(plan, "fiscal_year", "ปี พ.ศ. ๒๕๖๗")
    plan = with_value(plan, "organization", "องค์การบริหารส่วนตำบลธารทิพย์ จังหวัดตัวอย่าง")
    plan = with_value(plan, "declared_totals[0].amount", "๖,๐๐๐.-")
    plan = with_value(plan, "declared_totals[0].count", "๒")
    plan = with_value(plan, "narrative[0].paragraphs[1]", "สาม")
    assert (plan.fiscal_year, plan.fiscal_year_end) == (2567, 2567)
    assert plan.organization.model_dump() == {
        "type": "องค์การบริหารส่วนตำบล",
        "name": "ธารทิพย์",
        "district": "ศรีสมมุติ",
        "province": "ตัวอย่าง",
    }
    assert (plan.declared_totals[0].amount, plan.declared_totals[0].count) == ("6000.00", 2)
    assert plan.narrative[0].paragraphs == ("หนึ่ง", "สาม")


def test_a_heading_is_corrected_over_all_that_stand_under_it() -> None:
    typo = Group(label="ยุทธศาสตร์", number="2", name="การพัฒนาคนน")
    plan = _plan(_project("ก", ROADS), _project("ข", typo, LEARNING), _project("ค", typo, LEARNING))
    assert affected(plan, "projects[1].strategy") == 2
    mended = with_value(plan, "projects[1].strategy", "การพัฒนาคน")
    assert [project.strategy and project.strategy.name for project in mended.projects] == [
        "การพัฒนาถนน",
        "การพัฒนาคน",
        "การพัฒนาคน",
    ]
    assert [project.groups for project in mended.projects] == [
        (ROADS,),
        (PEOPLE, LEARNING),
        (PEOPLE, LEARNING),
    ]


def test_a_lost_heading_is_taken_over_from_elsewhere() -> None:
    plan = _plan(_project("ก", PEOPLE), _project("ข", LEARNING), _project("ค", LEARNING))
    mended = with_value(plan, "projects[2].strategy", "การพัฒนาคน")
    assert affected(plan, "projects[2].strategy") == 2
    assert all(project.groups == (PEOPLE, LEARNING) for project in mended.projects[1:])
    assert mended.projects[1].strategy == Heading(number="2", name="การพัฒนาคน")


def test_a_heading_may_be_named_by_its_group_or_number() -> None:
    plan = _plan(_project("ก", PEOPLE, LEARNING), _project("ข", PEOPLE, LEARNING), _project("ค", ROADS))
    numbered = with_value(plan, "projects[0].strategy.number", "๓")
    assert [project.strategy and project.strategy.number for project in numbered.projects] == ["3", "3", "1"]
    assert numbered.projects[1].groups[0] == Group(label="ยุทธศาสตร์", number="3", name="การพัฒนาคน")
    named = with_value(plan, "projects[1].groups[1].name", "การเกษตร")
    assert [project.program for project in named.projects[:2]] == ["แผนงานการเกษตร", "แผนงานการเกษตร"]
    assert named.projects[0].groups[1] == Group(label="แผนงาน", number="2.1", name="การเกษตร")
    assert affected(plan, "projects[1].groups[1].name") == 2


def test_a_project_says_what_its_points_say() -> None:
    points = [
        {"target": "จุดที่ 1 ยาว 10 เมตร", "budgets": {"2566": "5.00"}, "responsible_unit": "กองช่าง"},
        {"target": "จุดที่ 2 ยาว 20 เมตร", "budgets": {"2566": "7.00"}, "responsible_unit": "กองช่าง"},
    ]
    plan = _plan(_project("ก", form="ผ.02", points=points), kind="development_plan")
    plan = with_value(plan, "projects[0].points[1].target", "จุดที่ ๒ ยาว ๓๐ เมตร")
    plan = with_value(plan, "projects[0].points[0].budgets.2567", "๑๐")
    plan = with_value(plan, "projects[0].points[1].responsible_unit", "กองคลัง")
    plan = with_value(plan, "projects[0].points[1].expected_result", "สะดวก")
    project = plan.projects[0]
    assert project.target == "จุดที่ 1 ยาว 10 เมตร จุดที่ 2 ยาว 30 เมตร"
    assert project.budgets == {"2566": "12.00", "2567": "10.00"}
    assert (project.responsible_unit, len(project.responsible_units)) == ("กองช่าง, กองคลัง", 2)
    assert (project.expected_result, project.points[1].expected_result) == ("สะดวก", "สะดวก")
    with pytest.raises(Unfit):
        with_value(plan, "projects[0].points[0].budgets.2567", "แพง")


def test_each_field_tells_what_it_wants() -> None:
    plan = _plan(_project("ก"))
    hints = {
        field: wanted_at(plan, f"projects[0].{field}").en for field in ("budget", "budgets", "months", "name")
    }
    assert "250,000" in hints["budget"]
    assert "2567" in hints["budgets"]
    assert "10-12" in hints["months"]
    assert hints["name"] == TEXT.en


def test_a_program_in_its_own_column_is_one_projects() -> None:
    plan = _plan(*(_project(name, form="ผ.03", program="แผนงานการศึกษาา") for name in "กข"))
    mended = with_value(plan, "projects[0].program", "การศึกษา")
    assert [project.program for project in mended.projects] == ["แผนงานการศึกษา", "แผนงานการศึกษาา"]
    assert mended.projects[0].groups == ()


def test_what_is_no_field_cannot_be_set() -> None:
    plan = _plan(_project("ก"))
    for path in (
        None,
        "projects[0]",
        "projects[7].name",
        "projects[0].colour",
        "projects",
        "no path!",
        "narrative",
    ):
        assert not can_set(plan, path)
    with pytest.raises(NoSuchPlace):
        with_value(plan, "projects[0]", "ก")


def test_places_and_their_texts() -> None:
    plan = _plan(_project("ก", PEOPLE, budget="245000.00", months=(10, 11, 12, 2), finish_month=2))
    texts = {
        field: text_at(plan, f"projects[0].{field}")
        for field in ("budget", "months", "finish_month", "strategy")
    }
    assert texts == {
        "budget": "245,000",
        "months": "ต.ค.-ธ.ค., ก.พ.",
        "finish_month": "กุมภาพันธ์",
        "strategy": "2. การพัฒนาคน",
    }
    assert text_at(plan, "projects[0]") == "ก"
    assert text_at(plan, "organization") == ""
    assert value_at(plan, "projects[0].groups[0].name") == "การพัฒนาคน"
    assert (project_index("projects[12].name"), project_index("fiscal_year"), project_index(None)) == (
        12,
        None,
        None,
    )
    with pytest.raises(NoSuchPlace):
        value_at(plan, "projects[0].groups[4].name")
