"""The counts of a comparison and of a link."""

from collections import Counter
from typing import get_args

from outputs.comparison.model import ChangeKind, Comparison, Linkage, LinkVerdict


def counts(comparison: Comparison) -> dict[str, int]:
    """How many projects of each status, how many of the continued are unchanged, and how many have each change."""
    pairings = comparison.pairings
    by_status = Counter(pairing.status for pairing in pairings)
    kinds: tuple[ChangeKind, ...] = get_args(ChangeKind)
    return {
        "continued": by_status["continued"],
        "new": by_status["new"],
        "dropped": by_status["dropped"],
        "unchanged": sum(pairing.status == "continued" and not pairing.changes for pairing in pairings),
        **{kind: sum(pairing.has(kind) for pairing in pairings) for kind in kinds},
    }


def verdicts(linkage: Linkage) -> dict[str, int]:
    """How many projects have each verdict, with a zero for each that none has."""
    found = Counter(linked.verdict for linked in linkage.projects)
    verdicts: tuple[LinkVerdict, ...] = get_args(LinkVerdict)
    return {verdict: found[verdict] for verdict in verdicts}
