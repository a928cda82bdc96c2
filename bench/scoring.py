"""How far a plan as read agrees with its truth: `python -m bench.scoring truth.json read.json`.

Projects are aligned by order and likeness of name and number; then every field of each pair is judged. White
space is judged apart: "exact" is equality, "spaces" is equality once all white space is taken out. The fields
of a project that was not found count as missing.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from schemas.plan import Plan, Project

PROJECT_FIELDS = (
    "form", "number", "name", "details", "objective", "target", "kpi", "expected_result", "location",
    "strategy", "tactic", "program", "groups", "responsible_unit", "responsible_units", "budget", "budgets",
    "budget_text", "fund_source", "months", "finish_month", "procurement_method", "equipment_type", "points",
)  # fmt: skip
DOCUMENT_FIELDS = ("kind", "fiscal_year", "fiscal_year_end", "edition")
ORGANIZATION_FIELDS = ("type", "name", "district", "province")
LEAST_LIKENESS = 0.5
_NUMBER_SHARE = 0.2
_SPACES = re.compile(r"\s+")


@dataclass
class Count:
    """Verdicts on one field: exact, right but for spaces, wrong, not read, or read where nothing is."""

    exact: int = 0
    spaces: int = 0
    wrong: int = 0
    missing: int = 0
    spurious: int = 0

    @property
    def judged(self) -> int:
        """How often the truth or the reading had a value."""
        return self.exact + self.spaces + self.wrong + self.missing + self.spurious

    @property
    def share(self) -> float:
        """The exactly right share of the judged, 1.0 where nothing was judged."""
        return self.exact / self.judged if self.judged else 1.0

    @property
    def share_but_for_spaces(self) -> float:
        """The share of the judged that is right once white space is left aside, 1.0 where nothing was judged."""
        return (self.exact + self.spaces) / self.judged if self.judged else 1.0

    def add(self, other: "Count") -> None:
        """Takes in another count."""
        for name in ("exact", "spaces", "wrong", "missing", "spurious"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True)
class Miss:
    """One value that was not read exactly; `index` (0-based) is that of the project as read, if any."""

    field: str
    where: str
    truth: Any
    read: Any
    index: int | None = None
    but_for_spaces: bool = False

    def __str__(self) -> str:
        return f"{self.field} of {self.where}\n    truth {self.truth!r}\n    read  {self.read!r}"


@dataclass
class Score:
    """The agreement of one or more plans with their truths."""

    fields: dict[str, Count] = field(default_factory=dict)
    rows: int = 0
    rows_exact: int = 0
    rows_missing: int = 0
    rows_spurious: int = 0
    misses: list[Miss] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Takes in the score of another plan."""
        for name, count in other.fields.items():
            self.fields.setdefault(name, Count()).add(count)
        self.rows += other.rows
        self.rows_exact += other.rows_exact
        self.rows_missing += other.rows_missing
        self.rows_spurious += other.rows_spurious
        self.misses += other.misses

    def judge(self, name: str, where: str, truth: Any, read: Any, index: int | None = None) -> bool:
        """Counts one field; True where both are equal."""
        if _empty(truth) and _empty(read):
            return True
        count = self.fields.setdefault(name, Count())
        verdict = _verdict(truth, read)
        setattr(count, verdict, getattr(count, verdict) + 1)
        if verdict != "exact":
            self.misses.append(Miss(name, where, truth, read, index, verdict == "spaces"))
        return verdict == "exact"

    def total(self) -> Count:
        """The counts of all fields together."""
        total = Count()
        for count in self.fields.values():
            total.add(count)
        return total

    def table(self) -> str:
        """The counts as text, worst field first."""
        head = f"{'field':24}{'exact':>8}{'spaces':>8}{'wrong':>8}{'missing':>8}{'spurious':>9}{'share':>8}"
        lines = [head]
        for name, count in sorted(self.fields.items(), key=lambda item: item[1].share):
            lines.append(
                f"{name:24}{count.exact:8}{count.spaces:8}{count.wrong:8}{count.missing:8}"
                f"{count.spurious:9}{count.share:8.3f}"
            )
        lines.append(
            f"projects {self.rows}: exact {self.rows_exact}, missing {self.rows_missing}, "
            f"spurious {self.rows_spurious}"
        )
        return "\n".join(lines)


def score(truth: Plan, read: Plan) -> Score:
    """The agreement of `read` with `truth`; sources, raw text and confidence are not judged."""
    result = Score(rows=len(truth.projects))
    _score_document(result, truth, read)
    matched_truth, matched_read = set(), set()
    for left, right in align(truth.projects, read.projects):
        matched_truth.add(left)
        matched_read.add(right)
        result.rows_exact += _score_project(result, truth.projects[left], read.projects[right], right)
    result.rows_missing = len(truth.projects) - len(matched_truth)
    result.rows_spurious = len(read.projects) - len(matched_read)
    for index, project in enumerate(truth.projects):
        if index not in matched_truth:
            result.misses.append(Miss("project", place_of(project), place_of(project), None))
            _count_missing(result, PROJECT_FIELDS, project)
    for index, project in enumerate(read.projects):
        if index not in matched_read:
            result.misses.append(Miss("project", place_of(project), None, place_of(project)))
    return result


def lost(truth: Plan) -> Score:
    """The score where nothing could be read: everything that the truth holds is missing."""
    result = Score(rows=len(truth.projects), rows_missing=len(truth.projects))
    _count_missing(result, DOCUMENT_FIELDS, truth, "plan.")
    _count_missing(result, ORGANIZATION_FIELDS, truth.organization, "organization.")
    for project in truth.projects:
        _count_missing(result, PROJECT_FIELDS, project)
    return result


