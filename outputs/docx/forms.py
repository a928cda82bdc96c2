"""The forms' layouts, read from schemas/vocabularies/forms.toml."""

from typing import Any, Literal

from schemas.model import Frozen
from schemas.plan import Form
from schemas.vocabulary import load, vocabulary_cache

Align = Literal["left", "center", "right"]


class FormColumn(Frozen):
    """One column of a form, or the year or month columns as one; `width_mm` is that of a single one."""

    field: str
    header: str
    width_mm: float
    align: Align
    fixed: bool = False
    optional: bool = False
    text: str | None = None


class FormLayout(Frozen):
    """A form's label and title lines above the table, its columns, and what its totals count."""

    label: str
    title: str
    subtitle: str | None = None
    count_unit: str
    columns: tuple[FormColumn, ...]


@vocabulary_cache()
def form_layout(form: Form) -> FormLayout:
    """The layout of `form`; forms of equal columns share them, with their own header words."""
    body: dict[str, Any] = dict(load("forms")["form"][form])
    headers: dict[str, str] = body.pop("headers", {})
    shared = body.pop("columns_of", None)
    columns = load("forms")["form"][shared]["columns"] if shared else body.pop("columns")
    renamed = [column | {"header": headers.get(column["field"], column["header"])} for column in columns]
    return FormLayout(columns=tuple(FormColumn(**column) for column in renamed), **body)


def words(key: str, **facts: str | int) -> str:
    """A phrase of the [words] table filled with `facts`."""
    template: str = load("forms")["words"][key]
    return template.format(**facts)


def month_name(month: int, full: bool = False) -> str:
    """The Thai name of a calendar month (1 to 12), short as in a table's header, or `full`."""
    names: list[str] = load("forms")["months"]["full" if full else "short"]
    return names[month - 1]
