"""Pairs worth a closer look: those that share the rarest words, so that plans of thousands stay quick."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from rapidfuzz import fuzz, process
from scipy import sparse

from pipeline.matching.profiles import Profile

CANDIDATES_PER_PROJECT = 16
"""So many of the other plan are looked at closely for each project."""
SPELLED_ALIKE_PER_PROJECT = 6
"""And so many that share no word, as one of them is mistyped, but most letters in order."""
_LEAST_RATIO = 75.0
_ROWS_AT_ONCE = 256
_LEAST_RARITY = 0.25
"""What the most frequent word of both plans keeps of its weight."""

Rarity = Mapping[str, float]


def rarity_of(old: Iterable[Profile], new: Iterable[Profile]) -> Rarity:
    """For each word and part what its rarity makes of its weight: 1.0 for one that stands once, less for others.

    What stands in both plans counts by the plan that has more of it: a project that goes on makes no word frequent.
    """
    counts = _counts(old) | _counts(new)
    most = math.log(1 + max(counts.values(), default=1))
    return {
        feature: 1.0 - (1.0 - _LEAST_RARITY) * (math.log(count) / most) for feature, count in counts.items()
    }


def _counts(profiles: Iterable[Profile]) -> Counter[str]:
    return Counter(feature for profile in profiles for feature in profile.features)


def candidate_pairs(
    old: Sequence[Profile], new: Sequence[Profile], rarity: Rarity
) -> frozenset[tuple[int, int]]:
    """Pairs of indices that are among the best of either side by shared words, or of the old one's by letters."""
    if not old or not new:
        return frozenset()
    columns = {feature: index for index, feature in enumerate(sorted(rarity))}
    shared = (_matrix(old, rarity, columns) @ _matrix(new, rarity, columns).T).tocsr()
    by_old = {(row, column) for row, column in _best(shared)}
    by_new = {(row, column) for column, row in _best(shared.T.tocsr())}
    return frozenset(by_old | by_new | set(_spelled_alike(old, new)))


def _spelled_alike(old: Sequence[Profile], new: Sequence[Profile]) -> Iterable[tuple[int, int]]:
    """A slip of a finger may leave no word whole; letters in order still agree."""
    wholes = [profile.name.whole for profile in new]
    for start in range(0, len(old), _ROWS_AT_ONCE):
        names = [profile.name.whole for profile in old[start : start + _ROWS_AT_ONCE]]
        ratios = process.cdist(names, wholes, scorer=fuzz.ratio, score_cutoff=_LEAST_RATIO)
        for row, values in enumerate(ratios):
            best = np.argsort(-values, kind="stable")[:SPELLED_ALIKE_PER_PROJECT]
            yield from ((start + row, int(column)) for column in best if values[column] > 0)


def _matrix(profiles: Sequence[Profile], rarity: Rarity, columns: Mapping[str, int]) -> sparse.csr_matrix:
    """One row per profile of unit length, so that long names have no advantage."""
    rows, places, values = [], [], []
    for row, profile in enumerate(profiles):
        weights = {feature: weight * rarity[feature] for feature, weight in profile.features.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for feature in sorted(weights):
            rows.append(row)
            places.append(columns[feature])
            values.append(weights[feature] / length)
    return sparse.csr_matrix((values, (rows, places)), shape=(len(profiles), len(columns)))


def _best(shared: sparse.csr_matrix) -> Iterable[tuple[int, int]]:
    """The places of the greatest values of each row; of equals those with the lower column."""
    for row in range(shared.shape[0]):
        start, end = shared.indptr[row], shared.indptr[row + 1]
        columns, values = shared.indices[start:end], shared.data[start:end]
        order = np.lexsort((columns, -values))[:CANDIDATES_PER_PROJECT]
        yield from ((row, int(columns[place])) for place in order)
