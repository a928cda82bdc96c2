"""The project tables of a plan, by form and then by the headings that govern them."""

from collections.abc import Iterator, Sequence

from outputs.docx.blocks import Block, form_blocks
from outputs.docx.columns import TableLayout, table_layout
from outputs.docx.empty_tables import row_of_none
from outputs.docx.headers import header_heights_twips, header_rows, total_row
from outputs.docx.headings import heading_line, headings_to_print, kind_of, page_groups
from outputs.docx.heights import lines_height_twips
from outputs.docx.rows import project_rows
from outputs.docx.titles import lines_above_table
from outputs.docx.wordml import Ink, heading, paragraph, run, table
from schemas.plan import DEVELOPMENT_FORMS, OPERATION_FORMS, Form, Group, Plan, Project

# Styles and levels of the outline of the headings that a reader looks for; forms are of level 2.
_OUTLINED = {
    "strategy": ("StrategyHeading", 3),
    "equipment_type": ("StrategyHeading", 3),
    "program": ("ProgramHeading", 4),
}
_TWIPS_PER_POINT = 20
_HEADING_HEIGHT_PT = 20.0


def _begins_page(before: Block | None, now: Block) -> bool:
    if before is None or not now.groups:
        return True
    return page_groups(before.groups) != page_groups(now.groups)


def _heading(ink: Ink, group: Group) -> str:
    style, level = _OUTLINED.get(kind_of(group).kind, (None, 0))
    ink.pages.flow(_HEADING_HEIGHT_PT)
    if style:
        return heading(ink, style, heading_line(group), level, keep_next=True)
    return paragraph("GoverningHeading", run(ink, heading_line(group)), keep_next=True)


def _headings(ink: Ink, groups: Sequence[Group], header_pt: float) -> str:
    """The headings above a table, which stay on the page of its header and its first row."""
    ink.pages.keep(_HEADING_HEIGHT_PT * len(groups) + 2 * header_pt)
    return "".join(_heading(ink, group) for group in groups)


def _table(ink: Ink, layout: TableLayout, content: Block, closing: Sequence[Project], above_pt: float) -> str:
    """One table with its total, or with words that there is no project; `closing` are all projects of the form
    where this is the last of several.

    `above_pt` is the height of the lines that stay with its first row.
    """
    last = len(content.projects) - 1
    rows = [header_rows(ink, layout)]
    header_pt = _header_pt(layout)
    ink.pages.flow(header_pt)
    for index, project in enumerate(content.projects):
        room_pt = ink.pages.room_pt - header_pt - (0 if index else above_pt)
        written, heights_pt = project_rows(ink, layout, project, keep_next=index == last, room_pt=room_pt)
        rows.append(written)
        ink.pages.rows(heights_pt, header_pt)
    if content.projects:
        rows.append(total_row(ink, layout, content.projects, "table_total", keep_next=bool(closing)))
    else:
        rows.append(row_of_none(ink, layout, content.form, keep_next=bool(closing)))
    if closing:
        rows.append(total_row(ink, layout, closing, "form_total", keep_next=False))
    line_pt = lines_height_twips(1, layout.size_pt) / _TWIPS_PER_POINT
    ink.pages.rows([line_pt] * (2 if closing else 1), header_pt)
    return table("PlanTable", layout.widths_twips, "".join(rows))


def _header_pt(layout: TableLayout) -> float:
    return sum(header_heights_twips(layout)) / _TWIPS_PER_POINT


def _form(ink: Ink, plan: Plan, form: Form) -> Iterator[str]:
    projects = [project for project in plan.projects if project.form == form]
    contents = form_blocks(plan, form)
    if not contents:
        return
    layout = table_layout(form, plan, ink.style.table_width_twips)
    before: Block | None = None
    header_pt = _header_pt(layout)
    # In one line, so that the table of contents tells forms of the same title from one another.
    title = " ".join(part for part in (layout.form.title, layout.form.subtitle) if part)
    for index, content in enumerate(contents):
        above_pt = 0.0
        if before is None or _begins_page(before, content):
            yield lines_above_table(ink, plan, layout.form.label, title, is_first=before is None)
            above_pt = ink.pages.used_pt
            ended = headings_to_print(before.groups, ()) if before else ()
            headings = content.groups or ended
        else:
            headings = headings_to_print(before.groups, content.groups)
        yield _headings(ink, headings, header_pt)
        above_pt += _HEADING_HEIGHT_PT * len(headings)
        is_closing = len(contents) > 1 and index == len(contents) - 1
        yield _table(ink.in_tables, layout, content, projects if is_closing else (), above_pt)
        before = content


def project_tables(ink: Ink, plan: Plan) -> str:
    """All tables of the plan with the lines above them as XML; empty for a plan without projects."""
    return "".join(part for form in (*OPERATION_FORMS, *DEVELOPMENT_FORMS) for part in _form(ink, plan, form))
