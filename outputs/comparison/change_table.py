"""The table of changes that the announcement of an amendment needs: ข้อความเดิม beside ข้อความใหม่, as Word."""

from collections.abc import Iterator, Sequence

from outputs.comparison.model import Change, Comparison, Pairing
from outputs.comparison.wording import money_text, name_text, place_text, schedule_text, wording
from outputs.docx.lengths import TABLE_WIDTH_TWIPS, twips
from outputs.docx.package import package
from outputs.docx.page_setup import TABLES
from outputs.docx.style import BookStyle
from outputs.docx.titles import organization_line, plan_line
from outputs.docx.wordml import Ink, cell, header_row, paragraph, row, run, table
from schemas.plan import Plan, Project

_SIZE_PT = 14
_NUMBER_TWIPS, _REASON_TWIPS = twips(14), twips(52)
_TEXT_TWIPS = (TABLE_WIDTH_TWIPS - _NUMBER_TWIPS - _REASON_TWIPS) // 2
_WIDTHS_TWIPS = (_NUMBER_TWIPS, _TEXT_TWIPS, _TEXT_TWIPS, _REASON_TWIPS)
_HEADER_TWIPS = twips(9)
# The first two lines of each text tell of these.
_TOLD_ABOVE = frozenset({"name", "strategy", "program"})
# What a project that is added or dropped is told by, beside its name.
_TOLD_FIELDS = ("details", "target", "location", "responsible_unit")


def render(comparison: Comparison, old: Plan, new: Plan, style: BookStyle) -> bytes:
    """A .docx of one table: each changed, added and dropped project, and room for the reason; always Thai.

    Equal arguments give equal bytes.
    """
    ink, words = Ink(style), wording("th")
    entries = [pairing for pairing in comparison.pairings if pairing.changes or pairing.status != "continued"]
    rows = "".join(_row(ink, number, pairing) for number, pairing in enumerate(entries, start=1))
    if not entries:
        rows = row("".join(_cells(ink, ("-", (words["no_changes"],), (words["no_changes"],), ("-",)))))
    headers = header_row("".join(_headers(ink)), _HEADER_TWIPS)
    lines = (words["changes_title"], plan_line(new), organization_line(new.organization), _of(old, new))
    titles = "".join(paragraph("PlanTitle", run(ink, line), keep_next=True) for line in lines if line)
    body = titles + table("PlanTable", _WIDTHS_TWIPS, headers + rows) + paragraph("PlanEnd")
    author = ink.text(organization_line(new.organization))
    pages = TABLES.xml(style.numerals, restart=True)
    return package(
        body + pages, style, title=ink.text(f"{words['changes_title']} {plan_line(new)}"), author=author
    )


def _of(old: Plan, new: Plan) -> str:
    """Which two editions, or which two years, stand side by side."""
    words = wording("th")
    if old.budget_years() == new.budget_years():
        first = words["first_edition"]
        return words["changes_of"].format(old=old.edition or first, new=new.edition or first)
    return words["changes_of"].format(old=plan_line(old), new=plan_line(new))


def _headers(ink: Ink) -> Iterator[str]:
    words = wording("th")
    keys = ("column_number", "column_old", "column_new", "column_reason")
    for key, width in zip(keys, _WIDTHS_TWIPS, strict=True):
        yield cell(width, paragraph(f"PlanHeader{_SIZE_PT}", run(ink, words[key])))


def _row(ink: Ink, number: int, pairing: Pairing) -> str:
    words = wording("th")
    before: tuple[str, ...]
    after: tuple[str, ...]
    if pairing.old is None:
        act, before = "act_added", ("-",)
    else:
        act = "act_moved" if pairing.has("moved") else "act_changed"
        before = _told(pairing.old, pairing, "old")
    if pairing.new is None:
        act, after = "act_dropped", (words["act_dropped"],)
    else:
        after = _told(pairing.new, pairing, "new")
    reason = (words[act], words["reason_to_write"])
    return row("".join(_cells(ink, (str(number), before, after, reason))), may_split=True)


def _cells(ink: Ink, texts: tuple[str, Sequence[str], Sequence[str], Sequence[str]]) -> Iterator[str]:
    number, *others = texts
    yield cell(_NUMBER_TWIPS, paragraph(f"PlanCentre{_SIZE_PT}", run(ink, number)))
    for lines, width in zip(others, _WIDTHS_TWIPS[1:], strict=True):
        yield cell(width, "".join(paragraph(f"PlanText{_SIZE_PT}", run(ink, line)) for line in lines))


def _told(project: Project, pairing: Pairing, side: str) -> tuple[str, ...]:
    """The project's place and name, then what changed of it; all that tells of it where it stands alone."""
    head = (place_text(project), name_text(project))
    if pairing.status == "continued":
        changed = [change for change in pairing.changes if change.field not in _TOLD_ABOVE]
        return tuple(line for line in (*head, *(_changed(change, side) for change in changed)) if line)
    fields = [_line(field, getattr(project, field) or "") for field in _TOLD_FIELDS]
    money = _line("budget", _in_baht(money_text(project)))
    return tuple(line for line in (*head, *fields, money, _line("months", schedule_text(project))) if line)


def _changed(change: Change, side: str) -> str:
    text = change.old if side == "old" else change.new
    if change.field == "budget":
        text = _in_baht(text)
    return _line(change.field, text or wording("th")["nothing"])


def _in_baht(text: str) -> str:
    return f"{text} {wording('th')['baht']}" if text[-1:].isdigit() else text


def _line(field: str, text: str) -> str:
    return f"{wording('th')[f'field_{field}']}: {text}" if text else ""
