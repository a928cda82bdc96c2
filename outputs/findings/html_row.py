"""A project's row as it was read, with the doubted fields marked, in HTML."""

from collections.abc import Iterable, Iterator, Sequence, Set
from html import escape

from outputs.findings.view import View, Words
from schemas.plan import FISCAL_MONTHS, Project
from schemas.plan_text import baht_text, money_text, month_text

_COLUMN_OF = {"budgets": "budget", "budget_text": "budget", "responsible_units": "responsible_unit"}
"""Fields that are shown in the column of another one."""
_COLUMNS = ("number", "name", "budget", "months", "responsible_unit")


def row_html(project: Project, views: Sequence[View], words: Words, *, with_months: bool) -> str:
    """A table of one row: number, name, money, months and unit; doubted fields beyond those below it."""
    marked = {_COLUMN_OF.get(view.field_key, view.field_key) for view in views if view.field_key}
    columns = [column for column in _COLUMNS if column != "months" or with_months]
    header = "".join(_header(column, words) for column in columns)
    cells = "".join(_cells(column, project, marked, words) for column in columns)
    more = "".join(_more_rows(views, len(columns) + (11 if with_months else 0), words))
    caption = f'<caption class="quiet">{escape(words("as_read"))}</caption>'
    kind = "row months" if with_months else "row"
    return (
        f'<div class="scroll"><table class="{kind}">{caption}<thead><tr>{header}</tr></thead>'
        f"<tbody><tr>{cells}</tr>{more}</tbody></table></div>"
    )


def _header(column: str, words: Words) -> str:
    if column == "months":
        return "".join(f'<th scope="col" class="month">{month_text(month)}</th>' for month in FISCAL_MONTHS)
    names = {"number": "number", "name": "project", "budget": "money", "responsible_unit": "unit"}
    kinds = {"number": ' class="no"', "budget": ' class="money"', "responsible_unit": ' class="unit"'}
    return f'<th scope="col"{kinds.get(column, "")}>{escape(words(names[column]))}</th>'


def _cells(column: str, project: Project, marked: Set[str], words: Words) -> str:
    is_marked = column in marked
    if column == "months":
        return "".join(_month_cells(project, is_marked, words))
    texts = {"number": project.number, "name": project.name, "responsible_unit": project.responsible_unit}
    content = _money(project) if column == "budget" else escape(texts[column] or "")
    kind = "money" if column == "budget" else ""
    return _cell(content, is_marked, words, kind)


def _cell(content: str, is_marked: bool, words: Words, kind: str = "") -> str:
    names = " ".join(filter(None, (kind, "marked" if is_marked else "")))
    attribute = f' class="{names}"' if names else ""
    if not is_marked:
        return f"<td{attribute}>{content}</td>"
    hint = f'<span class="quiet">{escape(words("doubted"))}: </span>'
    return f"<td{attribute}>{hint}<mark>{content or escape(words('blank'))}</mark></td>"


def _money(project: Project) -> str:
    if not project.budgets:
        return escape(money_text(project))
    return "<br>".join(f"{escape(year)}: {baht_text(amount)}" for year, amount in project.budgets.items())


def _month_cells(project: Project, is_marked: bool, words: Words) -> Iterator[str]:
    for position, month in enumerate(FISCAL_MONTHS):
        is_on = month in project.months
        names = " ".join(["month", *(["on"] if is_on else []), *(["marked"] if is_marked else [])])
        hint = f'<span class="quiet">{escape(words("doubted"))}</span>' if is_marked and position == 0 else ""
        yield f'<td class="{names}">{hint}{"●" if is_on else ""}</td>'


def _more_rows(views: Iterable[View], width: int, words: Words) -> Iterator[str]:
    """The doubted fields that have no column here, each once."""
    told = {
        view.field_key: view
        for view in views
        if view.field_key and _COLUMN_OF.get(view.field_key, view.field_key) not in _COLUMNS
    }
    for view in told.values():
        content = escape(view.present or words("blank"))
        yield (
            f'<tr><th scope="row" colspan="2">{escape(view.field)}</th>'
            f'<td class="marked" colspan="{width - 2}"><mark>{content}</mark></td></tr>'
        )
