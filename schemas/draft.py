"""A draft of next year's plan: each project with what is proposed for it, and each year that was changed."""

from typing import Final, Literal

from schemas.model import Frozen
from schemas.plan import Baht, Plan, Project

DRAFT_VERSION: Final = "1"

DraftStatus = Literal["carried", "proposed_drop", "undecided"]
"""carried: goes on. proposed_drop: stands in the draft until people drop it. undecided: people have to say."""

Decision = Literal["keep", "drop", "edit"]

ReasonKey = Literal[
    "all", "listed", "not_listed", "found_earlier", "worded", "construction_ended", "construction_all_year",
    "construction_unscheduled", "construction_goes_on", "equipment", "nothing_tells", "development_plan",
    "beyond_capacity", "committee_kept", "committee_edited", "typed_in",
]  # fmt: skip
"""Why a project has its status; the words are outputs/draft/words.toml's."""


class Reason(Frozen):
    """Why a project has its status, with what fills the sentence."""

    key: ReasonKey
    facts: dict[str, str | int] = {}


class DraftEntry(Frozen):
    """What is proposed for one project.

    `key` names the project through all rounds ("P001"). `last_amount` and `last_number` are those of the plan that it
    comes from; None for what was typed in. `note` is what people wrote beside it.
    """

    key: str
    status: DraftStatus
    reasons: tuple[Reason, ...] = ()
    last_amount: Baht | None = None
    last_number: str | None = None
    note: str | None = None


class DroppedProject(Frozen):
    """A project that people decided to drop; it stays with the draft, so that it can be taken up again."""

    entry: DraftEntry
    project: Project


class YearChange(Frozen):
    """A text whose years follow the new year.

    `path` is its place in the draft ("projects[3].name"), `key` its project's, None for the narrative.
    """

    path: str
    field: str
    key: str | None = None
    before: str
    after: str


class YearLeft(Frozen):
    """A year that stayed though it is of the last plan or near it: a date, a serial number, or not sure enough."""

    path: str
    field: str
    key: str | None = None
    year: int
    text: str


class Draft(Frozen):
    """The draft as people decide on it; `entries` stand in the order of `plan.projects`, one for each."""

    draft_version: Literal["1"] = DRAFT_VERSION
    plan: Plan
    last_name: str
    last_year: int
    entries: tuple[DraftEntry, ...]
    changes: tuple[YearChange, ...] = ()
    left: tuple[YearLeft, ...] = ()
    dropped: tuple[DroppedProject, ...] = ()
