"""A project of the truth as the texts of its cells, typed by a hand."""

from dataclasses import dataclass

from bench.legacy_plans.columns import Column
from bench.legacy_plans.typing_hand import Hand
from schemas.plan import Point, Project


@dataclass(frozen=True)
class TypedCell:
    """The lines of a cell as typed."""

    lines: tuple[str, ...]


Block = dict[str, TypedCell]
"""The cells of one project, or of one of its points, by the field of their column."""

_FIRST_ONLY = ("number", "name", "objective", "kpi")


def typed_blocks(project: Project, columns: list[Column], hand: Hand) -> list[Block]:
    """One block per point, or one where the project has none."""
    fields = [column for column in columns if not column.field.startswith("month:")]
    if not project.points:
        return [{column.field: _typed(project, None, column, hand) for column in fields}]
    blocks = []
    for index, point in enumerate(project.points):
        shown = [column for column in fields if index == 0 or column.field not in _FIRST_ONLY]
        blocks.append({column.field: _typed(project, point, column, hand) for column in shown})
    return blocks


def _typed(project: Project, point: Point | None, column: Column, hand: Hand) -> TypedCell:
    if column.field == "budget":
        return TypedCell(tuple(_budget_lines(project, hand, column)))
    if column.field.startswith("year:"):
        budgets = point.budgets if point else project.budgets
        return TypedCell(
            tuple(_year_lines(project, budgets.get(column.field.removeprefix("year:")), hand, column))
        )
    lines = _text_lines(project, point, column.field, hand)
    breaks = hand.layout.rows == "lines" or hand.layout.cell_breaks != "none"
    if column.field == "number":
        return TypedCell(tuple(hand.digits(line) for line in lines))
    wrapped = [hand.wrapped(line, column.letters) if breaks else [line] for line in lines]
    return TypedCell(tuple(typed for parts in wrapped for typed in _typed_lines(parts, hand)))


def _typed_lines(parts: list[str], hand: Hand) -> list[str]:
    """The lines of one phrase as typed."""
    before = ["", *parts[:-1]]
    return [hand.text(part, not left or left.endswith(" ")) for part, left in zip(parts, before, strict=True)]


def _text_lines(project: Project, point: Point | None, field: str, hand: Hand) -> list[str]:
    """The hard lines of a text field."""
    if field == "responsible_unit":
        return _unit_lines(project)
    if field == "finish_month":
        return [hand.month(project.finish_month)] if project.finish_month else []
    if field == "category":
        return ["ค่าครุภัณฑ์"]
    source = point if point is not None and field in ("target", "expected_result") else project
    value = getattr(source, field)
    return [str(value)] if value else []


def _unit_lines(project: Project) -> list[str]:
    """Each unit, and each sub-unit, on a line of its own."""
    lines = []
    for unit in project.responsible_units:
        lines += [unit.unit, *([unit.sub_unit] if unit.sub_unit else [])]
    return lines


def _budget_lines(project: Project, hand: Hand, column: Column) -> list[str]:
    if project.budget is None:
        return [project.budget_text] if project.budget_text else []
    return [hand.money(project.budget), *_fund_lines(project, hand, column)]


def _year_lines(project: Project, amount: str | None, hand: Hand, column: Column) -> list[str]:
    if amount is not None:
        return [hand.money(amount), *_fund_lines(project, hand, column)]
    if project.budgets:
        return ["-"]
    if project.budget_text is None:
        return []
    wraps = hand.layout.rows == "lines"
    return hand.wrapped(project.budget_text, column.letters) if wraps else [project.budget_text]


def _fund_lines(project: Project, hand: Hand, column: Column) -> list[str]:
    """The fund's name in brackets, broken by hand where a row is a line."""
    if not project.fund_source:
        return []
    text = f"({project.fund_source})"
    return hand.wrapped(text, column.letters) if hand.layout.rows == "lines" else [text]
