"""The matches of two plans."""

from typing import NamedTuple

from pipeline.matching.assignment import assign_above
from pipeline.matching.candidates import candidate_pairs, rarity_of
from pipeline.matching.profiles import profiles_of
from pipeline.matching.score import Yardstick, pair_score
from schemas.plan import Plan

LEAST_SCORE = 0.62
"""Pairs below are no match. Set by `python -m bench.matching --curve`: see docs/matching.md."""


class Match(NamedTuple):
    """A project of the old plan and the same of the new one, by their 0-based indices in `Plan.projects`."""

    old: int
    new: int
    score: float


def match(
    old: Plan, new: Plan, year: int | None = None, least_score: float = LEAST_SCORE
) -> tuple[Match, ...]:
    """The projects that both plans have, one to one, in the old plan's order.

    What stands in no match is dropped or new. `year` says which year's money of a development plan to look at.
    Equal plans give equal matches in every run.
    """
    scores = {pair: score for pair, score in scored_pairs(old, new, year).items() if score >= least_score}
    return tuple(Match(*pair, scores[pair]) for pair in assign_above(scores, least_score))


def scored_pairs(old: Plan, new: Plan, year: int | None = None) -> dict[tuple[int, int], float]:
    """The scores of all pairs that may be matches, by the indices of both; a project may stand in many of them.

    No score is below `pipeline.matching.score.LEAST_TOLD`.
    """
    mine, its = profiles_of(old, year), profiles_of(new, year)
    rarity = rarity_of(mine, its)
    pairs = candidate_pairs(mine, its, rarity)
    yardstick = Yardstick(rarity, _years_between(old, new))
    scores = {pair: pair_score(mine[pair[0]], its[pair[1]], yardstick) for pair in sorted(pairs)}
    return {pair: score for pair, score in scores.items() if score}


def _years_between(old: Plan, new: Plan) -> int | None:
    """None for plans of two kinds: the rounds of a five-year plan are not counted from its first year."""
    if old.kind != new.kind or old.fiscal_year is None or new.fiscal_year is None:
        return None
    return new.fiscal_year - old.fiscal_year
