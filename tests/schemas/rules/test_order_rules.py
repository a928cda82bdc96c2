"""Numbers, months, and the lines of strategies."""

import pytest

from schemas.plan import Group, Plan, Project, RecordSource
from schemas.rules.number_sequence import number_sequence
from schemas.rules.schedule import schedule
from schemas.rules.strategy_lines import strategy_lines
from schemas.rules.strategy_names import strategy_names
from tests.schemas.rules.plans import activity, development, plan_of, strategy, told

# ---- numbers ----


def _numbered(*groups: tuple[object, ...]) -> Plan:
    """A plan with these numbers, group by group; each group is a แผนงาน and a table of its own."""
    projects = []
    for order, numbers in enumerate(groups, 1):
        program = f"แผนงาน{order}"
        for row, number in enumerate(numbers):
            source = RecordSource(table=order, row=row)
            printed = None if number is None else str(number)
            projects.append(activity(1, program=program, number=printed, source=source))
    return plan_of(*projects)


@pytest.mark.parametrize(
    "groups",
    [
        ((1, 2, 3), (1, 2), (1,), (1, 2)),
        ((1, 2, 3), (4, 5), (6,), (7, 8)),
        ((1,), (1,), (1,)),
        (("1.1", "1.2"), ("2.1", "2.2", "2.3")),
        ((1, None, 3), (1, 2)),
        ((1, None, 2), (1, 2)),
        (("ก", "ข"), (1, 2)),
    ],
    ids=["per program", "running on", "singles", "dotted", "blank counted", "blank not counted", "letters"],
)
def test_sound_numbers_are_silent(groups: tuple[tuple[object, ...], ...]) -> None:
    assert told(number_sequence(_numbered(*groups))) == []


@pytest.mark.parametrize(
    ("groups", "code", "index"),
    [
        (((1, 2, 4, 5), (1, 2)), "PLN003", 2),
        (((2, 3), (1, 2)), "PLN003", 0),
        (((1, 2, 3), (2, 3)), "PLN003", 3),
        (((1,), (2, 3), (1, 2), (1, 2), (1,)), "PLN003", 1),
        (((1, 2), (4, 5), (6,), (7, 8)), "PLN003", 2),
        (((1, 2, 2, 3), (1, 2)), "PLN029", 2),
        ((("1.1", "1.3"), ("2.1", "2.2")), "PLN003", 1),
    ],
    ids=[
        "skip",
        "first of all",
        "first of a group",
        "first after a single",
        "running on",
        "repeat",
        "dotted",
    ],
)
def test_a_lost_or_doubled_row_is_told(groups: tuple[tuple[object, ...], ...], code: str, index: int) -> None:
    assert told(number_sequence(_numbered(*groups))) == [(code, f"projects[{index}].number")]


def test_numbers_that_run_on_under_a_strategy_in_two_spellings_are_silent() -> None:
    projects = [
        activity(1, number=str(number), strategy=strategy(str(part))) for part in (1, 2) for number in (1, 2)
    ]
    respelled = activity(1, number="3", strategy=strategy("2", "การพัฒนาฅน"))
    assert told(number_sequence(plan_of(*projects, respelled))) == []


def test_a_restart_under_the_same_headings_is_told_unless_a_divider_may_stand_there() -> None:
    def restart(row: int) -> Plan:
        last = activity(1, source=RecordSource(table=0, row=row))
        return plan_of(activity(1), activity(2), last)

    assert told(number_sequence(restart(3))) == [("PLN030", "projects[2].number")]
    assert told(number_sequence(restart(4))) == []


# ---- months ----


def test_holes_between_months_are_usual() -> None:
    assert told(schedule(plan_of(activity(1, months=(10, 1, 9), finish_month=9)))) == []


def test_a_project_without_months_is_told_where_others_have_them() -> None:
    gone = activity(3, months=(), budget=None, responsible_unit=None, details="รวมกับลำดับที่ 1")
    plan = plan_of(activity(1), activity(2, months=()), gone)
    assert told(schedule(plan)) == [("PLN031", "projects[1].months")]


def test_a_plan_mostly_without_months_is_told_once() -> None:
    plan = plan_of(*(activity(number, months=()) for number in range(1, 10)), activity(10))
    (finding,) = schedule(plan)
    assert (finding.code, finding.facts["blank"], finding.facts["rows"]) == ("PLN032", 9, 10)


def test_allowances_need_no_months_unless_their_program_has_them() -> None:
    allowance = activity(2, name="เบี้ยยังชีพผู้สูงอายุ", program="แผนงานงบกลาง", months=())
    assert told(schedule(plan_of(activity(1), allowance))) == []
    other = activity(3, program="แผนงานงบกลาง")
    assert told(schedule(plan_of(activity(1), allowance, other))) == [("PLN031", "projects[1].months")]


def test_a_development_plan_needs_no_months() -> None:
    assert told(schedule(plan_of(development(1), development(2)))) == []


def test_work_cannot_finish_before_its_last_month() -> None:
    plan = plan_of(
        activity(1, months=(12, 1, 2), finish_month=12), activity(2, months=(12, 1), finish_month=3)
    )
    (finding,) = schedule(plan)
    assert (finding.code, finding.path) == ("PLN033", "projects[0].finish_month")
    assert "ธันวาคม" in finding.message("th")
    assert "February" in finding.message("en")


