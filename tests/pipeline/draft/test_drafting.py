"""What is proposed for each project, and its number, money and months in the new year."""

from decimal import Decimal
from typing import Any

import pytest

from pipeline.draft.amounts import adjusted, read_percent
from pipeline.draft.drafting import Choices, make_draft
from pipeline.draft.history import History
from pipeline.draft.numbering import numbering_scope, ordered, renumbered
from pipeline.draft.standing import is_construction, standing
from schemas.draft import Draft
from schemas.failures import InputFailure, UsageFailure
from schemas.plan import Group, Plan, Point, Project


def statuses(draft: Draft) -> list[str]:
    return [entry.status for entry in draft.entries]


def reasons(draft: Draft) -> list[list[str]]:
    return [[reason.key for reason in entry.reasons] for entry in draft.entries]


def test_every_project_is_in_the_draft_with_a_proposal(last: Plan) -> None:
    draft = make_draft(last, 2567, Choices())
    assert statuses(draft) == ["proposed_drop", "undecided", "carried", "undecided", "carried"]
    assert reasons(draft) == [
        ["construction_ended"],
        ["nothing_tells"],
        ["worded"],
        ["nothing_tells"],
        ["worded"],
    ]
    assert [project.months for project in draft.plan.projects] == [
        project.months for project in last.projects
    ]


def test_the_plan_is_of_the_new_year(last: Plan) -> None:
    plan = make_draft(last, 2567, Choices()).plan
    assert (plan.fiscal_year, plan.edition, plan.declared_totals) == (2567, None, ())
    assert plan.narrative[0].title == "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2567"
    assert plan.narrative[0].paragraphs == last.narrative[0].paragraphs
    assert plan.projects[2].name == "โครงการวันเด็กแห่งชาติ ประจำปี 2567"


def test_all_are_carried_when_asked_and_what_is_done_is_still_told(last: Plan) -> None:
    draft = make_draft(last, 2567, Choices(keeps_all=True))
    assert set(statuses(draft)) == {"carried"}
    assert reasons(draft)[0] == ["all", "construction_ended"]


def test_what_a_list_does_not_name_is_proposed_for_dropping(last: Plan) -> None:
    draft = make_draft(last, 2567, Choices(listed=frozenset({1})))
    assert statuses(draft) == ["proposed_drop", "carried", "proposed_drop", "proposed_drop", "proposed_drop"]


def test_what_stood_in_earlier_years_recurs(last: Plan) -> None:
    draft = make_draft(last, 2567, Choices(history=History({1: frozenset({2565, 2564})})))
    assert draft.entries[1].status == "carried"
    assert draft.entries[1].reasons[0].facts == {"years": "2564, 2565"}


@pytest.mark.parametrize(
    ("name", "fields", "reason"),
    [
        ("ก่อสร้างถนน", {"months": (1, 2)}, "construction_ended"),
        ("ก่อสร้างถนน", {"finish_month": 9}, "construction_ended"),
        ("ก่อสร้างถนน", {}, "construction_unscheduled"),
        ("ก่อสร้างถนน", {"months": (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)}, "construction_all_year"),
        ("ก่อสร้างถนน ระยะที่ 2", {"months": (1,)}, "construction_goes_on"),
        ("โต๊ะทำงาน", {"form": "ผด.02/1"}, "equipment"),
        ("อบรมผู้นำ ประจำปีงบประมาณ 2566", {}, "nothing_tells"),
        ("สมทบกองทุน", {}, "worded"),
        ("รายจ่ายอื่น", {"program": "แผนงานงบกลาง"}, "worded"),
    ],
)
def test_what_a_project_tells(name: str, fields: dict[str, Any], reason: str) -> None:
    _, (told,) = standing(Project(**{"form": "ผด.02", "name": name, **fields}), ())
    assert told.key == reason


@pytest.mark.parametrize(
    ("name", "built"),
    [
        ("โครงการ จ้างเหมา ก่อสร้างอาคาร", True),
        ("ปรับปรุงระบบประปาหมู่บ้าน", True),
        ("ซ่อมแซมบ้านผู้ยากไร้ บ้านคลองตาลงาม", False),
        ("อบรมช่างก่อสร้าง", False),
        ("ปรับปรุงข้อมูลแผนที่ภาษี", False),
    ],
)
def test_what_is_built(name: str, built: bool) -> None:
    assert is_construction(name) is built


# ---- money ----


@pytest.mark.parametrize(
    ("before", "percent", "after"),
    [
        ("100000.00", "3%", "103000.00"),
        ("12345.00", "3", "12700.00"),
        ("5000.00", "+1%", "5100.00"),  # 5,050 is half a hundred: up
        ("100000.00", "-2.5%", "97500.00"),
        ("40.00", "3%", "40.00"),
        ("0.00", "3%", "0.00"),
        ("12345.00", "0%", "12345.00"),
    ],
)
def test_adjusted_money(before: str, percent: str, after: str) -> None:
    assert adjusted(Project(form="ผด.02", budget=before), read_percent(percent)).budget == after


