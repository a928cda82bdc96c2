"""The evaluation of a filled sheet: its figures, and every way in which a sheet may be filled in wrongly."""

from decimal import Decimal

import pytest

from outputs.follow_up.model import Evaluation, percent
from parsers.forms.follow_sheet import read_follow_rows
from parsers.forms.sheets import SheetRow, SheetRows
from pipeline.follow_up.evaluation import evaluate
from pipeline.follow_up.following import followed, keys_of
from schemas.document import Source
from schemas.failures import InputFailure, UsageFailure
from schemas.plan import Heading, Plan, Project
from schemas.year_forms import follow_columns

ROADS, PEOPLE = Heading(number="1", name="การพัฒนาโครงสร้างพื้นฐาน"), Heading(number="2", name="การพัฒนาคน")
HEADERS = tuple(column.header for column in follow_columns())
KEYS = tuple(column.key for column in follow_columns())


@pytest.fixture
def plan() -> Plan:
    def project(number: str, name: str, strategy: Heading, baht: str | None) -> Project:
        return Project(
            form="ผด.02", number=number, name=name, strategy=strategy, budget=baht, months=(10, 11)
        )

    return Plan(
        kind="operation_plan",
        fiscal_year=2567,
        projects=(
            project("1", "ถนนสายเหนือ", ROADS, "300000.00"),
            project("2", "ถนนสายใต้", ROADS, "100000.00"),
            project("1", "วันเด็ก", PEOPLE, "50000.00"),
            project("2", "วันแม่", PEOPLE, None),
        ),
        source=Source(name="plan.json", sha256="0" * 64, format="json", size_bytes=1),
    )


def sheet(*rows: dict[str, str]) -> list[SheetRows]:
    """A sheet with the headers in row 1, and one row for each of `rows`."""
    lines = [SheetRow(1, dict(enumerate(HEADERS)))]
    lines += [
        SheetRow(number, {KEYS.index(key): text for key, text in row.items()})
        for number, row in enumerate(rows, start=2)
    ]
    return [SheetRows("ติดตาม", tuple(lines))]


def reported(plan: Plan, *rows: dict[str, str]) -> Evaluation:
    """The evaluation where the projects, in their order, were reported so."""
    results = followed(plan)
    keyed = [
        {"key": key, "name": result.name, **row}
        for key, result, row in zip(keys_of(plan, results), results, rows, strict=False)
    ]
    return evaluate(plan, read_follow_rows(sheet(*keyed), "follow.xlsx"), "follow.xlsx")


def codes(evaluation: Evaluation) -> list[str]:
    return [finding.code for finding in evaluation.findings]


DONE = {"quarter_1": "อยู่ระหว่างดำเนินการ", "quarter_2": "ดำเนินการแล้วเสร็จ"}


def test_figures_are_of_the_plan_and_of_each_strategy(plan: Plan) -> None:
    evaluation = reported(
        plan,
        {**DONE, "spent": "๒๙๐,๐๐๐.๕๐"},
        {"quarter_4": "อยู่ระหว่างดำเนินการ", "spent": "40000"},
        {"quarter_1": "แล้วเสร็จ", "spent": "50000"},
        {"quarter_4": "ยกเลิก", "reason": "งดจัดงาน", "spent": "-"},
    )
    assert codes(evaluation) == []
    whole = evaluation.whole
    assert (whole.projects, whole.planned, whole.spent) == (4, "450000.00", "380000.50")
    assert whole.outcomes == {"done": 2, "under_way": 1, "not_begun": 0, "cancelled": 1, "unreported": 0}
    assert (whole.done_percent, whole.spent_percent) == (Decimal("50.00"), Decimal("84.44"))
    roads, people = evaluation.strategies
    assert (roads.heading, roads.spent, roads.spent_percent) == (ROADS, "330000.50", Decimal("82.50"))
    assert (people.heading, people.done_percent, people.left) == (PEOPLE, Decimal("50.00"), Decimal(0))


def test_projects_that_nobody_reported_on_count_apart(plan: Plan) -> None:
    evaluation = reported(plan, DONE, {}, {"quarter_1": "ยังไม่ดำเนินการ", "reason": "รอพื้นที่"})
    assert [each.outcome for each in evaluation.results] == ["done", "unreported", "not_begun", "unreported"]
    assert codes(evaluation) == ["REC064", "REC065"]
    assert "วันแม่" in evaluation.findings[0].message("th")


