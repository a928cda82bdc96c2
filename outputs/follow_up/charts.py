"""The summary of an evaluation as a sheet with native charts; the .docx takes its charts from there."""

from typing import Any, Final

from outputs.follow_up.model import OUTCOMES, Evaluation, GroupResult, Outcome
from outputs.follow_up.wording import report_words, strategy_text
from outputs.sheet_looks import FONT, HEADER_FILL, LINE_PT, LOCKED_FILL, Looks, plain
from outputs.xlsx.ink import Ink

FIRST_ROW: Final = 4
"""The row (0-based) of the table's header, under the titles."""
PROJECTS_CHART, MONEY_CHART = 0, 1
"""The charts in their order in the file."""
_COLOURS: Final[dict[Outcome, str]] = {
    "done": "#3A8C54", "under_way": "#E0B13A", "not_begun": "#9AA5B1", "cancelled": "#C0504D", "unreported": "#D9D9D9",
}  # fmt: skip
_PLANNED_COLOUR, _SPENT_COLOUR = "#8FAADC", "#1F4E79"
_COLUMNS: Final = (
    ("short", 20), ("strategy", 54), ("total", 10), *((outcome, 14) for outcome in OUTCOMES), ("done_percent", 13),
    ("planned", 20), ("spent", 20), ("spent_percent", 13), ("left", 20),
)  # fmt: skip
_AT: Final = {key: index for index, (key, _) in enumerate(_COLUMNS)}
_COUNTS: Final = frozenset({"total", *OUTCOMES})
_MOST_LONG_LABELS: Final = 5
_WIDTH_PX, _HEIGHT_PX = 760, 340


def write_summary(book: Any, looks: Looks, evaluation: Evaluation, ink: Ink) -> None:
    """A sheet with one row per strategy and their sum, and two charts of it."""
    words = report_words()
    sheet = book.add_worksheet(words["summary_sheet"])
    _write_titles(sheet, looks, evaluation, ink)
    _write_header(sheet, looks, ink)
    groups = [*evaluation.strategies, evaluation.whole]
    for row, group in enumerate(groups, start=FIRST_ROW + 1):
        is_sum = row == FIRST_ROW + len(groups)
        short = "" if is_sum else chart_name(group, row - FIRST_ROW, len(evaluation.strategies))
        _write_group(sheet, looks, row, (group, short), ink, is_sum=is_sum)
    last = FIRST_ROW + len(evaluation.strategies)
    counts, money = _charts(book, words["summary_sheet"], last, ink)
    sheet.insert_chart(last + 4, _AT["short"], counts)
    sheet.insert_chart(last + 4, _AT["unreported"], money)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)


def chart_name(group: GroupResult, place: int, strategies: int) -> str:
    """What a chart calls a strategy: its number, for names are too long; its place (1-based) where it has none.

    Of many strategies the label is shorter, so that it stays on one line.
    """
    if group.heading is None:
        return report_words()["no_strategy"]
    key = "chart_strategy" if strategies <= _MOST_LONG_LABELS else "chart_strategy_short"
    return report_words()[key].format(number=group.heading.number or place)


def _write_titles(sheet: Any, looks: Looks, evaluation: Evaluation, ink: Ink) -> None:
    organization = evaluation.organization.full_name
    for row, text in enumerate((report_words()["title"], evaluation.title, organization)):
        form = looks(bold=True, align="center", font_size=18)
        sheet.merge_range(row, 0, row, len(_COLUMNS) - 1, plain(ink.text(text)), form)
        sheet.set_row(row, LINE_PT * 1.3)


def _write_header(sheet: Any, looks: Looks, ink: Ink) -> None:
    words = report_words()
    bold = looks(bold=True, align="center", valign="vcenter", text_wrap=True, border=1, bg_color=HEADER_FILL)
    for index, (key, width) in enumerate(_COLUMNS):
        sheet.set_column(index, index, width)
        sheet.write_string(
            FIRST_ROW, index, ink.cell(words[key] if key != "short" else words["number"]), bold
        )
    sheet.set_row(FIRST_ROW, LINE_PT * 2)


def _write_group(
    sheet: Any, looks: Looks, row: int, named: tuple[GroupResult, str], ink: Ink, *, is_sum: bool
) -> None:
    group, short = named
    look: dict[str, object] = {"border": 1, "text_wrap": True}
    if is_sum:
        look |= {"bold": True, "bg_color": LOCKED_FILL}
    name = report_words()["all"] if is_sum else strategy_text(group.heading)
    sheet.write_string(row, _AT["short"], ink.cell(short), looks(**look))
    sheet.write_string(row, _AT["strategy"], plain(ink.cell(name)), looks(**look))
    for key, value in _numbers(group).items():
        code = "#,##0" if key in _COUNTS else "#,##0.00"
        sheet.write_number(row, _AT[key], value, looks(**look, num_format=ink.number_format(code)))
    sheet.set_row(row, LINE_PT * 2)


def _numbers(group: GroupResult) -> dict[str, float]:
    return {
        "total": group.projects,
        **{str(outcome): float(count) for outcome, count in group.outcomes.items()},
        "done_percent": float(group.done_percent),
        "planned": float(group.planned),
        "spent": float(group.spent),
        "spent_percent": float(group.spent_percent),
        "left": float(group.left),
    }


def _charts(book: Any, sheet: str, last: int, ink: Ink) -> tuple[Any, Any]:
    """Stacked bars of statuses, and bars of money planned and spent, by strategy."""
    words = report_words()
    counts = book.add_chart({"type": "column", "subtype": "stacked"})
    for outcome in OUTCOMES:
        _add_series(counts, sheet, last, outcome, _COLOURS[outcome])
    money = book.add_chart({"type": "column"})
    _add_series(money, sheet, last, "planned", _PLANNED_COLOUR)
    _add_series(money, sheet, last, "spent", _SPENT_COLOUR)
    for chart, title in ((counts, "projects_chart"), (money, "money_chart")):
        _dress(chart, ink.text(words[title]), ink)
    return counts, money


def _add_series(chart: Any, sheet: str, last: int, key: str, colour: str) -> None:
    first = FIRST_ROW + 1
    chart.add_series(
        {
            "name": [sheet, FIRST_ROW, _AT[key]],
            "categories": [sheet, first, _AT["short"], last, _AT["short"]],
            "values": [sheet, first, _AT[key], last, _AT[key]],
            "fill": {"color": colour},
            "gap": 60,
        }
    )


def _dress(chart: Any, title: str, ink: Ink) -> None:
    font = {"name": FONT, "size": 14}
    code = ink.number_format("#,##0")
    chart.set_title({"name": title, "name_font": {**font, "size": 16, "bold": True}})
    chart.set_x_axis({"num_font": font})
    chart.set_y_axis(
        {
            "num_font": font,
            "num_format": code,
            "num_format_linked": False,
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
            "min": 0,
        }
    )
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_size({"width": _WIDTH_PX, "height": _HEIGHT_PX})
