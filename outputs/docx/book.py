"""The fresh book: cover, announcement, foreword and contents, its text on upright pages, its tables on lying ones."""

from collections.abc import Sequence

from outputs.docx.appendix import appendix
from outputs.docx.arrangement import Arrangement, arrangement
from outputs.docx.contents import contents
from outputs.docx.cover import cover
from outputs.docx.drawings import picture_of
from outputs.docx.narrative import narrative
from outputs.docx.outline import on_pages
from outputs.docx.own_years import with_plan_year
from outputs.docx.package import package
from outputs.docx.page_setup import PageSetup, pages_of
from outputs.docx.style import BookStyle
from outputs.docx.summary import summary
from outputs.docx.tables import project_tables
from outputs.docx.texts import plan_facts
from outputs.docx.titles import organization_line, plan_line
from outputs.docx.wordml import Ink, paragraph
from schemas.findings import Finding
from schemas.plan import Plan

_Section = tuple[str, PageSetup, bool]
"""What stands on pages of one set-up, and whether their numbers begin at one."""


def render(
    plan: Plan,
    style: BookStyle,
    findings: Sequence[Finding] | None = None,
    heading_pages: Sequence[int] | None = None,
) -> bytes:
    """The plan as a .docx book; equal plans and styles give equal bytes.

    `findings` are those of reading the plan's source: an appendix lists them with each project's place in the
    source; without them there is no appendix. Characters that XML cannot hold are left out (outputs.writable
    tells of them). The pages in the table of contents are estimates, which Word puts right when it updates or
    prints the book, or those of `heading_pages`: where each heading was drawn, 0-based and in order.
    """
    ink = Ink(style)
    body = "".join(_sections(ink, _contents(ink, plan, findings, heading_pages)))
    title = f"{plan_line(plan)} {organization_line(plan.organization)}".strip()
    logo = picture_of(style.logo) if style.logo else None
    author = organization_line(plan.organization)
    return package(body, style, title=ink.text(title), author=ink.text(author), logo=logo)


def _contents(
    ink: Ink, plan: Plan, findings: Sequence[Finding] | None, heading_pages: Sequence[int] | None
) -> list[_Section]:
    """The book's sections in order; the table of contents is made last, when all headings are known."""
    plan = plan.model_copy(update={"narrative": with_plan_year(plan)})
    facts, order = plan_facts(plan, ink.style), arrangement(plan, ink.style.narrative)
    pages = pages_of(ink.style)
    pages.front.begin(ink.pages, restart=True)
    front = narrative(ink, plan, order.front, facts)
    before = _before_tables(ink, plan, order, facts)
    pages.tables.begin(ink.pages, restart=not before)
    tables = summary(ink, plan) + project_tables(ink, plan)
    pages.text.begin(ink.pages, restart=False)
    after = narrative(ink, plan, order.after, facts)
    if findings is not None:
        after += appendix(ink, plan, findings)
    listed = contents(ink, on_pages(ink.outline.entries, heading_pages))
    return [
        (cover(ink, plan, facts["lao"]), pages.cover, False),
        (front + listed, pages.front, True),
        (before, pages.text, True),
        (tables, pages.tables, not before),
        (after, pages.text, False),
    ]


def _before_tables(ink: Ink, plan: Plan, order: Arrangement, facts: dict[str, str]) -> str:
    pages_of(ink.style).text.begin(ink.pages, restart=True)
    pieces = [*order.before, *([order.tables] if order.tables and plan.projects else [])]
    return narrative(ink, plan, pieces, facts)


def _sections(ink: Ink, sections: Sequence[_Section]) -> list[str]:
    """The sections that hold anything, each with its pages' set-up: all but the last in a paragraph of its own."""
    held = [section for section in sections if section[0]]
    written = []
    for index, (content, setup, restart) in enumerate(held):
        properties = setup.xml(ink.style.numerals, restart=restart)
        if index < len(held) - 1:
            written.append(content + paragraph("PlanEnd", properties=properties))
        else:
            written.append(content + paragraph("PlanEnd") + properties)
    return written