@pytest.mark.parametrize(
    ("row", "code", "told"),
    [
        ({**DONE, "quarter_3": "เกือบเสร็จ"}, "REC060", "ไตรมาสที่ 3"),
        ({**DONE, "spent": "สองแสนกว่า"}, "REC061", "สองแสนกว่า"),
        ({**DONE, "spent": "-5000"}, "REC061", "-5000"),
        ({**DONE, "spent": "300,001"}, "REC062", "300,001"),
        ({"quarter_4": "ยกเลิก", "reason": "โอนงบ", "spent": "5"}, "REC066", "ยกเลิก"),
        ({"quarter_4": "ยังไม่ดำเนินการ"}, "REC067", "ยังไม่ดำเนินการ"),
        ({"quarter_1": "แล้วเสร็จ", "quarter_2": "อยู่ระหว่างดำเนินการ"}, "REC068", "ไตรมาสที่ 2"),
    ],
)
def test_a_wrong_cell_is_told_by_its_row(plan: Plan, row: dict[str, str], code: str, told: str) -> None:
    (finding,) = reported(plan, row, DONE, DONE, DONE).findings
    assert (finding.code, finding.facts["row"]) == (code, 2)
    assert told in finding.message("th")


def test_money_that_cannot_be_read_is_not_counted(plan: Plan) -> None:
    assert reported(plan, {**DONE, "spent": "สองแสนกว่า"}, DONE, DONE, DONE).whole.spent == "0.00"


def test_a_row_twice_counts_once_and_a_strange_one_not_at_all(plan: Plan) -> None:
    key = keys_of(plan, followed(plan))[0]
    first = {"key": key, "name": "ถนนสายเหนือ", "spent": "10", **DONE}
    strange = {"key": "099-abcdef", "name": "สะพาน", "spent": "99", **DONE}
    rows = read_follow_rows(sheet(first, {**first, "spent": "20"}, strange), "f.xlsx")
    evaluation = evaluate(plan, rows, "f.xlsx")
    assert codes(evaluation)[:2] == ["REC069", "REC063"]
    assert evaluation.whole.spent == "10.00"


@pytest.mark.parametrize("key", ["", "007-{digest}", "ถนน"])
def test_a_row_knows_its_project_without_its_place(plan: Plan, key: str) -> None:
    own = keys_of(plan, followed(plan))[1]
    row = {"key": key.format(digest=own.partition("-")[2]), "name": "ถนนสายใต้", **DONE}
    evaluation = evaluate(plan, read_follow_rows(sheet(row), "f.xlsx"), "f.xlsx")
    assert [each.outcome for each in evaluation.results][1] == "done"


def test_new_numbers_change_no_key(plan: Plan) -> None:
    renumbered = plan.model_copy(
        update={"projects": tuple(each.model_copy(update={"number": "9"}) for each in plan.projects)}
    )
    assert keys_of(renumbered, followed(renumbered)) == keys_of(plan, followed(plan))


def test_a_sheet_without_its_headers_is_refused() -> None:
    with pytest.raises(InputFailure, match="DOC018"):
        read_follow_rows([SheetRows("ก", (SheetRow(1, {0: "โครงการ", 1: "งบประมาณ"}),))], "f.xlsx")


def test_of_a_development_plan_one_year_is_followed() -> None:
    projects = (
        Project(form="ผ.02", name="ถนน", budgets={"2566": "5.00", "2567": "7.00"}),
        Project(form="ผ.02", name="คลอง", budgets={"2567": "9.00"}),
    )
    plan = Plan(
        kind="development_plan",
        fiscal_year=2566,
        fiscal_year_end=2570,
        projects=projects,
        source=Source(name="plan.json", sha256="0" * 64, format="json", size_bytes=1),
    )
    assert [(each.index, each.planned) for each in followed(plan)] == [(0, "5.00")]
    assert [(each.index, each.planned) for each in followed(plan, 2567)] == [(0, "7.00"), (1, "9.00")]
    with pytest.raises(UsageFailure, match="OUT030"):
        followed(plan, 2570)


@pytest.mark.parametrize(
    ("part", "whole", "share"), [("1", "3", "33.33"), ("2", "3", "66.67"), ("1", "0", "0.00")]
)
def test_shares_have_two_places(part: str, whole: str, share: str) -> None:
    assert percent(Decimal(part), Decimal(whole)) == Decimal(share)
