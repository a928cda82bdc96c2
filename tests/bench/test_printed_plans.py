"""Sheets hold what the truth says, on a grid without holes; Typst and browsers get whole sources."""

import io
from itertools import pairwise

import pytest
from lxml import etree

from bench.legacy_plans import Layout, LegacyPlan, generate
from bench.printed.form_rows import PrintedRow
from bench.printed.html_file import html_source
from bench.printed.sheets import PrintedLine, PrintedTable, RunningHead, sheets_of
from bench.printed.typst_file import typst_source
from schemas.plan import PlanKind


def made(kind: PlanKind = "operation_plan", **switches: object) -> LegacyPlan:
    return generate(8, Layout(**switches), kind, 8)  # type: ignore[arg-type]


def tables(plan: LegacyPlan) -> list[PrintedTable]:
    return [sheet for sheet in sheets_of(plan.contents) if isinstance(sheet, PrintedTable)]


def covered(rows: tuple[PrintedRow, ...], columns: int) -> list[int]:
    """How many grid cells of each row are covered, spans from above included."""
    count = [0] * len(rows)
    for index, row in enumerate(rows):
        for cell in row.cells:
            for below in range(index, index + cell.row_span):
                count[below] += cell.col_span
    return [found for found in count if found != columns]


@pytest.mark.parametrize("kind", ["operation_plan", "development_plan"])
@pytest.mark.parametrize("rows", ["project", "lines"])
@pytest.mark.parametrize("marks", ["drawing", "merged", "shading"])
def test_every_row_covers_the_whole_grid(kind: PlanKind, rows: str, marks: str) -> None:
    switches = {"rows": rows, "mark_kinds": (marks,), "points": True, "totals": True, "note_rows": True}
    for wording in (0, 1):
        for table in tables(made(kind, wording=wording, **switches)):
            assert covered(table.header, len(table.widths_pt)) == []
            assert covered(table.rows, len(table.widths_pt)) == []


def test_arrows_are_as_long_as_their_months() -> None:
    plan = made(mark_jitter=0.0, equipment=False)
    arrows = [
        x1 - x0
        for table in tables(plan)
        for row in table.rows
        for cell in row.cells
        for x0, x1 in cell.arrows
    ]
    months = sum(len(project.months) for project in plan.truth.projects)
    assert sum(arrows) == pytest.approx(months * tables(plan)[0].widths_pt[-1])


def test_running_titles_are_a_running_head() -> None:
    sheets = sheets_of(made(running_titles=True, cover=False).contents)
    assert isinstance(sheets[0], RunningHead)
    lines = [sheet.text for sheet in sheets if isinstance(sheet, PrintedLine)]
    assert not any("แผนการดำเนินงาน" in line for line in lines)


def test_the_web_page_is_whole_and_keeps_headings_before_their_tables() -> None:
    page = html_source(sheets_of(made(numerals="arabic").contents))
    body = etree.parse(io.StringIO(page), etree.HTMLParser()).getroot().find("body")
    tags = [element.tag for element in body]
    assert set(tags) == {"p", "table"}
    assert all((one, two) != ("table", "table") for one, two in pairwise(tags))


def test_typst_text_is_quoted() -> None:
    line = PrintedLine('ก "ข" \\ #ค', 12.0)
    assert 'text(size: 12.0pt, "ก \\"ข\\" \\\\ #ค")' in typst_source((line,))


@pytest.mark.parametrize("kind", ["operation_plan", "development_plan"])
def test_typst_sets_any_plan(kind: PlanKind) -> None:
    pytest.importorskip("typst")
    from bench.printed import typst_pdf

    plan = made(kind, rows="lines", points=True, vertical_months=True, running_titles=True, totals=True)
    assert typst_pdf(sheets_of(plan.contents)).startswith(b"%PDF-")
