"""Whether a reader knows where it erred: wrong fields that a person would find by the reader's own signs.

A wrong field is told of where its project stands among the least sure tenth of its plan (and is not held for
sure), or where a finding points to the project, or to this very field of it.
"""

import re
from dataclasses import dataclass
from math import ceil

from bench.readers import Reading
from bench.scoring import Miss, Score
from schemas.findings import Finding

LEAST_SURE_SHARE = 0.1
_PATH = re.compile(r"projects\[(\d+)\](?:\.(\w+))?")


@dataclass
class Doubt:
    """Fields of projects that were read wrongly (spaces aside), and how many of them were told of."""

    wrong: int = 0
    told: int = 0

    @property
    def share(self) -> float:
        """The share told of, 1.0 where nothing was wrong."""
        return self.told / self.wrong if self.wrong else 1.0

    def add(self, other: "Doubt") -> None:
        """Takes in another plan's."""
        self.wrong += other.wrong
        self.told += other.told


def doubt(score: Score, reading: Reading) -> Doubt:
    """How many of a plan's misses the reading tells of; a lost project has no place to tell of it."""
    unsure = least_sure(reading)
    marked = {match.groups() for finding in reading.findings if (match := _place(finding))}
    misses = [miss for miss in score.misses if miss.index is not None and not miss.but_for_spaces]
    told = sum(_is_told(miss, unsure, marked) for miss in misses)
    return Doubt(len(misses), told)


def least_sure(reading: Reading) -> set[int]:
    """Indexes (0-based) of the tenth of the projects of least confidence, never one of full confidence."""
    projects = reading.plan.projects
    ordered = sorted(range(len(projects)), key=lambda index: projects[index].confidence)
    tenth = ordered[: ceil(len(projects) * LEAST_SURE_SHARE)]
    return {index for index in tenth if projects[index].confidence < 1.0}


def _place(finding: Finding) -> re.Match[str] | None:
    return _PATH.match(finding.path or "")


def _is_told(miss: Miss, unsure: set[int], marked: set[tuple[str | None, ...]]) -> bool:
    index = str(miss.index)
    return miss.index in unsure or (index, None) in marked or (index, miss.field) in marked