def test_points_are_adjusted_so_that_their_sum_is_the_projects() -> None:
    points = (Point(budgets={"2566": "150.00"}), Point(budgets={"2566": "150.00"}))
    project = adjusted(Project(form="ผด.02", budget="300.00", points=points), Decimal(10))
    assert [point.budgets for point in project.points] == [{"2566": "200.00"}] * 2
    assert project.budget == "400.00"


@pytest.mark.parametrize("text", ["", "สาม", "-100%", "3 บาท"])
def test_what_is_no_percentage(text: str) -> None:
    with pytest.raises(UsageFailure) as caught:
        read_percent(text)
    assert caught.value.code == "DRF013"


# ---- numbers ----


def test_numbers_begin_anew_where_they_did(last: Plan) -> None:
    draft = make_draft(last, 2567, Choices())
    assert [project.number for project in draft.plan.projects] == ["1", "1", "1", "2", "1"]


def test_running_numbers_run_on(last: Plan) -> None:
    running = [each.model_copy(update={"number": str(at)}) for at, each in enumerate(last.projects, start=1)]
    kept = [running[0], *running[2:]]
    assert [each.number for each in renumbered(kept, numbering_scope(running), has_numbers=True)] == list(
        "1234"
    )


def test_projects_under_one_heading_come_together_and_programs_are_counted(last: Plan) -> None:
    late = last.projects[0].model_copy(update={"name": "ขุดลอกคลอง"})
    assert ordered([*last.projects, late]) == [0, 5, 1, 2, 3, 4]
    gone = last.model_copy(update={"projects": last.projects[1:]})
    first = make_draft(gone, 2567, Choices()).plan.projects[0]
    assert first.groups[1].number == "1.2"
    draft = make_draft(last.model_copy(update={"projects": (*last.projects, late)}), 2567, Choices())
    assert [project.number for project in draft.plan.projects] == ["1", "2", "1", "1", "2", "1"]


# ---- a development plan as the source ----


def development(last: Plan, **fields: Any) -> Plan:
    line = Project(
        form="ผ.02",
        groups=(Group(label="แผนงาน", name="การศึกษา"),),
        program="แผนงานการศึกษา",
        number="7",
        name="สนามเด็กเล่น",
        objective="เพื่อ",
        target="จุดที่ 1 บ้านเหนือ จุดที่ 2 บ้านใต้",
        budgets={"2566": "10.00", "2567": "20.00"},
        points=(
            Point(target="จุดที่ 1 บ้านเหนือ", budgets={"2566": "10.00"}),
            Point(target="จุดที่ 2 บ้านใต้", budgets={"2567": "20.00"}),
        ),
    )
    others = (
        line.model_copy(update={"form": "ผ.02/2", "points": ()}),
        Project(form="ผ.03", target="เพื่อจัดซื้อ โต๊ะ", budgets={"2567": "5.00"}),
        line.model_copy(update={"budgets": {"2566": "1.00"}}),
    )
    kind = {"kind": "development_plan", "fiscal_year_end": 2570, "projects": (line, *others)}
    return last.model_copy(update=kind | fields)


def test_a_development_plan_gives_the_projects_with_money_that_year(last: Plan) -> None:
    draft = make_draft(development(last), 2567, Choices())
    assert [(each.form, each.name, each.details, each.budget) for each in draft.plan.projects] == [
        ("ผด.02", "สนามเด็กเล่น", "จุดที่ 2 บ้านใต้", "20.00"),
        ("ผด.02", "สนามเด็กเล่น", "จุดที่ 1 บ้านเหนือ จุดที่ 2 บ้านใต้", "20.00"),
        ("ผด.02/1", "โต๊ะ", None, "5.00"),
    ]
    assert reasons(draft) == [["development_plan"], ["beyond_capacity"], ["development_plan"]]
    assert (draft.plan.kind, draft.plan.narrative, draft.plan.budget_years()) == (
        "operation_plan",
        (),
        (2567,),
    )


@pytest.mark.parametrize(
    ("change", "year", "code", "failure"),
    [
        ({}, 2566, "DRF016", UsageFailure),
        ({"fiscal_year": None}, 2567, "DRF010", InputFailure),
        ({"kind": "development_plan", "fiscal_year_end": 2570}, 2571, "DRF012", UsageFailure),
    ],
)
def test_years_that_make_no_draft(
    last: Plan, change: dict[str, Any], year: int, code: str, failure: type[Exception]
) -> None:
    with pytest.raises(failure) as caught:
        make_draft(last.model_copy(update=change), year, Choices())
    assert getattr(caught.value, "code", None) == code
