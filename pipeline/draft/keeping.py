"""Which projects an office wants to keep: all, those that come again, or those of a list."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from parsers.thai import normalize_text, read_row_number
from parsers.thai.knowledge import THAI
from pipeline.draft.filled import Filled, read_filled
from pipeline.files import read_input
from schemas.failures import InputFailure
from schemas.findings import Finding
from schemas.plan import Project

ALL, RECURRING = "all", "recurring"
_LEAST_LIKENESS = 0.9
_ENCODINGS = ("utf-8-sig", "cp874")
_WORKBOOK = b"PK"


class Kept(NamedTuple):
    """The indices of the listed projects, and what was not understood of the list."""

    indices: frozenset[int]
    findings: tuple[Finding, ...] = ()


def read_kept(path: Path, projects: Sequence[Project]) -> Kept:
    """The projects that a list names: a text file with a number or a name on each line, or a draft's workbook.

    A line that fits no project (DRF004) or several alike (DRF005) is told of. Fails as `read_input` does, and
    with DRF011 for a workbook that is no draft, DRF015 for what is no text.
    """
    data = read_input(path)
    lines = list(_of_workbook(read_filled(path.name, data)) if data[:2] == _WORKBOOK else _lines(path, data))
    found: set[int] = set()
    findings = []
    for number, line in lines:
        fitting = _fitting(line, projects)
        if len(fitting) == 1:
            found.update(fitting)
        else:
            code = "DRF005" if fitting else "DRF004"
            facts = {"name": path.name, "line": number, "text": line, "count": len(fitting)}
            findings.append(Finding(code=code, facts=facts))
    return Kept(frozenset(found), tuple(findings))


def _of_workbook(filled: Filled) -> Iterator[tuple[int, str]]:
    for row in filled.rows:
        if row.decision in ("keep", "edit") and row.cells.get("name"):
            yield row.number, row.cells["name"]


def _lines(path: Path, data: bytes) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(_decoded(path, data).splitlines(), start=1):
        text = normalize_text(line)
        if text and not text.startswith("#"):
            yield number, text


def _decoded(path: Path, data: bytes) -> str:
    """Notepad of an old Windows writes Thai in its own code page."""
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputFailure("DRF015", name=path.name)


def _fitting(line: str, projects: Sequence[Project]) -> list[int]:
    """The projects of that number, or of that name; of several alike in spelling, the exact one."""
    if number := read_row_number(line):
        return [index for index, project in enumerate(projects) if project.number == number]
    names = [normalize_text(project.name or "") for project in projects]
    exact = [index for index, name in enumerate(names) if name == line]
    return exact or [index for index, name in enumerate(names) if _is_alike(name, line)]


def _is_alike(name: str, line: str) -> bool:
    return bool(name) and THAI.likeness(name, line) >= _LEAST_LIKENESS
