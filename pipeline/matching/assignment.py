"""One partner for each, so that the sum of all scores is greatest; over pairs that were scored, and no others."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Pair = tuple[int, int]


def assign(scores: Mapping[Pair, float]) -> tuple[Pair, ...]:
    """The pairs of the best one-to-one assignment, in order of the first index.

    Pairs that hang together by shared members are solved apart from all others, as matrices of their own, so
    that two plans of thousands need no matrix of millions.
    """
    chosen = [pair for group in _components(list(scores)) for pair in _solve(group, scores)]
    return tuple(sorted(chosen))


def _solve(pairs: Sequence[Pair], scores: Mapping[Pair, float]) -> list[Pair]:
    rows = sorted({old for old, _ in pairs})
    columns = sorted({new for _, new in pairs})
    matrix = np.zeros((len(rows), len(columns)))
    row_of = {old: index for index, old in enumerate(rows)}
    column_of = {new: index for index, new in enumerate(columns)}
    for old, new in pairs:
        matrix[row_of[old], column_of[new]] = scores[old, new]
    chosen = zip(*linear_sum_assignment(matrix, maximize=True), strict=True)
    found = [(rows[row], columns[column]) for row, column in chosen]
    return [pair for pair in found if pair in scores]


def _components(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs in groups that share no member with another group, in order of their first pair."""
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def find(member: tuple[str, int]) -> tuple[str, int]:
        leader.setdefault(member, member)
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for old, new in pairs:
        leader[find(("old", old))] = find(("new", new))
    groups: dict[tuple[str, int], list[Pair]] = {}
    for pair in sorted(pairs):
        groups.setdefault(find(("old", pair[0])), []).append(pair)
    return list(groups.values())
