"""Comparisons and links as one page of HTML that needs nothing else: for the screen, and for printing."""

from collections.abc import Iterable, Iterator
from html import escape

from outputs.comparison.figures import counts, verdicts
from outputs.comparison.model import Comparison, Linkage
from outputs.comparison.sheets import Sheet, comparison_sheets, link_sheet, shown
from outputs.comparison.text import cautions, plan_line
from outputs.comparison.wording import wording
from schemas.findings.catalog import Language

_STYLE = """
body { font-family: "TH Sarabun New", "TH SarabunPSK", Sarabun, "Noto Sans Thai", sans-serif; }
body { font-size: 18px; margin: 2em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 1.5em; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #888; padding: 2px 6px; vertical-align: top; text-align: left; white-space: pre-line; }
th { background: #eee; } td.figure { text-align: right; white-space: nowrap; }
tr.new td { background: #e2f0d9; } tr.changed td, tr.no_money_that_year td { background: #fff4ce; }
tr.dropped td, tr.above td, tr.no_origin td { background: #f8d7da; } tr.total td { font-weight: bold; }
@media print { body { margin: 0; font-size: 12px; } @page { size: A4 landscape; } }
"""


def render(comparison: Comparison, language: Language = "th") -> bytes:
    """UTF-8: both plans, the counts, sums by strategy, and all projects with their changes."""
    words, found = wording(language), counts(comparison)
    title = words["title_amendment" if comparison.is_amendment else "title"]
    lines = [
        plan_line("old", comparison.old, language),
        plan_line("new", comparison.new, language),
        *cautions(comparison.old, comparison.new, language),
        words["counts"].format_map(found),
        words["changed_counts"].format_map(found),
    ]
    return _page(title, lines, comparison_sheets(comparison, language), language)


def render_link(linkage: Linkage, language: Language = "th") -> bytes:
    """Likewise for a link: all projects of the operation plan with their origins and ceilings."""
    words = wording(language)
    lines = [
        plan_line("action", linkage.action, language),
        plan_line("development", linkage.development, language),
        *cautions(linkage.action, linkage.development, language),
        words["link_year"].format(year=linkage.year or "-"),
        words["link_counts"].format_map(verdicts(linkage)),
    ]
    return _page(words["link_title"], lines, (link_sheet(linkage, language),), language)


def _page(title: str, lines: Iterable[str], sheets: Iterable[Sheet], language: Language) -> bytes:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    tables = "".join(_table(sheet) for sheet in sheets)
    body = f"<h1>{escape(title)}</h1>{paragraphs}{tables}"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>{body}</body></html>\n'.encode()
    )


def _table(sheet: Sheet) -> str:
    headers = "".join(f"<th>{escape(header)}</th>" for header in sheet.headers)
    head, body = f"<thead><tr>{headers}</tr></thead>", f"<tbody>{''.join(_rows(sheet))}</tbody>"
    return f"<h2>{escape(sheet.title)}</h2><table>{head}{body}</table>"


def _rows(sheet: Sheet) -> Iterator[str]:
    for values, mark in zip(sheet.rows, sheet.marks, strict=True):
        cells = "".join(
            f"<td{'' if isinstance(value, str) else ' class=figure'}>{escape(shown(value))}</td>"
            for value in values
        )
        yield f'<tr class="{escape(mark)}">{cells}</tr>'
