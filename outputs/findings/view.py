"""A finding with all that a person needs beside it: where it is, which project, which field, what stands there."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from schemas.findings import Finding
from schemas.findings.catalog import Language
from schemas.plan import Plan, Project, RecordSource
from schemas.plan_path import NoSuchPlace, project_index, steps_of
from schemas.plan_text import text_at
from schemas.sentences import filled

_LAST = 1 << 30
"""Sorts what has no page or no table behind all that has one."""
_OF_TEXTS = "TXT"
_MONEY_FIELDS = ("budget", "budgets", "budget_text")


_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


class Words(NamedTuple):
    """The words of one language, and its names of columns and fields."""

    plain: dict[str, str]
    columns: dict[str, str]
    fields: dict[str, str]

    def __call__(self, key: str, **facts: object) -> str:
        """The wording of `key` filled with `facts`."""
        return filled(self.plain[key], facts)


@cache
def words_of(language: Language) -> Words:
    """The words of outputs/findings/words.toml."""
    text = files("outputs.findings").joinpath("words.toml").read_text("utf-8")
    content: dict[str, Any] = tomllib.loads(text)[language]
    columns, fields = content.pop("columns"), content.pop("fields")
    return Words(content, columns, fields)


class View(NamedTuple):
    """A finding in its surroundings.

    `position` (0-based) and `project` are of the project that it is about, None for what is no project's; `field` is
    the name of the field in the language and `field_key` its key, "" for none. `present` is the field's value,
    `printed` what the source has there where that reads otherwise.
    """

    finding: Finding
    position: int | None
    project: Project | None
    field: str
    field_key: str
    present: str
    printed: str

    def place(self) -> tuple[int, int]:
        """Page and table for sorting, those without one last."""
        where = self.finding.provenance
        return (
            _LAST if where.page is None else where.page,
            _LAST if where.table is None else where.table,
        )

    def order(self) -> tuple[int, int, int]:
        """The place of reading: page, table, row."""
        row = self.finding.provenance.row
        return (*self.place(), -1 if row is None else row)


def views(plan: Plan, findings: Iterable[Finding], language: Language) -> tuple[View, ...]:
    """The findings in the order of the source's pages, tables and rows, each in its surroundings."""
    return tuple(sorted((_view(plan, finding, language) for finding in findings), key=View.order))


def _view(plan: Plan, finding: Finding, language: Language) -> View:
    index = _project_of(plan, finding)
    project = None if index is None else plan.projects[index]
    key = _field_key(finding.path)
    present = _present(plan, finding.path) if key else ""
    printed = _printed(project.source, key, finding.path or "") if project and key else ""
    return View(
        finding=finding,
        position=index,
        project=project,
        field=words_of(language).fields.get(key, key),
        field_key=key,
        present=present,
        printed=printed if _plain(printed) != _plain(present) else "",
    )


def _project_of(plan: Plan, finding: Finding) -> int | None:
    """By the finding's path, or else, for one on a text, by the table and row that it was read from."""
    index = project_index(finding.path)
    if index is not None:
        return index if index < len(plan.projects) else None
    where = finding.provenance
    if not finding.code.startswith(_OF_TEXTS) or where.table is None or where.row is None:
        return None
    above = [
        (project.source.row, position)
        for position, project in enumerate(plan.projects)
        if project.source.table == where.table
        and project.source.row is not None
        and project.source.row <= where.row
    ]
    return max(above)[1] if above else None


def _field_key(path: str | None) -> str:
    """The field that a path ends in: "budgets" for "projects[3].budgets.2566"; "" for a whole project."""
    try:
        names = [step for step in steps_of(path or "") if isinstance(step, str)]
    except NoSuchPlace:
        return ""
    if names[0] == "projects":
        return names[1] if len(names) > 1 else ""
    return names[-1] if names[0] in ("declared_totals", "narrative") and len(names) > 1 else names[0]


def _present(plan: Plan, path: str | None) -> str:
    try:
        return text_at(plan, path or "")
    except NoSuchPlace:
        return ""


def _printed(source: RecordSource, key: str, path: str) -> str:
    year = re.search(r"budgets\.(\d+)$", path)
    wanted = f"budget.{year[1]}" if year else "budget" if key in _MONEY_FIELDS else key
    texts = [text for name, text in source.raw.items() if name == wanted or name.startswith(f"{wanted}.")]
    return "; ".join(" ".join(text.split()) for text in texts if text.strip())


def _plain(text: str) -> str:
    """Without what printing adds: spaces, commas, digits of either kind, the closing of amounts."""
    return re.sub(r"[\s,]+|\.-$|\.00$", "", text.translate(_ARABIC))


def argument(name: str) -> str:
    """A file's name on one line, in quotation marks where a command line needs them."""
    plain = " ".join(name.split())
    return f'"{plain}"' if " " in plain else plain


def place_text(place: tuple[int, int], words: Words) -> str:
    """ "หน้า 3 ตารางที่ 2" (counted from 1), or that it is about the whole document."""
    page, table = place
    parts = []
    if page != _LAST:
        parts.append(words("page", page=page))
    if table != _LAST:
        parts.append(words("table", table=table + 1))
    return " ".join(parts) or words("whole_document")
