"""Sheets as a Typst document: A4 landscape, tables with spans, arrows drawn over the month cells."""

from collections.abc import Iterator

from bench.legacy_plans.wordml import PAGE_MARGIN
from bench.printed.form_rows import DXA_PER_PT, PrintedCell, PrintedRow
from bench.printed.sheets import PrintedLine, PrintedTable, RunningHead, Sheet

_INSET_PT = 3.0
_HEAD_PT = 4.0
_DROP_PT = 8.0
_HEAD_LINE_PT = 26.0
_FONTS = ("Laksaman", "Sarabun")
_MARGIN_TOP_PT, _MARGIN_BOTTOM_PT = 42.5, 35.0
_PREAMBLE = f"""\
#let arrow(x0, x1) = {{
  place(top + left, dx: x0, dy: {_DROP_PT}pt, line(length: x1 - x0, stroke: 0.8pt))
  place(top + left, dx: x0, dy: {_DROP_PT}pt - 2pt, polygon(fill: black, (0pt, 2pt), ({_HEAD_PT}pt, 0pt),
    ({_HEAD_PT}pt, 4pt)))
  place(top + left, dx: x1 - {_HEAD_PT}pt, dy: {_DROP_PT}pt - 2pt, polygon(fill: black, (0pt, 0pt),
    ({_HEAD_PT}pt, 2pt), (0pt, 4pt)))
}}
"""


def typst_source(sheets: tuple[Sheet, ...]) -> str:
    """The document's source."""
    return "\n".join([_PREAMBLE, *_page(0), *(line for sheet in sheets for line in _sheet(sheet))]) + "\n"


def _page(head_lines: int, head: str = "none") -> Iterator[str]:
    top = _MARGIN_TOP_PT + head_lines * _HEAD_LINE_PT
    margins = f"x: {PAGE_MARGIN / DXA_PER_PT}pt, top: {top}pt, bottom: {_MARGIN_BOTTOM_PT}pt"
    yield f'#set page("a4", flipped: true, margin: ({margins}), header: {head}, header-ascent: 4pt)'
    fonts = ", ".join(f'"{name}"' for name in _FONTS)
    yield f'#set text(font: ({fonts}), lang: "th", top-edge: "ascender", bottom-edge: "descender")'
    yield "#set par(leading: 0.05em, spacing: 0.3em)"


def _sheet(sheet: Sheet) -> Iterator[str]:
    if isinstance(sheet, RunningHead):
        content = "; ".join(_text_block(line) for line in sheet.lines)
        yield from _page(len(sheet.lines), "{" + content + "}")
    elif isinstance(sheet, PrintedTable):
        yield from _table(sheet)
    else:
        yield ("#pagebreak(weak: true)\n" if sheet.new_page else "") + f"#{_text_block(sheet)}"


def _text_block(line: PrintedLine) -> str:
    return f"block(width: 100%, align({line.align}, {_text(line.text, line.size_pt, line.bold)}))"


def _text(text: str, size_pt: float, bold: bool) -> str:
    weight = ', weight: "bold"' if bold else ""
    return f"text(size: {size_pt}pt{weight}, {_quoted(text)})"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _table(table: PrintedTable) -> Iterator[str]:
    widths = ", ".join(f"{width}pt" for width in table.widths_pt)
    yield f"#table(columns: ({widths},), inset: (x: {_INSET_PT}pt, y: 2.5pt), stroke: 0.5pt,"
    if table.header:
        repeat = "true" if table.repeats else "false"
        yield f"table.header(repeat: {repeat},"
        yield from map(_row, table.header)
        yield "),"
    yield from map(_row, table.rows)
    yield ")"


def _row(row: PrintedRow) -> str:
    return " ".join(f"table.cell({_properties(cell, row)})[{_content(cell, row)}]," for cell in row.cells)


def _properties(cell: PrintedCell, row: PrintedRow) -> str:
    properties = [f"align: {cell.align} + {'horizon' if row.bold else 'top'}"]
    properties += [f"colspan: {cell.col_span}"] if cell.col_span > 1 else []
    properties += [f"rowspan: {cell.row_span}"] if cell.row_span > 1 else []
    properties += [f'fill: rgb("{cell.fill}")'] if cell.fill else []
    sides = ("top: none, " if cell.open_above else "") + ("bottom: none, " if cell.open_below else "")
    properties += [f"stroke: ({sides}x: 0.5pt)"] if sides else []
    # A month's name fills its narrow cell from rule to rule.
    properties += ["inset: (x: 0pt, y: 2.5pt)"] if cell.tight else []
    return ", ".join([*properties, "breakable: false"] if row.whole else properties)


def _content(cell: PrintedCell, row: PrintedRow) -> str:
    arrows = "".join(f"#arrow({x0 - _INSET_PT:.2f}pt, {x1 - _INSET_PT:.2f}pt)" for x0, x1 in cell.arrows)
    lines = "#linebreak()".join(f"#{_text(line or ' ', row.size_pt, row.bold)}" for line in cell.lines)
    if cell.turned:
        return f"#rotate(-90deg, reflow: true)[{lines}]"
    return arrows + lines