@pytest.mark.parametrize(
    ("printed", "month", "year"),
    [
        ("ต.ค. 66", 10, 2567),
        ("ก.ย. ๖๕", 9, 2565),
        ("30 กันยายน 2567", 9, 2567),
        ("ต.ค. 65", 10, None),
        ("ก.ย.", 9, None),
    ],
)
def test_a_finish_outside_the_fiscal_year_is_told(printed: str, month: int, year: int | None) -> None:
    source = RecordSource(table=0, row=1, raw={"finish_month": printed})
    found = list(schedule(plan_of(activity(1, finish_month=month, months=(10,), source=source))))
    assert [finding.facts["year"] for finding in found] == ([] if year is None else [year])
    assert {finding.code for finding in found} <= {"PLN034"}


@pytest.mark.parametrize(
    ("printed", "years"), [("ต.ค. ๖๖", [2567]), ("ตุลาคม 2565", []), ("20,000.50", []), ("อบรม 66", [])]
)
def test_a_month_cell_that_names_another_year_is_told(printed: str, years: list[int]) -> None:
    source = RecordSource(table=0, row=1, raw={"month.10": printed, "month.11": "ก.พ."})
    found = list(schedule(plan_of(activity(1, source=source))))
    assert [(finding.code, finding.facts["year"]) for finding in found] == [
        ("PLN057", year) for year in years
    ]


# ---- lines of strategies ----


def _under(*numbers: str | None, **fields: object) -> list[Project]:
    return [
        activity(row, strategy=strategy(number, f"ด้านที่ {number}") if number else None, **fields)
        for row, number in enumerate(numbers, 1)
    ]


def test_strategies_in_order_are_silent() -> None:
    assert told(strategy_lines(plan_of(*_under("1", "1", "2", "3")))) == []


def test_a_run_without_a_strategy_is_told_once() -> None:
    (finding,) = strategy_lines(plan_of(*_under(None, None, "1", "2")))
    assert (finding.code, finding.path, finding.facts["rows"]) == ("PLN007", "projects[0].strategy", 2)


def test_a_plan_without_strategies_is_told_once_and_equipment_needs_none() -> None:
    assert told(strategy_lines(plan_of(*_under(None, None)))) == [("PLN020", "projects[0].strategy")]
    assert told(strategy_lines(plan_of(*_under("1"), *_under(None, form="ผด.02/1")))) == []


def test_a_skipped_strategy_is_told_where_the_next_begins() -> None:
    (finding,) = strategy_lines(plan_of(*_under("1", "2", "4", "4")))
    assert (finding.code, finding.path, finding.facts["missing"]) == ("PLN052", "projects[2].strategy", 3)


def _headed(number: str, *headings: str) -> list[Project]:
    return [
        activity(
            row,
            strategy=strategy(number, f"ด้านที่ {number}"),
            groups=(Group(label="แผนงาน", number=heading, name="การศึกษา"),),
        )
        for row, heading in enumerate(headings, 1)
    ]


def test_a_heading_that_continues_another_strategy_is_told() -> None:
    lost = plan_of(*_headed("1", "1.1", "1.2", "2.1", "2.1"), *_headed("2", "2.2"), *_headed("3", "3.1"))
    (finding,) = strategy_lines(lost)
    assert (finding.code, finding.path) == ("PLN055", "projects[2].strategy")


def test_the_heading_of_a_strategy_that_the_plan_lacks_is_told_in_a_small_plan() -> None:
    assert told(strategy_lines(plan_of(*_headed("1", "1.1", "2.1")))) == [("PLN055", "projects[1].strategy")]


def test_headings_numbered_by_another_scheme_are_silent() -> None:
    assert told(strategy_lines(plan_of(*_headed("1", "2.1", "2.2"), *_headed("2", "2.3", "2.4")))) == []


# ---- names of strategies ----


def _named(*pairs: tuple[str | None, str]) -> Plan:
    return plan_of(*(activity(row, strategy=strategy(*pair)) for row, pair in enumerate(pairs, 1)))


def test_two_spellings_of_a_strategy_are_told_at_the_rarer() -> None:
    usual = ("1", "การพัฒนาด้านบริหารการจัดการที่ดี")
    (finding,) = strategy_names(_named(usual, usual, ("1", "การพัฒนาด้านบริหารจัดการที่ดี")))
    assert (finding.code, finding.path) == ("PLN050", "projects[2].strategy.name")
    assert finding.facts["proposal"] == usual[1]


def test_two_spellings_without_numbers_are_told() -> None:
    plan = _named((None, "การพัฒนาด้านโครงสร้างพื้นฐาน"), (None, "การพัฒนาด้านโครงสร้างพื้นถาน"))
    assert told(strategy_names(plan)) == [("PLN050", "projects[1].strategy.name")]


def test_one_name_under_two_numbers_and_two_names_under_one_are_told() -> None:
    names = ("การพัฒนาคน", "การรักษาสิ่งแวดล้อม")
    renumbered = _named(("1", names[0]), ("1", names[0]), ("2", names[0]))
    assert told(strategy_names(renumbered)) == [("PLN051", "projects[2].strategy.number")]
    assert told(strategy_names(_named(("1", names[0]), ("1", names[1])))) == [
        ("PLN056", "projects[1].strategy.name")
    ]


def test_alike_names_of_two_strategies_are_silent() -> None:
    assert told(strategy_names(_named(("7", "การพัฒนาด้านสาธารณสุข"), ("8", "การพัฒนาด้านสาธารณภัย")))) == []
    assert told(strategy_names(_named(("1", "การพัฒนา คน"), ("1", "การพัฒนาคน")))) == []
