"""What the cells of a project's rows show, before any of it is XML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from outputs.docx.columns import Column, TableLayout
from outputs.docx.forms import Align
from outputs.docx.values import field_text, money_text
from outputs.docx.wordml import Merge
from schemas.plan import Point, Project

NO_MONEY = "-"
# A text instead of money that is longer than a dash stands once over all years.
_LONGEST_DASH = 2


@dataclass(frozen=True, slots=True)
class Part:
    """What one table row shows of a project: all of it, or one point and the merged cells around it.

    `own_fields` are those that each point fills by itself; `merge` is how all other cells join
    over the points.
    """

    point: Point | None = None
    own_fields: frozenset[str] = frozenset()
    merge: Merge | None = None


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One cell over the `span` columns from `column` on, with one paragraph for each of its `texts`."""

    column: Column
    texts: tuple[str, ...]
    align: Align
    span: int = 1
    merge: Merge | None = None

    @property
    def width_twips(self) -> int:
        """The cell's width; spanned columns are as wide as the first, being years."""
        return self.column.width_twips * self.span


def _own_fields(points: Sequence[Point]) -> frozenset[str]:
    """The fields that at least one of the points has; "budget" stands for the money of an operation plan."""
    fields = {name for point in points for name in Point.model_fields if getattr(point, name)}
    return frozenset(fields | ({"budget"} if "budgets" in fields else set()))


def parts(project: Project) -> tuple[Part, ...]:
    """One part per table row of the project: several where several points stand under its number."""
    if len(project.points) < 2:
        return (Part(),)
    own = _own_fields(project.points)
    return tuple(
        Part(point=point, own_fields=own, merge="continue" if index else "restart")
        for index, point in enumerate(project.points)
    )


def _in_brackets(fund_source: str | None) -> str:
    return f"({fund_source})" if fund_source else ""


def _amount(project: Project, baht: Decimal) -> tuple[str, ...]:
    """An amount, and its fund source in brackets on a line of its own."""
    return (money_text(baht), _in_brackets(project.fund_source))


def _text(project: Project, part: Part, column: Column) -> str:
    if column.field == "fixed_text":
        return column.text
    if part.point is not None and column.field in part.own_fields:
        return getattr(part.point, column.field) or ""
    return field_text(project, column.field)


def _budget(project: Project, part: Part) -> tuple[str, ...]:
    """The one amount of an operation plan; without one, what the source has in its place, or nothing."""
    if part.point is not None and "budget" in part.own_fields:
        amounts = [Decimal(amount) for amount in part.point.budgets.values()]
        return _amount(project, sum(amounts, Decimal(0))) if amounts else (NO_MONEY,)
    if project.budget is not None:
        return _amount(project, Decimal(project.budget))
    return () if project.budgets else (project.budget_text or "", _in_brackets(project.fund_source))


def _years(project: Project, part: Part, columns: Sequence[Column]) -> Iterator[ShownCell]:
    """The amounts of the years: a dash in a year without money, blank where the source left all blank."""
    own = part.point is not None and "budgets" in part.own_fields
    merge = None if own else part.merge
    budgets = part.point.budgets if part.point is not None and own else project.budgets
    has_money = own or bool(project.budgets)
    stands_for_money = "" if has_money or project.budget is not None else project.budget_text or ""
    fund = "" if has_money or project.budget is not None else _in_brackets(project.fund_source)
    if fund or len(stands_for_money) > _LONGEST_DASH:
        yield ShownCell(columns[0], (stands_for_money, fund), "center", len(columns), merge)
        return
    for column in columns:
        amount = budgets.get(column.year or "")
        if amount is not None:
            yield ShownCell(column, _amount(project, Decimal(amount)), column.align, merge=merge)
        else:
            yield ShownCell(column, (NO_MONEY if has_money else stands_for_money,), "center", merge=merge)


def shown_cells(project: Project, part: Part, layout: TableLayout) -> Iterator[ShownCell]:
    """The cells of one row from left to right; months are shown as blank (their marks are drawn
    over them).
    """
    for columns in layout.fields:
        first = columns[0]
        merge = None if first.field in part.own_fields else part.merge
        if first.field == "months":
            yield from (ShownCell(column, (), column.align, merge=merge) for column in columns)
        elif first.field == "budgets":
            yield from _years(project, part, columns)
        elif first.field == "budget":
            texts = _budget(project, part)
            is_amount = bool(texts) and texts[0][:1].isdigit()
            yield ShownCell(first, texts, first.align if is_amount else "center", merge=merge)
        else:
            yield ShownCell(first, (_text(project, part, first),), first.align, merge=merge)
