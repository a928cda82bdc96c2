"""One partner for each, so that the sum of all scores is greatest; over pairs that were scored, and no others."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Pair = tuple[int, int]
_JUST_MATCHED = 1e-6
"""What a pair of the least score is worth: more than none."""


def assign(scores: Mapping[Pair, float]) -> tuple[Pair, ...]:
    """The pairs of the best one-to-one assignment, in order of the first index.

    Pairs that hang together by shared members are solved apart from all others, as matrices of their own, so
    that two plans of thousands need no matrix of millions.
    """
    chosen = [pair for group in _components(list(scores)) for pair in _solve(group, scores)]
    return tuple(sorted(chosen))


def assign_above(scores: Mapping[Pair, float], least: float) -> tuple[Pair, ...]:
    """The assignment in which what each pair is above `least` counts, and pairs below it none.

    By their bare scores two doubtful pairs would outweigh a sure one that leaves somebody alone.
    """
    return assign({pair: score - least + _JUST_MATCHED for pair, score in scores.items() if score >= least})


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
