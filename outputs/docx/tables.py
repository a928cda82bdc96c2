"""The project tables of a plan, by form and then by the headings that govern them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from outputs.docx.columns import TableLayout, table_layout
from outputs.docx.headers import header_rows, total_row
from outputs.docx.headings import governing_groups, heading_line, headings_to_print, page_groups
from outputs.docx.rows import project_rows
from outputs.docx.titles import title_lines
from outputs.docx.wordml import Ink, paragraph, run, table
from schemas.plan import DEVELOPMENT_FORMS, OPERATION_FORMS, Form, Group, Plan, Project


@dataclass(frozen=True, slots=True)
class _ProjectTable:
    """Consecutive projects of one form under the same headings."""

    groups: tuple[Group, ...]
    projects: tuple[Project, ...]


def _tables(projects: Sequence[Project], layout: TableLayout) -> list[_ProjectTable]:
    columns = frozenset(column.field for column in layout.form.columns if not column.optional)
    governed = groupby(projects, key=lambda project: governing_groups(project, columns))
    return [_ProjectTable(groups, tuple(members)) for groups, members in governed]


def _begins_page(before: _ProjectTable | None, now: _ProjectTable) -> bool:
    if before is None or not now.groups:
        return True
    return page_groups(before.groups) != page_groups(now.groups)


def _headings(ink: Ink, groups: Sequence[Group]) -> str:
    return "".join(
        paragraph("GoverningHeading", run(ink, heading_line(group)), keep_next=True) for group in groups
    )


def _table(ink: Ink, layout: TableLayout, content: _ProjectTable, closing: Sequence[Project]) -> str:
    """One table with its total; `closing` are all projects of the form where this is the last of several."""
    last = len(content.projects) - 1
    rows = [header_rows(ink, layout)]
    rows += [
        project_rows(ink, layout, project, keep_next=index == last)
        for index, project in enumerate(content.projects)
    ]
    rows.append(total_row(ink, layout, content.projects, "table_total", keep_next=bool(closing)))
    if closing:
        rows.append(total_row(ink, layout, closing, "form_total", keep_next=False))
    return table("PlanTable", layout.widths_twips, "".join(rows))


def _form(ink: Ink, plan: Plan, form: Form) -> Iterator[str]:
    projects = [project for project in plan.projects if project.form == form]
    if not projects:
        return
    layout = table_layout(form, plan)
    contents = _tables(projects, layout)
    before: _ProjectTable | None = None
    for index, content in enumerate(contents):
        if before is None or _begins_page(before, content):
            yield title_lines(ink, plan, layout.form)
            yield _headings(ink, content.groups)
        else:
            yield _headings(ink, headings_to_print(before.groups, content.groups))
        is_closing = len(contents) > 1 and index == len(contents) - 1
        yield _table(ink, layout, content, projects if is_closing else ())
        before = content


def project_tables(ink: Ink, plan: Plan) -> str:
    """All tables of the plan with the lines above them as XML; empty for a plan without projects."""
    return "".join(part for form in (*OPERATION_FORMS, *DEVELOPMENT_FORMS) for part in _form(ink, plan, form))
