"""The rows of a project: one, or one for each of its points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from outputs.docx.arrows import arrow, month_cell
from outputs.docx.columns import Column, TableLayout
from outputs.docx.values import field_text, money_text, month_runs
from outputs.docx.wordml import Ink, Merge, cell, paragraph, row, run
from schemas.plan import Point, Project

NO_MONEY = "-"
# A text instead of money that is longer than a dash stands once over all years.
_LONGEST_DASH = 2
_STYLE_OF_ALIGN = {"left": "PlanText", "center": "PlanCentre", "right": "PlanAmount"}

# A row that may come out taller than this is allowed to go on over a page's end: no page could hold it whole.
_TALLEST_WHOLE_ROW_PT = 300
_LETTER_EM, _LINE_EM = 0.36, 1.15


@dataclass(frozen=True, slots=True)
class _Part:
    """What one table row shows of a project: all of it, or one point and the merged cells around it.

    `own_fields` are those that each point fills by itself; `merge` is how all other cells join over the points.
    """

    point: Point | None = None
    own_fields: frozenset[str] = frozenset()
    merge: Merge | None = None


_WHOLE = _Part()


def _own_fields(points: Sequence[Point]) -> frozenset[str]:
    """The fields that at least one of the points has; "budget" stands for the money of an operation plan."""
    fields = {name for point in points for name in Point.model_fields if getattr(point, name)}
    return frozenset(fields | ({"budget"} if "budgets" in fields else set()))


def _parts(project: Project) -> Iterable[_Part]:
    if len(project.points) < 2:
        return (_WHOLE,)
    own = _own_fields(project.points)
    return (
        _Part(point=point, own_fields=own, merge="continue" if index else "restart")
        for index, point in enumerate(project.points)
    )


def _is_tall(texts: Iterable[tuple[str, Column]], size_pt: int) -> bool:
    """Whether one of the texts may need more height than a page has, by a rough count of its lines."""
    for text, column in texts:
        lines = ceil(len(text) * _LETTER_EM * size_pt * 20 / column.width_twips)
        if lines * _LINE_EM * size_pt > _TALLEST_WHOLE_ROW_PT:
            return True
    return False


def _lines(ink: Ink, style: str, texts: Iterable[str], keep_next: bool) -> str:
    written = "".join(paragraph(style, run(ink, text), keep_next) for text in texts if text)
    return written or paragraph(style, keep_next=keep_next)


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Writes the rows of one form's projects."""

    ink: Ink
    layout: TableLayout

    def rows(self, project: Project, keep_next: bool) -> str:
        """The project's rows as XML; `keep_next` holds the last of them on the page of the row that follows."""
        parts = tuple(_parts(project))
        last = len(parts) - 1
        return "".join(
            self._row(project, part, keep_next or index < last) for index, part in enumerate(parts)
        )

    def _row(self, project: Project, part: _Part, keep_next: bool) -> str:
        cells = "".join(self._field(project, part, columns, keep_next) for columns in self.layout.fields)
        texts = (
            (self._text(project, part, column), column) for column in self.layout.columns if not column.fixed
        )
        return row(cells, may_split=_is_tall(texts, self.layout.size_pt))

    def _field(self, project: Project, part: _Part, columns: Sequence[Column], keep_next: bool) -> str:
        field = columns[0].field
        if field == "months":
            return self._months(project, part, columns, keep_next)
        if field == "budgets":
            return self._years(project, part, columns, keep_next)
        if field == "budget":
            return self._cell(columns[0], self._budget(project, part), part, keep_next)
        return self._cell(columns[0], (self._text(project, part, columns[0]),), part, keep_next)

    def _cell(
        self,
        column: Column,
        texts: Iterable[str],
        part: _Part,
        keep_next: bool,
        span: int = 1,
        align: str | None = None,
    ) -> str:
        """A cell of one paragraph per text; one that a merged cell goes on into is blank."""
        merge = None if column.field in part.own_fields else part.merge
        style = f"{_STYLE_OF_ALIGN[align or column.align]}{self.layout.size_pt}"
        shown = () if merge == "continue" else texts
        return cell(column.width_twips * span, _lines(self.ink, style, shown, keep_next), span, merge)

    def _text(self, project: Project, part: _Part, column: Column) -> str:
        if column.field == "fixed_text":
            return column.text
        if part.point is not None and column.field in part.own_fields:
            return getattr(part.point, column.field) or ""
        return field_text(project, column.field)

    def _money(self, project: Project, amount: Decimal | None, otherwise: str) -> tuple[str, ...]:
        """An amount with its fund source in brackets under it, or what stands for it."""
        if amount is None:
            return (otherwise,)
        return (money_text(amount), f"({project.fund_source})" if project.fund_source else "")

    def _budget(self, project: Project, part: _Part) -> tuple[str, ...]:
        if part.point is not None and "budget" in part.own_fields:
            amounts = [Decimal(amount) for amount in part.point.budgets.values()]
            return self._money(project, sum(amounts, Decimal(0)) if amounts else None, NO_MONEY)
        if project.budget is not None:
            return self._money(project, Decimal(project.budget), "")
        fund = f"({project.fund_source})" if project.fund_source and not project.budgets else ""
        return ("" if project.budgets else project.budget_text or "", fund)

    def _years(self, project: Project, part: _Part, columns: Sequence[Column], keep_next: bool) -> str:
        """The amounts of the years; a dash in years without money, blank where the source left all blank."""
        budgets = part.point.budgets if part.point and "budgets" in part.own_fields else project.budgets
        has_money = bool(project.budgets) or "budgets" in part.own_fields
        text = "" if has_money or project.budget is not None else project.budget_text or ""
        if len(text) > _LONGEST_DASH:
            return self._cell(columns[0], (text,), part, keep_next, span=len(columns), align="center")
        otherwise = NO_MONEY if has_money else text
        return "".join(
            self._year(project, part, column, budgets.get(column.year or ""), otherwise, keep_next)
            for column in columns
        )

    def _year(
        self,
        project: Project,
        part: _Part,
        column: Column,
        amount: str | None,
        otherwise: str,
        keep_next: bool,
    ) -> str:
        texts = self._money(project, Decimal(amount) if amount is not None else None, otherwise)
        return self._cell(column, texts, part, keep_next, align=None if amount is not None else "center")

    def _months(self, project: Project, part: _Part, columns: Sequence[Column], keep_next: bool) -> str:
        begins = {} if part.merge == "continue" else dict(month_runs(project.months))
        return "".join(
            month_cell(
                column.width_twips,
                arrow(self.ink, position, begins[position], column.width_twips) if position in begins else "",
                part.merge,
                keep_next,
            )
            for position, column in enumerate(columns)
        )
