"""Sheets as a web page that a browser prints: tables with spans, arrows as SVG over the month cells."""

from collections.abc import Iterator
from html import escape

from bench.legacy_plans.wordml import PAGE_MARGIN
from bench.printed.form_rows import DXA_PER_PT, PrintedCell, PrintedRow
from bench.printed.sheets import PrintedLine, PrintedTable, RunningHead, Sheet

_HEAD_PT = 4.0
_DROP_PT = 8.0
_STYLE = f"""
@page {{ size: A4 landscape; margin: 42pt {PAGE_MARGIN / DXA_PER_PT}pt 35pt; }}
body {{ margin: 0; font-family: Laksaman, Sarabun; line-height: 1.35; }}
p {{ margin: 0; min-height: 1em; white-space: pre-wrap; }}
table {{ border-collapse: collapse; table-layout: fixed; }}
td {{ border: 0.5pt solid black; padding: 1pt 3pt; vertical-align: top; position: relative;
      white-space: pre-wrap; overflow-wrap: break-word; }}
.turned {{ writing-mode: vertical-rl; transform: rotate(180deg); margin: auto; }}
svg {{ position: absolute; overflow: visible; }}
"""


def html_source(sheets: tuple[Sheet, ...]) -> str:
    """The page's source. Browsers have no running heads, so those lines stand on each form's first page."""
    body = "\n".join(line for sheet in sheets for line in _sheet(sheet))
    return (
        f'<!doctype html><html lang="th"><head><meta charset="utf-8"><style>{_STYLE}</style></head>'
        f"<body>{body}</body></html>"
    )


def _sheet(sheet: Sheet) -> Iterator[str]:
    if isinstance(sheet, RunningHead):
        for index, line in enumerate(sheet.lines):
            yield _line(line, new_page=index == 0)
    elif isinstance(sheet, PrintedTable):
        yield from _table(sheet)
    else:
        yield _line(sheet, sheet.new_page)


def _line(line: PrintedLine, new_page: bool) -> str:
    page = "break-before: page;" if new_page else ""
    weight = "font-weight: bold;" if line.bold else ""
    return (
        f'<p style="text-align: {line.align}; font-size: {line.size_pt}pt; {weight}{page}">'
        f"{escape(line.text)}</p>"
    )


def _table(table: PrintedTable) -> Iterator[str]:
    columns = "".join(f'<col style="width: {width}pt">' for width in table.widths_pt)
    yield f'<table style="width: {sum(table.widths_pt)}pt"><colgroup>{columns}</colgroup>'
    header = "".join(map(_row, table.header))
    yield f"<thead>{header}</thead><tbody>" if table.repeats else f"<tbody>{header}"
    yield from map(_row, table.rows)
    yield "</tbody></table>"


def _row(row: PrintedRow) -> str:
    whole = "break-inside: avoid;" if row.whole else ""
    weight = "font-weight: bold;" if row.bold else ""
    cells = "".join(_cell(cell, row) for cell in row.cells)
    return f'<tr style="{whole}{weight}font-size: {row.size_pt}pt">{cells}</tr>'


def _cell(cell: PrintedCell, row: PrintedRow) -> str:
    style = f"text-align: {cell.align};" + ("vertical-align: middle;" if row.bold else "")
    style += f"background: #{cell.fill};" if cell.fill else ""
    style += "border-top: none;" if cell.open_above else ""
    style += "border-bottom: none;" if cell.open_below else ""
    style += "padding: 1pt 0;" if cell.tight else ""
    lines = "<br>".join(escape(line) for line in cell.lines) or "&nbsp;"
    content = f'<div class="turned">{lines}</div>' if cell.turned else lines
    spans = (f' colspan="{cell.col_span}"' if cell.col_span > 1 else "") + (
        f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    )
    return f'<td{spans} style="{style}">{"".join(map(_arrow, cell.arrows))}{content}</td>'


def _arrow(ends: tuple[float, float]) -> str:
    x0, x1 = ends
    length, middle = x1 - x0, 2.0
    left = f"M0 {middle} L{_HEAD_PT} 0 L{_HEAD_PT} 4 Z"
    right = f"M{length} {middle} L{length - _HEAD_PT} 0 L{length - _HEAD_PT} 4 Z"
    return (
        f'<svg style="left: {x0:.2f}pt; top: {_DROP_PT}pt; width: {length:.2f}pt; height: 4pt" '
        f'viewBox="0 0 {length:.2f} 4">'
        f'<path d="M0 {middle} H{length:.2f}" stroke="black" stroke-width="0.8"/>'
        f'<path d="{left} {right}"/></svg>'
    )
