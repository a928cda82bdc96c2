"""The draft after a committee: kept, dropped, edited and added projects, as a filled workbook says."""

import re
from collections.abc import Iterable
from typing import TypeVar

from parsers.thai import normalize_text
from pipeline.draft.drafting import key_of, numbered
from pipeline.draft.editing import A_CHOICE, Edit, edited, has_heading, typed, unread
from pipeline.draft.filled import Filled, FilledRow
from pipeline.draft.numbering import ordered
from schemas.draft import Draft, DraftEntry, DroppedProject, Reason, YearChange, YearLeft
from schemas.findings import Finding
from schemas.plan import Project

_PLACE = re.compile(r"^projects\[\d+\]")
_Told = TypeVar("_Told", YearChange, YearLeft)
_SAYS_NOTHING = frozenset({"key", "status", "reasons", "number", "form", "decision", "last_amount"})
"""Columns that alone make no project of a new row."""


def decide(filled: Filled, name: str) -> tuple[Draft, tuple[Finding, ...]]:
    """The draft with every decision of the workbook `name`, and what could not be read of it, by row.

    Nothing is lost: a project whose row is gone stays and is told of, one that is dropped is kept with the draft,
    a cell that cannot be read leaves its field as it was.
    """
    table = _Table(filled.draft, name, frozenset(row.cells["key"].upper() for row in filled.rows))
    for row in filled.rows:
        table.take(row)
    return table.draft(), tuple(table.findings)


class _Table:
    """Takes the rows one by one."""

    def __init__(self, draft: Draft, name: str, keys: frozenset[str]) -> None:
        self.findings: list[Finding] = []
        self._before, self._name = draft, name
        self._places = {entry.key: at for at, entry in enumerate(draft.entries)}
        self._kept: dict[str, tuple[DraftEntry, Project]] = {}
        self._dropped: dict[str, DroppedProject] = {}
        self._without_row = {
            normalize_text(project.name or ""): entry.key
            for entry, project in zip(draft.entries, draft.plan.projects, strict=True)
            if entry.key not in keys
        }
        self._used = len({*self._places, *(each.entry.key for each in draft.dropped)})

    def take(self, row: FilledRow) -> None:
        """One row: a project's, or one that people added."""
        if row.is_odd:
            self.findings.append(unread(self._name, row, "decision", A_CHOICE))
        # A key may be cleared by accident; a name that no other row has still tells.
        key = row.cells["key"].upper() or self._without_row.pop(row.cells["name"], "")
        place = self._places.get(key)
        if place is None:
            self._add(row)
        elif self._before.entries[place].key not in {*self._kept, *self._dropped}:
            self._decide(row, self._before.entries[place], self._before.plan.projects[place])
        elif row.cells["name"] != normalize_text(self._before.plan.projects[place].name or ""):
            self._add(row)  # a copied row with another name, as people make new rows of old ones
        else:
            self._tell("DRF009", row)

    def draft(self) -> Draft:
        """The draft, when all rows have been taken: in order and numbered anew."""
        self._keep_missing()
        pairs = sorted(self._kept.values(), key=lambda pair: self._places.get(pair[0].key, len(self._places)))
        order = ordered([project for _, project in pairs])
        before = self._before
        projects = numbered([pairs[at][1] for at in order], before.plan.projects)
        entries = tuple(pairs[at][0] for at in order)
        places = {entry.key: at for at, entry in enumerate(entries)}
        return before.model_copy(
            update={
                "plan": before.plan.model_copy(update={"projects": projects}),
                "entries": entries,
                "changes": _at_places(before.changes, places),
                "left": _at_places(before.left, places),
                "dropped": (*before.dropped, *self._dropped.values()),
            }
        )

    def _decide(self, row: FilledRow, entry: DraftEntry, project: Project) -> None:
        edit = edited(project, row, self._before.plan, self._name)
        self.findings += edit.findings
        if "note" in row.cells:
            entry = entry.model_copy(update={"note": row.cells["note"] or None})
        if row.decision == "drop":
            self._dropped[entry.key] = DroppedProject(entry=entry, project=project)
        else:
            self._kept[entry.key] = (self._decided(row, entry, edit.project != project), edit.project)

    def _decided(self, row: FilledRow, entry: DraftEntry, is_changed: bool) -> DraftEntry:
        """The entry with the committee's word; a row without one keeps its proposal."""
        if row.decision == "edit" and not is_changed:
            self._tell("DRF008", row)
            return entry.model_copy(update={"status": "undecided"})
        if row.decision is None:
            return entry
        if is_changed:
            return entry.model_copy(
                update={"status": "carried", "reasons": (Reason(key="committee_edited"),)}
            )
        if entry.status == "carried":
            return entry
        return entry.model_copy(update={"status": "carried", "reasons": (Reason(key="committee_kept"),)})

    def _add(self, row: FilledRow) -> None:
        if not row.cells["name"]:
            if any(text for key, text in row.cells.items() if key not in _SAYS_NOTHING):
                self._tell("DRF002", row)
            return
        edit: Edit = typed(row, self._before.plan, self._name)
        self.findings += edit.findings
        if not has_heading(row):
            self._tell("DRF017", row)
        entry = DraftEntry(
            key=key_of(self._used),
            status="carried",
            reasons=(Reason(key="typed_in"),),
            note=row.cells.get("note") or None,
        )
        self._used += 1
        if row.decision == "drop":
            self._dropped[entry.key] = DroppedProject(entry=entry, project=edit.project)
        else:
            self._kept[entry.key] = (entry, edit.project)

    def _keep_missing(self) -> None:
        """A row that is gone is no decision: the project stays as it was."""
        pairs = zip(self._before.entries, self._before.plan.projects, strict=True)
        for entry, project in pairs:
            if entry.key not in self._kept and entry.key not in self._dropped:
                self._kept[entry.key] = (entry, project)
                facts = {"name": self._name, "key": entry.key, "text": project.name or ""}
                self.findings.append(Finding(code="DRF003", facts=facts))

    def _tell(self, code: str, row: FilledRow) -> None:
        facts: dict[str, str | int] = {"name": self._name, "row": row.number, "text": row.cells["name"]}
        self.findings.append(Finding(code=code, facts=facts))


def _at_places(told: Iterable[_Told], places: dict[str, int]) -> tuple[_Told, ...]:
    """What is told of the narrative and of projects that are still there, with their places of now."""
    return tuple(
        each
        if each.key is None
        else each.model_copy(update={"path": _PLACE.sub(f"projects[{places[each.key]}]", each.path)})
        for each in told
        if each.key is None or each.key in places
    )
