"""The benchmark of matching: its pairs are what they promise, and phaen keeps its promise on some of them."""

from bench.matching import best_ratio, origin_pairs, phaen_pairs, tally
from bench.matching_pairs import draw_link, draw_pair

SEEDS = range(31, 36)


def test_pairs_are_the_same_in_every_run_and_true() -> None:
    pair = draw_pair(31)
    assert pair == draw_pair(31)
    assert len({old for old, _ in pair.pairs}) == len({new for _, new in pair.pairs}) == len(pair.pairs)
    assert not pair.twins & {new for _, new in pair.pairs}
    assert pair.new.fiscal_year == (pair.old.fiscal_year or 0) + 1


def test_pairs_hold_every_kind_of_change() -> None:
    pairs = [draw_pair(seed) for seed in range(31, 51)]
    changes = {change for pair in pairs for done in pair.renamed.values() for change in done}
    assert len(changes) == 11
    moved = [
        pair
        for pair in pairs
        if any(pair.old.projects[old].strategy != pair.new.projects[new].strategy for old, new in pair.pairs)
    ]
    assert len(moved) > len(pairs) / 2
    assert all(pair.twins for pair in pairs)


def test_precision_and_recall_hold_and_beat_the_plain_ratio() -> None:
    pairs = [draw_pair(seed) for seed in SEEDS]
    phaen, (_, ratio) = tally(pairs, phaen_pairs), best_ratio(pairs)
    assert phaen.precision >= 0.97
    assert phaen.recall >= 0.97
    assert phaen.f1 > ratio.f1 + 0.05


def test_origins_are_found_as_surely() -> None:
    pairs = [draw_link(seed) for seed in SEEDS]
    assert all(pair.new.kind == "operation_plan" and pair.pairs for pair in pairs)
    phaen = tally(pairs, origin_pairs)
    assert phaen.precision >= 0.95
    assert phaen.recall >= 0.95