def _count_missing(result: Score, names: Iterable[str], holder: object, prefix: str = "") -> None:
    for name in names:
        if not _empty(getattr(holder, name)):
            result.fields.setdefault(prefix + name, Count()).missing += 1


def _score_document(result: Score, truth: Plan, read: Plan) -> None:
    for name in DOCUMENT_FIELDS:
        result.judge(f"plan.{name}", "the plan", getattr(truth, name), getattr(read, name))
    for name in ORGANIZATION_FIELDS:
        pair = getattr(truth.organization, name), getattr(read.organization, name)
        result.judge(f"organization.{name}", "the plan", *pair)
    for title, truth_text, read_text in _paired(_narrative(truth), _narrative(read)):
        result.judge("narrative", title, truth_text, read_text)
    # A reader may keep more totals than the truth lists (a summary's, say), so only lost ones are counted.
    wanted, found = _totals(truth), _totals(read)
    for total, times in wanted.items():
        for index in range(times):
            result.judge("declared_totals", "the plan", total, total if index < found[total] else None)


def _narrative(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {section.title: section.paragraphs for section in plan.narrative}


def _paired(
    truth: dict[str, tuple[str, ...]], read: dict[str, tuple[str, ...]]
) -> Iterable[tuple[str, Any, Any]]:
    """Sections of the same title side by side; a title counts as part of what was read."""
    for title in dict.fromkeys([*truth, *read]):
        yield title, _titled(truth, title), _titled(read, title)


def _titled(sections: dict[str, tuple[str, ...]], title: str) -> tuple[str, ...] | None:
    return (title, *sections[title]) if title in sections else None


def _totals(plan: Plan) -> Counter[tuple[int | None, str | None]]:
    return Counter((total.year, total.amount) for total in plan.declared_totals)


def _score_project(result: Score, truth: Project, read: Project, index: int) -> bool:
    where = place_of(truth)
    verdicts = [
        result.judge(name, where, value_of(truth, name), value_of(read, name), index)
        for name in PROJECT_FIELDS
    ]
    return all(verdicts)


def value_of(project: Project, name: str) -> Any:
    """A field with its models as plain data."""
    value = getattr(project, name)
    return value.model_dump() if hasattr(value, "model_dump") else _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(item.model_dump() if hasattr(item, "model_dump") else item for item in value)
    return value


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, tuple | dict) and not value)


def _verdict(truth: Any, read: Any) -> str:
    if truth == read:
        return "exact"
    if _empty(read):
        return "missing"
    if _empty(truth):
        return "spurious"
    return "spaces" if without_spaces(truth) == without_spaces(read) else "wrong"


def without_spaces(value: Any) -> Any:
    """The value with all white space taken out of its texts, at any depth."""
    if isinstance(value, str):
        return _SPACES.sub("", value)
    if isinstance(value, dict):
        return {key: without_spaces(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return tuple(without_spaces(item) for item in value)
    return value


def place_of(project: Project) -> str:
    """The words by which a person finds the project."""
    return f"{project.form} {project.number} {project.name or project.target}"


# ---- alignment ----


def align(truth: tuple[Project, ...], read: tuple[Project, ...]) -> list[tuple[int, int]]:
    """Pairs of indexes (0-based) in rising order: equal keys first, then the likest between them."""
    keys_truth, keys_read = [_key(project) for project in truth], [_key(project) for project in read]
    pairs: list[tuple[int, int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, keys_truth, keys_read, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(i1, i2), range(j1, j2), strict=True)
        elif tag == "replace":
            pairs += _aligned_gap(keys_truth[i1:i2], keys_read[j1:j2], i1, j1)
    return pairs


_Key = tuple[str, str, str]


def _key(project: Project) -> _Key:
    return project.form, project.number or "", without_spaces(project.name or project.target or "")


def _likeness(one: _Key, other: _Key) -> float:
    names = SequenceMatcher(None, one[2], other[2], autojunk=False).ratio()
    return (1 - _NUMBER_SHARE) * names + _NUMBER_SHARE * (one[1] == other[1])


def _aligned_gap(
    truth: list[_Key], read: list[_Key], first_truth: int, first_read: int
) -> list[tuple[int, int]]:
    """The pairing of the greatest likeness that keeps both orders; unlike projects stay alone."""
    best = [[0.0] * (len(read) + 1) for _ in range(len(truth) + 1)]
    like: dict[tuple[int, int], float] = {}
    for i in range(len(truth) - 1, -1, -1):
        for j in range(len(read) - 1, -1, -1):
            like[i, j] = _likeness(truth[i], read[j])
            paired = like[i, j] + best[i + 1][j + 1] if like[i, j] >= LEAST_LIKENESS else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < len(truth) and j < len(read):
        if like[i, j] >= LEAST_LIKENESS and best[i][j] == like[i, j] + best[i + 1][j + 1]:
            pairs.append((first_truth + i, first_read + j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def main() -> None:
    """Prints the score of a read plan file against its truth."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("truth", type=Path)
    options.add_argument("read", type=Path)
    options.add_argument("--show", type=int, default=0, help="how many misses to print")
    chosen = options.parse_args()
    result = score(*(Plan.model_validate_json(path.read_bytes()) for path in (chosen.truth, chosen.read)))
    print(result.table())
    for miss in result.misses[: chosen.show]:
        print(miss)


if __name__ == "__main__":
    main()
