"""The rows of a project as XML: one, or one for each of its points."""

from collections.abc import Iterator, Sequence

from outputs.docx.arrows import arrow, month_cell
from outputs.docx.columns import TableLayout
from outputs.docx.content import ShownCell, parts, shown_cells
from outputs.docx.heights import middle_pt, row_heights_pt
from outputs.docx.wordml import Ink, cell, paragraph, row, run
from schemas.plan import FISCAL_MONTHS, Project
from schemas.plan_text import month_runs

_STYLE_OF_ALIGN = {"left": "PlanText", "center": "PlanCentre", "right": "PlanAmount"}
# A row that may come out taller than this share of a page's room is allowed to go on over the page's end: LibreOffice
# cuts off what does not fit of a row that must not. The rest is for letters wider than the count of heights knows.
_WHOLE_ROW_SHARE = 0.97
# Where an arrow lies in such a row: on its first line, which surely is on the row's first page.
_FIRST_LINE_MIDDLE_PT = 8


def _cell(ink: Ink, shown: ShownCell, size_pt: int, keep_next: bool) -> str:
    """A cell of one paragraph per text; one that a merged cell goes on into is blank."""
    style = f"{_STYLE_OF_ALIGN[shown.align]}{size_pt}"
    texts = () if shown.merge == "continue" else shown.texts
    written = "".join(paragraph(style, run(ink, text), keep_next) for text in texts if text)
    return cell(shown.width_twips, written or paragraph(style, keep_next=keep_next), shown.span, shown.merge)


def _row_cells(
    ink: Ink, shown: Sequence[ShownCell], arrows: dict[int, str], size_pt: int, keep_next: bool
) -> Iterator[str]:
    for each in shown:
        if each.column.month is None:
            yield _cell(ink, each, size_pt, keep_next)
        else:
            drawing = arrows.get(each.column.month, "")
            yield month_cell(each.width_twips, drawing, each.merge, keep_next)


def _arrows(ink: Ink, project: Project, layout: TableLayout, lies_at_pt: float) -> dict[int, str]:
    """The arrows of the project by the month in whose cell they are anchored."""
    width = next((column.width_twips for column in layout.columns if column.month is not None), None)
    if width is None:
        return {}
    return {
        FISCAL_MONTHS[first]: arrow(ink, first, last, width, lies_at_pt)
        for first, last in month_runs(project.months)
    }


def project_rows(
    ink: Ink, layout: TableLayout, project: Project, keep_next: bool, room_pt: float
) -> tuple[str, list[float]]:
    """The project's rows, and about how high each comes out in points.

    `keep_next` holds the last of them on the page of the row that follows the project. `room_pt` is what a page
    has for rows; those that are higher may split.
    """
    shown = [tuple(shown_cells(project, part, layout)) for part in parts(project)]
    heights_pt = row_heights_pt(shown, layout.size_pt)
    tallest_pt = _WHOLE_ROW_SHARE * room_pt
    is_tall = max(heights_pt) > tallest_pt
    lies_at_pt = _FIRST_LINE_MIDDLE_PT if is_tall else middle_pt(shown, layout.size_pt)
    arrows = _arrows(ink, project, layout, lies_at_pt)
    rows = []
    for index, (cells, height_pt) in enumerate(zip(shown, heights_pt, strict=True)):
        keep = keep_next or index < len(shown) - 1
        written = _row_cells(ink, cells, arrows if index == 0 else {}, layout.size_pt, keep)
        rows.append(row("".join(written), may_split=height_pt > tallest_pt))
    return "".join(rows), heights_pt
