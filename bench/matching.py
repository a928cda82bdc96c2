"""Precision and recall of matching two years' plans: `python -m bench.matching --seeds 40 --first 5001`.

Each seed gives a plan and its next year's (bench.matching_pairs), whose true pairs are known. phaen's matching
stands beside a plain rapidfuzz ratio of the names with the same assignment, at the threshold that suits it best.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment

from bench.matching_pairs import YearPair, draw_link, draw_pair
from pipeline.link import find_origins
from pipeline.matching import LEAST_SCORE, match
from schemas.plan import Plan

Pairs = frozenset[tuple[int, int]]
_CURVE = (0.5, 0.54, 0.58, 0.62, 0.66, 0.7, 0.74)
_RATIO_THRESHOLDS = tuple(range(40, 100, 5))


@dataclass
class Tally:
    """True, false and lost pairs of one method."""

    right: int = 0
    false: int = 0
    lost: int = 0
    false_twins: int = 0
    seconds: float = 0.0
    lost_by_change: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Of the pairs that the method found, the share that are true."""
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        """Of the true pairs, the share that the method found."""
        return self.right / max(1, self.right + self.lost)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.false + self.lost)

    def add(self, pair: YearPair, found: Pairs) -> None:
        """Takes in what a method found in one pair of plans."""
        self.right += len(found & pair.pairs)
        self.false += len(found - pair.pairs)
        self.false_twins += sum(new in pair.twins for _, new in found - pair.pairs)
        self.lost += len(pair.pairs - found)
        for _, new in pair.pairs - found:
            self.lost_by_change.update(pair.renamed[new] or ("name unchanged",))

    def row(self, name: str) -> str:
        """A line of the table."""
        return (
            f"| {name} | {self.precision:.3f} | {self.recall:.3f} | {self.f1:.3f} | {self.false} "
            f"| {self.false_twins} | {self.lost} | {self.seconds:.1f} |"
        )


def phaen_pairs(old: Plan, new: Plan, least_score: float = LEAST_SCORE) -> Pairs:
    """What phaen matches."""
    return frozenset((found.old, found.new) for found in match(old, new, least_score=least_score))


def origin_pairs(development: Plan, action: Plan) -> Pairs:
    """The origins that phaen finds, as pairs of development plan and operation plan."""
    return frozenset((origin, index) for index, (origin, _) in find_origins(action, development).items())


def ratio_pairs(old: Plan, new: Plan, least_ratio: float) -> Pairs:
    """Names as they stand, compared by rapidfuzz's ratio, with the best one-to-one assignment."""
    ratios = process.cdist(_names(old), _names(new), scorer=fuzz.ratio)
    rows, columns = linear_sum_assignment(ratios, maximize=True)
    chosen = zip(rows.tolist(), columns.tolist(), strict=True)
    return frozenset((row, column) for row, column in chosen if ratios[row, column] >= least_ratio)


def _names(plan: Plan) -> list[str]:
    return [project.name or project.target or "" for project in plan.projects]


def tally(pairs: Sequence[YearPair], method: Callable[[Plan, Plan], Pairs]) -> Tally:
    """One method over all pairs, with its time."""
    result = Tally()
    start = time.perf_counter()
    found = [method(pair.old, pair.new) for pair in pairs]
    result.seconds = time.perf_counter() - start
    for pair, its in zip(pairs, found, strict=True):
        result.add(pair, its)
    return result


def best_ratio(pairs: Sequence[YearPair]) -> tuple[int, Tally]:
    """The threshold that suits the plain ratio best on these very pairs, and what it gives."""
    tallies = {
        threshold: tally(pairs, lambda old, new, least=threshold: ratio_pairs(old, new, least))  # type: ignore[misc]
        for threshold in _RATIO_THRESHOLDS
    }
    best = max(tallies, key=lambda threshold: tallies[threshold].f1)
    return best, tallies[best]


def misses(pairs: Iterable[YearPair]) -> Iterable[str]:
    """What phaen got wrong, in words."""
    for pair in pairs:
        found = phaen_pairs(pair.old, pair.new)
        olds, news = _names(pair.old), _names(pair.new)
        for old, new in sorted(found ^ pair.pairs):
            kind = "false" if (old, new) in found else "lost"
            yield f"{kind}: {olds[old]} -> {news[new]} {pair.renamed[new]}"


def main() -> None:
    """Prints the table; with --curve also phaen at other thresholds, with --show what it got wrong."""
    chosen = _options().parse_args()
    seeds = range(chosen.first, chosen.first + chosen.seeds)
    pairs = [(draw_link if chosen.links else draw_pair)(seed) for seed in seeds]
    phaen = tally(pairs, origin_pairs if chosen.links else phaen_pairs)
    threshold, ratio = best_ratio(pairs)
    print(_told(pairs))
    print("| method | precision | recall | F1 | false | of them twins | lost | seconds |")
    print("|---|---|---|---|---|---|---|---|")
    print(phaen.row("phaen"))
    print(ratio.row(f"rapidfuzz ratio >= {threshold}, same assignment"))
    for least in _CURVE if chosen.curve else ():
        curve = tally(pairs, lambda old, new, least=least: phaen_pairs(old, new, least))  # type: ignore[misc]
        print(curve.row(f"phaen, score >= {least}"))
    print(f"\nlost by change: {dict(phaen.lost_by_change.most_common())}")
    for miss in list(misses(pairs))[: chosen.show] if chosen.show else ():
        print(miss)


def _told(pairs: Sequence[YearPair]) -> str:
    projects = sum(len(pair.old.projects) for pair in pairs)
    true = sum(len(pair.pairs) for pair in pairs)
    twins = sum(len(pair.twins) for pair in pairs)
    return f"{len(pairs)} pairs of plans, {projects} projects, {true} true pairs, {twins} near-twins\n"


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--seeds", type=int, default=40, help="how many pairs of plans")
    options.add_argument("--first", type=int, default=1, help="the first seed")
    options.add_argument("--links", action="store_true", help="operation plans against development plans")
    options.add_argument("--curve", action="store_true", help="phaen at several thresholds")
    options.add_argument("--show", type=int, default=0, help="how many wrong pairs to print")
    return options


if __name__ == "__main__":
    main()
