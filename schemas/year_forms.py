"""The forms of a year that people fill in as workbooks: their columns and choices, which writers print and
readers know.

All wording is data (schemas/vocabularies/year_forms.toml).
"""

from collections.abc import Iterable
from typing import Literal

from schemas.model import Frozen
from schemas.plan import PlanKind
from schemas.vocabulary import load, vocabulary_cache

Status = Literal["not_begun", "under_way", "done", "cancelled"]
QUARTERS = ("quarter_1", "quarter_2", "quarter_3", "quarter_4")


class CollectColumn(Frozen):
    """A column of the form for projects; `key` is "budgets.2566" for the money of one year.

    `width` is in characters. A row without anything in a `required` column lacks something.
    """

    key: str
    header: str
    width: int
    required: bool = False


class FollowColumn(Frozen):
    """A column of the sheet of follow-up; people write into those that are `filled`."""

    key: str
    header: str
    width: int
    filled: bool = False


class StatusWords(Frozen):
    """How far a project is: the word of the drop-down, and other ways to write it."""

    key: Status
    text: str
    also: tuple[str, ...] = ()


def collect_columns(kind: PlanKind, years: Iterable[int] = ()) -> tuple[CollectColumn, ...]:
    """The columns of the form for projects of a plan of that kind, left to right; one of money for each year."""
    listed = list(years)
    columns: list[CollectColumn] = []
    for entry in load("year_forms")["collect"]["column"]:
        if entry.get("plan", kind) != kind:
            continue
        facts = {key: value for key, value in entry.items() if key != "plan"}
        if facts["key"] == "budgets":
            columns += [
                CollectColumn(
                    **{**facts, "key": f"budgets.{year}", "header": facts["header"].format(year=year)}
                )
                for year in listed
            ]
        else:
            columns.append(CollectColumn(**facts))
    return tuple(columns)


@vocabulary_cache()
def collect_headers() -> tuple[tuple[str, str], ...]:
    """Each header that a table of projects handed in may have, with its column's key; money of years left out."""
    form = load("year_forms")["collect"]
    own = [(entry["header"], entry["key"]) for entry in form["column"] if entry["key"] != "budgets"]
    return (*own, *((header, key) for key, headers in form["also"].items() for header in headers))


def collect_word(key: str) -> str:
    """A word of the form for projects: "sheet", "agency", "contact", "example_mark" or "project_kind"."""
    word: str = load("year_forms")["collect"][key]
    return word


@vocabulary_cache()
def follow_columns() -> tuple[FollowColumn, ...]:
    """The columns of the sheet of follow-up, left to right."""
    return tuple(FollowColumn(**entry) for entry in load("year_forms")["follow_up"]["column"])


def follow_sheet() -> str:
    """The name of the sheet of follow-up."""
    name: str = load("year_forms")["follow_up"]["sheet"]
    return name


@vocabulary_cache()
def statuses() -> tuple[StatusWords, ...]:
    """How far a project may be, from the least advanced; "cancelled" last."""
    return tuple(StatusWords(**entry) for entry in load("year_forms")["follow_up"]["status"])


def status_text(status: Status) -> str:
    """The word of the drop-down."""
    return next(words.text for words in statuses() if words.key == status)
