"""The fresh book: its text on portrait pages, then its tables on landscape ones."""

from outputs.docx.lengths import A4_LONG_TWIPS, A4_SHORT_TWIPS, TABLE_PAGE_SIDE_TWIPS, twips
from outputs.docx.narrative import narrative
from outputs.docx.package import FOOTER_RELATION_ID, package
from outputs.docx.style import BookStyle
from outputs.docx.tables import project_tables
from outputs.docx.titles import organization_line, plan_line
from outputs.docx.wordml import fresh_ink, paragraph, run
from schemas.plan import Plan

_FOOTER = f'<w:footerReference w:type="default" r:id="{FOOTER_RELATION_ID}"/>'
_NUMBERS = '<w:pgNumType w:fmt="thaiNumbers"/>'


def _margins(top_mm: float, right_twips: int, bottom_mm: float, left_twips: int, footer_mm: float) -> str:
    return (
        f'<w:pgMar w:top="{twips(top_mm)}" w:right="{right_twips}" w:bottom="{twips(bottom_mm)}" '
        f'w:left="{left_twips}" w:header="{twips(8)}" w:footer="{twips(footer_mm)}" w:gutter="0"/>'
    )


def _text_pages() -> str:
    """A4 upright with the margins of Thai government papers: 3 cm at the left, 2 cm at the right."""
    size = f'<w:pgSz w:w="{A4_SHORT_TWIPS}" w:h="{A4_LONG_TWIPS}"/>'
    margins = _margins(25, twips(20), 20, twips(30), 10)
    return f"<w:sectPr>{_FOOTER}{size}{margins}{_NUMBERS}</w:sectPr>"


def _table_pages() -> str:
    size = f'<w:pgSz w:w="{A4_LONG_TWIPS}" w:h="{A4_SHORT_TWIPS}" w:orient="landscape"/>'
    margins = _margins(15, TABLE_PAGE_SIDE_TWIPS, 15, TABLE_PAGE_SIDE_TWIPS, 7)
    return f"<w:sectPr>{_FOOTER}{size}{margins}{_NUMBERS}</w:sectPr>"


def render(plan: Plan, style: BookStyle) -> bytes:
    """The plan as a .docx book; equal plans and styles give equal bytes.

    A plan without projects gives its text alone, and one without text too its title lines, so that
    no book is blank.
    """
    ink = fresh_ink(style)
    text = narrative(ink, plan.narrative)
    tables = project_tables(ink, plan)
    title, author = plan_line(plan), organization_line(plan.organization)
    if not tables:
        titles = "".join(paragraph("PlanTitle", run(ink, line)) for line in (title, author) if line)
        body = (text or titles) + _text_pages()
    else:
        before = paragraph("PlanEnd", properties=_text_pages()) if text else ""
        body = text + before + tables + paragraph("PlanEnd") + _table_pages()
    return package(body, style.font, title=ink.text(f"{title} {author}".strip()), author=ink.text(author))
