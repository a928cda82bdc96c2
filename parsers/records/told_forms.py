"""The form of a table, as its titles, its headings and its columns tell it."""

from collections.abc import Iterable

from parsers.records.lines import form_sign
from parsers.tables.headings import read_heading
from parsers.tables.layout import Layout
from parsers.tables.walk import Line
from schemas.plan import DEVELOPMENT_FORMS, OPERATION_FORMS, Form, PlanKind


def kind_of_layout(layout: Layout) -> PlanKind:
    """The kind of plan whose tables have such columns."""
    if len(layout.years) >= 2:
        return "development_plan"
    if layout.months:
        return "operation_plan"
    return "development_plan" if layout.roles & {"kpi", "objective"} or layout.years else "operation_plan"


def kind_of_form(form: Form) -> PlanKind:
    """The kind of plan that a form belongs to."""
    return "operation_plan" if form in OPERATION_FORMS else "development_plan"


def plain_form(layout: Layout) -> Form:
    """The form of a layout where no title says more."""
    if kind_of_layout(layout) == "operation_plan":
        return "ผด.02/1" if any(c.role == "name" and "ครุภัณฑ์" in c.header for c in layout.columns) else "ผด.02"
    return "ผ.03" if "name" not in layout.roles and "equipment_type" in layout.roles else "ผ.02"


def columns_differ(form: Form, layout: Layout) -> bool:
    """Whether a form cannot have such columns: of another kind of plan, or a list of equipment without names.

    A list of equipment may have a column of names all the same.
    """
    if kind_of_form(form) != kind_of_layout(layout):
        return True
    return "equipment_type" not in layout.roles if form == "ผ.03" else plain_form(layout) == "ผ.03"


def form_by_headings(run: Iterable[Line], layout: Layout) -> Form | None:
    """The list of equipment of an operation plan, where a type of equipment governs."""
    if kind_of_layout(layout) != "operation_plan":
        return None
    kinds = {heading.kind for line in run if (heading := read_heading(line.text))}
    return "ผด.02/1" if "equipment_type" in kinds else None


def form_named(titles: list[str], layout: Layout) -> Form | None:
    return form_by_title([*titles, *(column.header for column in layout.columns)], layout)


def form_by_title(texts: Iterable[str], layout: Layout) -> Form | None:
    """The form that the first of these texts names which names one; only a form of this kind of plan counts."""
    forms = OPERATION_FORMS if kind_of_layout(layout) == "operation_plan" else DEVELOPMENT_FORMS
    named = (form_sign(text, forms) for text in texts)
    return next((form for form in named if form), None)
