"""ผด.01 and ผ.01 against the projects, and the percentages against their figures."""

from schemas.plan import DeclaredTotal, Plan, Point
from schemas.rules.declared_totals import declared_totals
from schemas.rules.lost_strategies import lost_strategies
from schemas.rules.summary_shares import summary_shares
from schemas.rules.summary_totals import summary_totals
from tests.schemas.rules.plans import activity, development, plan_of, printed_total, strategy, told

EDUCATION, FARMING = "แผนงานการศึกษา", "แผนงานการเกษตร"


def _shares(count: str, money: str) -> dict[str, str]:
    return {"percent.summary_count": count, "percent.budget": money}


def _operation(*totals: DeclaredTotal) -> Plan:
    """Two projects of education and one of farming under strategy 1, one of education under strategy 2."""
    second = strategy("2", "การพัฒนาเศรษฐกิจ")
    return plan_of(
        activity(1),
        activity(2),
        activity(3, program=FARMING, budget="500.50"),
        activity(4, strategy=second),
        activity(1, form="ผด.02/1", strategy=None, equipment_type="ครุภัณฑ์สำนักงาน"),
        declared_totals=totals,
    )


SOUND = (
    printed_total(1, "1.1 แผนงานการศึกษา", "program", 2, "2000.00", **_shares("๕๐.๐๐", "57.14")),
    printed_total(2, "1.2 แผนงาน : เกษตร", "program", 1, "500.50", **_shares("25", "14.30")),
    printed_total(3, "รวม", "strategy", 3, "2500.50", **_shares("75.00", "71.43")),
    printed_total(4, "2.1 แผนงานการศึกษา", "program", 1, "1000.00", **_shares("25.00 %", "28.57")),
    printed_total(5, "รวม", "strategy", 1, "1000.00"),
    printed_total(6, "รวมทั้งสิ้น", "plan", 4, "3500.50", **_shares("100.00", "100.00")),
)


def _with(place: int, total: DeclaredTotal) -> Plan:
    return _operation(*SOUND[:place], total, *SOUND[place + 1 :])


def test_a_sound_summary_of_projects_without_equipment_is_silent() -> None:
    plan = _operation(*SOUND)
    assert told(summary_totals(plan)) == told(summary_shares(plan)) == told(declared_totals(plan)) == []


def test_a_program_misspelt_in_the_summary_is_the_one_that_is_meant() -> None:
    assert told(summary_totals(_with(1, printed_total(2, "1.2 แผนงานการเกษร", "program", 1, "500.50")))) == []
    wrong = _with(1, printed_total(2, "1.2 แผนงานการเกษร", "program", 1, "700.00"))
    assert told(summary_totals(wrong)) == [("PLN026", "declared_totals[1].amount")]


def test_a_sum_over_an_unknown_row_is_left_alone() -> None:
    plan = _with(1, printed_total(2, "1.2 งานต่าง ๆ", "program", 1, "500.50"))
    assert told(summary_totals(plan)) == []


def test_a_wrong_row_shows_both_figures() -> None:
    plan = _with(1, printed_total(2, "1.2 แผนงานการเกษตร", "program", 2, "5000.50"))
    amount, count = summary_totals(plan)
    assert (amount.code, amount.path) == ("PLN026", "declared_totals[1].amount")
    assert (amount.facts["declared"], amount.facts["computed"]) == ("5,000.50", "500.50")
    assert (count.path, count.facts["declared"], count.facts["computed"]) == (
        "declared_totals[1].count",
        "2",
        "1",
    )


def test_a_wrong_grand_total_is_told_alone() -> None:
    plan = _with(5, printed_total(6, "รวมทั้งสิ้น", "plan", 5, "3500.50"))
    assert told(summary_totals(plan)) == [("PLN026", "declared_totals[5].count")]


def test_dropped_satang_are_no_difference() -> None:
    plan = _with(1, printed_total(2, "1.2 แผนงานการเกษตร", "program", 1, "501.00"))
    assert told(summary_totals(plan)) == []


def test_a_row_is_of_the_strategy_that_it_stands_under() -> None:
    under_second = {"heading": "ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ"}
    plan = _operation(printed_total(1, "แผนงานการศึกษา", "program", 1, "1000.00", **under_second))
    assert told(summary_totals(plan)) == []


def test_a_program_of_the_summary_without_projects_is_told() -> None:
    extra = printed_total(7, "แผนงานการพาณิชย์", "program", 3, "900.00")
    plan = _operation(*SOUND[:5], extra, SOUND[5])
    assert told(summary_totals(plan)) == [("PLN059", "declared_totals[5].label")]


def test_a_wrong_percentage_shows_both() -> None:
    plan = _with(0, printed_total(1, "แผนงานการศึกษา", "program", 2, "2000.00", **_shares("50.00", "75.14")))
    (finding,) = summary_shares(plan)
    assert (finding.code, finding.path) == ("PLN027", "declared_totals[0]")
    assert (finding.facts["printed"], finding.facts["computed"]) == ("75.14", "57.13")


def test_percentages_that_do_not_add_up_are_told() -> None:
    # A row was taken out, its percentages with it; what is left is right row by row.
    plan = _operation(SOUND[0], SOUND[5])
    assert told(summary_shares(plan)) == [
        ("PLN028", "declared_totals[1]"),
        ("PLN028", "declared_totals[1]"),
    ]


