"""Fields that a form needs, money and its years, prices of equipment."""

import pytest

from schemas.plan import Plan, Point, Project, RecordSource
from schemas.rules.amounts import amounts
from schemas.rules.budget_years import budget_years
from schemas.rules.price_standard import price_standard
from schemas.rules.required_fields import required_fields
from tests.schemas.rules.plans import activity, development, plan_of, told

# ---- required fields ----


def test_a_whole_project_of_either_kind_lacks_nothing() -> None:
    assert told(required_fields(plan_of(activity(1), activity(2)))) == []
    assert told(required_fields(plan_of(development(1)))) == []


def test_each_lone_blank_is_told_at_its_field() -> None:
    plan = plan_of(
        development(1, objective=None), development(2, budgets={}), development(3, name=None), development(4)
    )
    assert sorted(told(required_fields(plan))) == [
        ("PLN005", "projects[1].budget"),
        ("PLN006", "projects[2].name"),
        ("PLN021", "projects[0].objective"),
    ]


def test_a_column_that_is_blank_throughout_is_one_finding() -> None:
    plan = plan_of(*(activity(number, responsible_unit=None) for number in range(1, 40)))
    (finding,) = required_fields(plan)
    assert (finding.code, finding.path) == ("PLN022", "projects[0].responsible_unit")
    assert (finding.facts["blank"], finding.facts["rows"]) == (39, 39)


def test_a_column_without_money_is_one_finding() -> None:
    plan = plan_of(*(activity(number, budget=None) for number in range(1, 9)))
    assert told(required_fields(plan)) == [("PLN022", "projects[0].budget")]


def test_a_dash_is_not_missing_money() -> None:
    assert told(required_fields(plan_of(activity(1, budget=None, budget_text="-")))) == []


def test_a_row_that_says_where_a_project_went_needs_no_more() -> None:
    gone = activity(2, budget=None, responsible_unit=None, details="ย้ายไปแผนงานการเกษตร", months=())
    assert told(required_fields(plan_of(activity(1), gone))) == []


def test_a_list_of_equipment_needs_no_name_where_it_has_targets() -> None:
    item = development(1, form="ผ.03", name=None, strategy=None, equipment_type="ครุภัณฑ์สำนักงาน")
    assert told(required_fields(plan_of(item))) == []


# ---- amounts ----


def _baht(*amounts: int) -> Plan:
    return plan_of(*(activity(number, budget=f"{baht}.00") for number, baht in enumerate(amounts, 1)))


def test_an_amount_a_thousand_times_its_peers_is_told_with_the_ratio() -> None:
    plan = _baht(10_000, 20_000, 15_000, 12_000, 30_000, 18_000, 25_000, 20_000, 20_000_000)
    (finding,) = amounts(plan)
    assert (finding.code, finding.path) == ("PLN023", "projects[8].budget")
    assert (finding.facts["times"], finding.facts["usual"]) == (1000, "20,000")


def test_an_amount_far_below_its_peers_is_told() -> None:
    plan = _baht(10_000, 20_000, 15_000, 12_000, 30_000, 18_000, 25_000, 20_000, 120)
    assert told(amounts(plan)) == [("PLN023", "projects[8].budget")]


@pytest.mark.parametrize(
    "baht",
    [
        (10_000, 20_000, 15_000, 12_000, 30_000, 18_000, 25_000, 20_000, 90_000),
        (5_000, 10_000, 60_000, 250_000, 900_000, 2_000_000, 30_000, 450_000, 5_000_000),
        (10_000, 20_000, 20_000_000),
    ],
    ids=["near", "wide", "few"],
)
def test_amounts_within_their_peers_are_silent(baht: tuple[int, ...]) -> None:
    assert told(amounts(_baht(*baht))) == []


def _printed(text: str) -> Project:
    return activity(1, source=RecordSource(table=0, row=1, raw={"budget": text}))


def test_a_minus_before_an_amount_is_told() -> None:
    assert told(amounts(plan_of(_printed("\u22121,000")))) == [("PLN025", "projects[0].budget")]
    assert told(amounts(plan_of(_printed("-\n1,000")))) == []
    assert told(amounts(plan_of(_printed("1,000.-")))) == []


def test_points_must_come_to_their_project() -> None:
    points = (
        Point(target="จุดที่ 1", budgets={"2566": "600.00"}),
        Point(target="จุดที่ 2", budgets={"2566": "300.00"}),
    )
    wrong = development(1, points=points, budgets={"2566": "1000.00"})
    (finding,) = amounts(plan_of(wrong, development(2, points=points, budgets={"2566": "900.00"})))
    assert (finding.code, finding.path) == ("PLN024", "projects[0].budgets.2566")
    assert (finding.facts["declared"], finding.facts["computed"]) == ("1,000.00", "900.00")


# ---- years ----


def test_money_outside_the_plan_is_told_once_a_year() -> None:
    stale = {"2565": "1000.00"}
    plan = plan_of(development(1), development(2, budgets=stale), development(3, budgets=stale))
    (finding,) = budget_years(plan)
    assert (finding.code, finding.path) == ("PLN035", "projects[1].budgets.2565")
    assert (finding.facts["rows"], finding.facts["first"], finding.facts["last"]) == (2, 2566, 2570)
    assert told(budget_years(plan_of(development(1)))) == []


# ---- prices of equipment ----


def _equipment(number: int, details: str) -> Project:
    return activity(number, form="ผด.02/1", details=details, strategy=None)


def test_equipment_without_a_price_standard_is_told_item_by_item_or_once() -> None:
    named = _equipment(1, "จัดซื้อตู้เหล็ก ตาม บัญชีราคามาตรฐานครุภัณฑ์")
    market = _equipment(2, "จัดซื้อเต็นท์ ตามราคาท้องตลาด")
    bare = _equipment(3, "จัดซื้อเก้าอี้ 4 ตัว")
    assert told(price_standard(plan_of(named, market, bare))) == [("PLN053", "projects[2].details")]
    assert told(price_standard(plan_of(named, market))) == []
    assert told(price_standard(plan_of(bare, bare))) == [("PLN054", "projects[0].details")]
    assert told(price_standard(plan_of(activity(1)))) == []
