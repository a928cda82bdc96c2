"""Which project of one plan is which project of another: `match(old, new) -> tuple[Match, ...]`, pure."""

from pipeline.matching.matches import LEAST_SCORE, Match, match, scored_pairs

__all__ = ["LEAST_SCORE", "Match", "match", "scored_pairs"]