def _yearly(row: int, label: str, scope: str, *figures: tuple[int, str]) -> tuple[DeclaredTotal, ...]:
    return tuple(
        printed_total(row, label, scope, count, amount, year=year)
        for year, (count, amount) in enumerate(figures, 2566)
    )


ROADS, PEOPLE = "การพัฒนาด้านโครงสร้างพื้นฐาน", "การพัฒนาคนและสังคม"


def _development(*totals: DeclaredTotal) -> Plan:
    return plan_of(
        development(1, strategy=strategy("1", ROADS)),
        development(2, strategy=strategy("1", ROADS), budgets={"2567": "500.00"}),
        development(1, strategy=strategy("2", PEOPLE)),
        development(1, strategy=strategy("2", PEOPLE), form="ผ.02/1", budgets={"2566": "70.00"}),
        declared_totals=totals,
    )


def test_a_project_counts_once_in_each_year_with_money() -> None:
    plan = _development(
        *_yearly(1, f"ยุทธศาสตร์ที่ 1 {ROADS}", "strategy", (1, "1000.00"), (2, "2500.00")),
        *_yearly(2, f"2. {PEOPLE}", "program", (1, "1000.00"), (1, "2000.00")),
        *_yearly(3, "รวมทั้งสิ้น", "plan", (2, "2000.00"), (3, "4500.00")),
    )
    assert told(summary_totals(plan)) == []


def test_forms_may_be_summed_up_together() -> None:
    plan = _development(
        *_yearly(1, f"ยุทธศาสตร์ที่ 1 {ROADS}", "strategy", (1, "1000.00")),
        *_yearly(2, f"ยุทธศาสตร์ที่ 2 {PEOPLE}", "strategy", (2, "1070.00")),
        *_yearly(3, "รวมทั้งสิ้น", "plan", (3, "2070.00")),
    )
    assert told(summary_totals(plan)) == []


def test_a_misspelt_strategy_and_one_without_projects_are_told() -> None:
    plan = _development(
        *_yearly(1, "ยุทธศาสตร์ที่ 1 การพัฒนาด้านโครงส้รางพื้นฐาน", "strategy", (1, "1000.00")),
        *_yearly(2, f"ยุทธศาสตร์ที่ 2 {PEOPLE}", "strategy", (1, "1000.00")),
        *_yearly(3, "ยุทธศาสตร์ที่ 3 การอนุรักษ์ป่าไม้", "strategy", (4, "9000.00")),
    )
    assert told(summary_totals(plan)) == [
        ("PLN058", "declared_totals[0].label"),
        ("PLN059", "declared_totals[2].label"),
    ]


def test_an_office_may_count_points() -> None:
    points = tuple(Point(target=f"จุดที่ {n}", budgets={"2566": "500.00"}) for n in (1, 2))
    project = development(1, strategy=strategy("1", ROADS), budgets={"2566": "1000.00"}, points=points)
    totals = _yearly(1, f"ยุทธศาสตร์ที่ 1 {ROADS}", "strategy", (2, "1000.00"))
    assert told(summary_totals(plan_of(project, declared_totals=totals))) == []


def test_a_strategy_listed_in_two_rows_is_no_difference() -> None:
    name = f"ยุทธศาสตร์ที่ 1 {ROADS}"
    plan = _development(
        *_yearly(1, name, "strategy", (0, "0.00"), (1, "500.00")),
        *_yearly(2, name, "strategy", (1, "1000.00"), (1, "2000.00")),
    )
    assert told(summary_totals(plan)) == []


def test_a_lost_strategy_is_found_by_its_figures() -> None:
    """Farming was typed without the line of its own strategy, which the summary has."""
    roads = strategy("1", ROADS)
    projects = (
        development(1, strategy=roads),
        development(1, strategy=roads, program=FARMING, budgets={"2567": "70.00"}),
        development(2, strategy=roads, program=FARMING, budgets={"2567": "30.00"}),
    )
    lost = "ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ"
    fitting = _yearly(1, lost, "strategy", (0, "0.00"), (2, "100.00"))
    (finding,) = lost_strategies(plan_of(*projects, declared_totals=fitting))
    assert (finding.code, finding.path, finding.facts["rows"]) == ("PLN060", "projects[1].strategy", 2)
    other = _yearly(1, lost, "strategy", (0, "0.00"), (2, "101.50"))
    assert told(lost_strategies(plan_of(*projects, declared_totals=other))) == []
    named = _yearly(1, f"ยุทธศาสตร์ที่ 1 {ROADS}", "strategy", (0, "0.00"), (2, "100.00"))
    assert told(lost_strategies(plan_of(*projects, declared_totals=named))) == []


def test_a_total_typed_into_the_plan_file_is_judged_as_a_summary() -> None:
    """It has no place: the summary that it was typed from is bound elsewhere."""
    typed = tuple(
        DeclaredTotal(label="รวมทั้งสิ้น", scope="plan", year=year, count=2, amount=amount)
        for year, amount in ((2566, "1000.00"), (2567, "250.00"))
    )
    plan = plan_of(
        development(1, strategy=strategy("1", ROADS), budgets={"2566": "400.00", "2567": "250.00"}),
        development(2, strategy=strategy("1", ROADS), budgets={"2566": "500.00", "2567": "0.00"}),
        declared_totals=typed,
    )
    (finding,) = summary_totals(plan)
    assert (finding.path, finding.facts["declared"], finding.facts["computed"]) == (
        "declared_totals[0].amount",
        "1,000.00",
        "900.00",
    )
    assert told(declared_totals(plan)) == []
