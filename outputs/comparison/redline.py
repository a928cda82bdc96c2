"""The project tables of two editions as one Word file with tracked changes: rejected the old, accepted the new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from outputs.comparison.model import Comparison
from outputs.comparison.revision import Kind, Revision
from outputs.docx.columns import TableLayout, table_layout
from outputs.docx.content import ShownCell, parts, shown_cells
from outputs.docx.headers import header_rows
from outputs.docx.headings import governing_groups, heading_line
from outputs.docx.package import package
from outputs.docx.page_setup import TABLES
from outputs.docx.style import BookStyle
from outputs.docx.titles import organization_line, plan_line
from outputs.docx.wordml import Ink, cell, paragraph, run, table
from schemas.plan import DEVELOPMENT_FORMS, OPERATION_FORMS, Form, Group, Plan, Project

_STYLE_OF_ALIGN = {"left": "PlanText", "center": "PlanCentre", "right": "PlanAmount"}
_MONTH_MARK = "↔"
_NARROW = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
_Headings = tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A project's place in a table: in the old edition, in the new one, or unmoved in both."""

    old: Project | None
    new: Project | None


def render(comparison: Comparison, old: Plan, new: Plan, style: BookStyle, made: str) -> bytes:
    """A .docx with the tables of both plans; months are marks in their cells, which can be tracked.

    `made` (xsd:dateTime) is the time that all changes bear; equal arguments give equal bytes.
    """
    ink, revision = Ink(style), Revision(style, made)
    # What only the old edition has needs room in the columns too.
    union = new.model_copy(update={"projects": (*new.projects, *old.projects)})
    body = "".join(
        part
        for form in (*OPERATION_FORMS, *DEVELOPMENT_FORMS)
        for part in _form(ink, revision, comparison, old, union, form)
    )
    title = ink.text(f"{plan_line(new)} {organization_line(new.organization)}".strip())
    pages = TABLES.xml(style.numerals, restart=True)
    return package(
        body + paragraph("PlanEnd") + pages,
        style,
        title=title,
        author=ink.text(organization_line(new.organization)),
    )


def _form(
    ink: Ink, revision: Revision, comparison: Comparison, old: Plan, union: Plan, form: Form
) -> Iterator[str]:
    if not any(project.form == form for project in union.projects):
        return
    layout = table_layout(form, union)
    columns = frozenset(column.field for column in layout.form.columns if not column.optional)
    yield paragraph("FormLabel", run(ink, layout.form.label), keep_next=True)
    yield paragraph("PlanTitle", run(ink, layout.form.title), keep_next=True)
    yield paragraph("PlanTitle", revision.revised(plan_line(old), plan_line(union)), keep_next=True)
    yield paragraph("PlanTitle", run(ink, organization_line(union.organization)), keep_next=True)
    for headings, entries in _grouped(comparison, form, columns).items():
        kind = _kind_of(entries)
        yield from (_heading(revision, group, kind) for group in headings)
        rows = "".join(row for entry in entries for row in _rows(revision, layout, entry))
        yield table("PlanTable", layout.widths_twips, header_rows(ink, layout) + rows)


def _grouped(comparison: Comparison, form: Form, columns: frozenset[str]) -> dict[_Headings, list[_Entry]]:
    """The entries under each set of headings, in the pairings' order; one that moved stands under both."""
    grouped: dict[_Headings, list[_Entry]] = {}
    known: dict[tuple[str, ...], _Headings] = {}

    def put(project: Project, entry: _Entry) -> None:
        headings = governing_groups(project, columns)
        # Numbers of headings may change with the order; their names say which they are.
        key = tuple(f"{group.label}{group.name}".replace(" ", "") for group in headings)
        grouped.setdefault(known.setdefault(key, headings), []).append(entry)

    for pairing in comparison.pairings:
        old, new = (
            project if project is not None and project.form == form else None
            for project in (pairing.old, pairing.new)
        )
        stays = old is not None and new is not None and not pairing.has("moved")
        if stays and new is not None:
            put(new, _Entry(old, new))
            continue
        if old is not None:
            put(old, _Entry(old, None))
        if new is not None:
            put(new, _Entry(None, new))
    return grouped


def _kind_of(entries: Sequence[_Entry]) -> Kind | None:
    """Whether a whole table is new or gone."""
    if all(entry.old is None for entry in entries):
        return "ins"
    return "del" if all(entry.new is None for entry in entries) else None


def _heading(revision: Revision, group: Group, kind: Kind | None) -> str:
    line = heading_line(group)
    old, new = "" if kind == "ins" else line, "" if kind == "del" else line
    mark = f"<w:rPr>{revision.mark(kind)}</w:rPr>" if kind else ""
    return paragraph("GoverningHeading", revision.revised(old, new), keep_next=True, properties=mark)


# ---- rows ----


def _rows(revision: Revision, layout: TableLayout, entry: _Entry) -> Iterator[str]:
    """Revised rows where both editions have the same cells; else the old rows deleted and the new ones inserted."""
    before, after = _cells(entry.old, layout), _cells(entry.new, layout)
    if before and after and _same_shape(before, after):
        for old_row, new_row in zip(before, after, strict=True):
            yield _row(revision, layout, old_row, new_row, None)
        return
    yield from (_row(revision, layout, cells, None, "del") for cells in before)
    yield from (_row(revision, layout, None, cells, "ins") for cells in after)


def _cells(project: Project | None, layout: TableLayout) -> list[tuple[ShownCell, ...]]:
    if project is None:
        return []
    return [
        tuple(_with_mark(shown, project) for shown in shown_cells(project, part, layout))
        for part in parts(project)
    ]


def _with_mark(shown: ShownCell, project: Project) -> ShownCell:
    """A month's cell with a mark where the project works in that month."""
    if shown.column.month is None or shown.merge == "continue":
        return shown
    texts = (_MONTH_MARK,) if shown.column.month in project.months else ()
    return ShownCell(shown.column, texts, "center", shown.span, shown.merge)


def _same_shape(before: list[tuple[ShownCell, ...]], after: list[tuple[ShownCell, ...]]) -> bool:
    shapes = [[[(shown.span, shown.merge) for shown in cells] for cells in rows] for rows in (before, after)]
    return shapes[0] == shapes[1]


def _row(
    revision: Revision,
    layout: TableLayout,
    old: Sequence[ShownCell] | None,
    new: Sequence[ShownCell] | None,
    kind: Kind | None,
) -> str:
    shape = new or old or ()
    cells = "".join(
        _cell(revision, layout, old[index] if old else None, new[index] if new else None)
        for index in range(len(shape))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{revision.mark(kind) if kind else ''}</w:trPr>{cells}</w:tr>"


def _cell(revision: Revision, layout: TableLayout, old: ShownCell | None, new: ShownCell | None) -> str:
    shown = new or old
    if shown is None:
        return ""
    style = f"{_STYLE_OF_ALIGN[shown.align]}{layout.size_pt}"
    content = paragraph(style, revision.revised(_text(old), _text(new)))
    narrow = _NARROW if shown.column.month is not None else ""
    return cell(shown.width_twips, content, shown.span, shown.merge, narrow)


def _text(shown: ShownCell | None) -> str:
    if shown is None or shown.merge == "continue":
        return ""
    return "\n".join(text for text in shown.texts if text)
