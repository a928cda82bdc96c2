"""Whether a reader knows where it erred: wrong fields that a person would find by the reader's own signs.

A wrong field is told of where its project stands among the least sure tenth of all projects that were measured
together (and is not held for sure), or where a finding points to the project, or to this very field of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil

from bench.readers import Reading
from bench.scoring import Miss, Score

LEAST_SURE_SHARE = 0.1
_PATH = re.compile(r"projects\[(\d+)\](?:\.(\w+))?")


@dataclass(frozen=True)
class Judged:
    """One project as read: its confidence, its fields that were not read exactly, and those a finding points to."""

    confidence: float
    misses: tuple[Miss, ...] = ()
    marked: tuple[Miss, ...] = ()


@dataclass
class Doubt:
    """The projects of one or more plans; what the reader tells of is counted over all of them together."""

    projects: list[Judged] = field(default_factory=list)

    def add(self, other: "Doubt") -> None:
        """Takes in another plan's."""
        self.projects += other.projects

    def wrong(self) -> tuple[int, int]:
        """How many fields are wrong, spaces aside, and of how many of them the reader tells."""
        return self._counted(lambda miss: not miss.but_for_spaces)

    def unequal(self) -> tuple[int, int]:
        """How many fields are not exactly equal, spaces counted, and of how many of them the reader tells."""
        return self._counted(lambda _: True)

    def _counted(self, counts: Callable[[Miss], bool]) -> tuple[int, int]:
        unsure = {id(one) for one in least_sure(self.projects)}
        told = [miss for one in self.projects for miss in (one.misses if id(one) in unsure else one.marked)]
        misses = [miss for one in self.projects for miss in one.misses]
        return sum(map(counts, misses)), sum(map(counts, told))


def doubt(score: Score, reading: Reading) -> Doubt:
    """What a plan's reading tells of; a lost project has no place to tell of it."""
    marks = {match.groups() for finding in reading.findings if (match := _PATH.match(finding.path or ""))}
    projects = []
    for index, project in enumerate(reading.plan.projects):
        misses = tuple(miss for miss in score.misses if miss.index == index)
        whole = (str(index), None) in marks
        marked = tuple(miss for miss in misses if whole or (str(index), miss.field) in marks)
        projects.append(Judged(project.confidence, misses, marked))
    return Doubt(projects)


def least_sure(projects: Sequence[Judged]) -> list[Judged]:
    """The tenth of the projects of least confidence, never one of full confidence."""
    ordered = sorted(projects, key=lambda one: one.confidence)
    tenth = ordered[: ceil(len(projects) * LEAST_SURE_SHARE)]
    return [one for one in tenth if one.confidence < 1.0]
