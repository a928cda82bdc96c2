"""Plans of long texts, great amounts and long names: what the pages of the Word book do with them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from outputs.docx.columns import amount_width_twips, table_layout
from outputs.docx.lengths import TABLE_WIDTH_TWIPS
from outputs.docx.titles import organization_lines
from schemas.plan import Organization, Plan, Project

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BodyOf = Callable[[Plan], Any]
WORDS = "ก่อสร้างถนนคอนกรีตเสริมเหล็กภายในหมู่บ้าน "


def text_of(length: int) -> str:
    return (WORDS * (length // len(WORDS) + 1))[:length].strip()


def with_projects(plan: Plan, *projects: Project) -> Plan:
    return plan.model_copy(update={"projects": projects})


def stays_whole(body: Any, table: int) -> list[bool]:
    rows = list(body.iter(f"{W}tbl"))[table].iter(f"{W}tr")
    return [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows]


def grids(body: Any) -> list[int]:
    return [
        sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol"))
        for table in body.iter(f"{W}tbl")
    ]


def keeps_with_next(row: Any) -> bool:
    return all(paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in row.iter(f"{W}p"))


def style_of(paragraph: Any) -> str:
    return str(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))


def test_only_a_row_higher_than_its_page_may_split(operation_plan: Plan, body_of: BodyOf) -> None:
    first = operation_plan.projects[0]
    high, higher = (first.model_copy(update={"details": text_of(length)}) for length in (900, 2600))
    whole = stays_whole(body_of(with_projects(operation_plan, first, high, higher, first)), 1)
    assert whole == [True, True, True, True, False, True, True]


def test_a_first_row_that_its_headings_leave_no_page_may_split(operation_plan: Plan, body_of: BodyOf) -> None:
    """Whole, it would go to the next page and leave its headings alone."""
    high = operation_plan.projects[0].model_copy(update={"details": text_of(1100)})
    assert stays_whole(body_of(with_projects(operation_plan, high, high)), 1)[2:4] == [False, True]


def test_a_column_of_long_texts_takes_room_from_others(operation_plan: Plan) -> None:
    short, long = (
        operation_plan.projects[0].model_copy(update={"details": text_of(length)}) for length in (60, 1200)
    )
    usual, wide = (
        {c.field: c.width_twips for c in table_layout("ผด.02", with_projects(operation_plan, each)).columns}
        for each in (short, long)
    )
    assert wide["details"] > 1.2 * usual["details"]
    assert wide["name"] < usual["name"]
    assert wide["budget"] == usual["budget"]
    assert sum(wide.values()) == pytest.approx(sum(usual.values()), abs=10)


@pytest.mark.parametrize("years", [5, 14])
def test_no_table_is_wider_than_its_page(years: int, development_plan: Plan, body_of: BodyOf) -> None:
    great = development_plan.projects[0].model_copy(
        update={"points": (), "budgets": {str(2561 + year): "123456789012.38" for year in range(years)}}
    )
    plan = with_projects(development_plan, *[great] * 20).model_copy(
        update={"fiscal_year": 2561, "fiscal_year_end": 2560 + years}
    )
    assert all(width <= TABLE_WIDTH_TWIPS for width in grids(body_of(plan)))


def test_great_amounts_of_five_years_stay_on_one_line(development_plan: Plan) -> None:
    budgets = {str(year): "123456789012.38" for year in range(2561, 2566)}
    great = development_plan.projects[0].model_copy(update={"points": (), "budgets": budgets})
    plan = with_projects(development_plan, great).model_copy(
        update={"fiscal_year": 2561, "fiscal_year_end": 2565}
    )
    layout = table_layout("ผ.02", plan)
    needed = amount_width_twips(Decimal("123456789012.38"), layout.size_pt)
    assert [column.width_twips >= needed for column in layout.columns if column.is_money] == [True] * 5


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("ก" * 20, ["เทศบาลตำบล" + "ก" * 20 + " อำเภอ" + "ข" * 20 + " จังหวัด" + "ค" * 20]),
        ("ก" * 60, ["เทศบาลตำบล" + "ก" * 60 + " อำเภอ" + "ข" * 20, "จังหวัด" + "ค" * 20]),
    ],
)
def test_a_line_of_places_breaks_between_them(name: str, lines: list[str]) -> None:
    organization = Organization(type="เทศบาลตำบล", name=name, district="ข" * 20, province="ค" * 20)
    assert list(organization_lines(organization, TABLE_WIDTH_TWIPS, 16)) == lines


def test_a_broken_line_of_places_is_one_paragraph(operation_plan: Plan, body_of: BodyOf) -> None:
    """Two would be two lines to a reader, and the second of them nobody's name."""
    organization = operation_plan.organization.model_copy(update={"name": "ก" * 60, "province": "ค" * 60})
    body = body_of(operation_plan.model_copy(update={"organization": organization}))
    titles = [p for p in body.iter(f"{W}p") if style_of(p) == "PlanTitle" and p.find(f".//{W}br") is not None]
    assert titles
    assert "".join(t.text for t in titles[0].iter(f"{W}t")).endswith("อำเภอศรีสมมุติ จังหวัด" + "ค" * 60)


def test_sums_of_the_summary_stay_with_their_rows_and_the_note_with_the_last(
    operation_plan: Plan, body_of: BodyOf
) -> None:
    rows = list(next(body_of(operation_plan).iter(f"{W}tbl")).iter(f"{W}tr"))[1:]
    texts = ["".join(t.text for t in row.iter(f"{W}t")) for row in rows]
    assert sum(text.startswith("รวม") for text in texts) > 2
    for row, behind in zip(rows, texts[1:], strict=False):
        assert keeps_with_next(row) or not behind.startswith("รวม")
    assert keeps_with_next(rows[-1])


@pytest.mark.parametrize(("paragraphs", "style"), [(1, "FlowCaption"), (4, "FlowCaptionOnPage")])
def test_a_flow_chart_begins_a_page_where_it_would_not_end(
    paragraphs: int, style: str, operation_plan: Plan, body_of: BodyOf
) -> None:
    title, section = operation_plan.narrative
    longer = section.model_copy(update={"paragraphs": (text_of(160),) * paragraphs})
    body = body_of(operation_plan.model_copy(update={"narrative": (title, longer)}))
    captions = [style_of(p) for p in body.iter(f"{W}p") if style_of(p).startswith("FlowCaption")]
    assert captions == [style]


@pytest.mark.parametrize(
    ("baht", "least_pt"),
    [("9500000.00", 12), ("99500000.00", 12), ("999999999.00", 12), ("999999999999.00", 10)],
)
def test_a_five_year_summary_is_no_smaller_than_its_amounts_ask(
    baht: str, least_pt: int, development_plan: Plan, body_of: BodyOf
) -> None:
    years = {str(year): Decimal(baht) for year in range(2566, 2571)}
    project = development_plan.projects[0].model_copy(update={"budgets": years, "points": ()})
    plan = development_plan.model_copy(
        update={"fiscal_year": 2566, "fiscal_year_end": 2570, "projects": (project,)}
    )
    body = body_of(plan)
    styles = {style_of(each) for each in next(body.iter(f"{W}tbl")).iter(f"{W}p")}
    assert f"PlanAmount{least_pt}" in styles
