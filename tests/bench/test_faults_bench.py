"""The bench of injected faults: each kind makes one fault that is told of, and clean plans are silent."""

from pathlib import Path
from random import Random

import pytest

from bench.fault_kinds import KINDS, NEEDS
from bench.faults import alarms, clean_contents, measure
from bench.legacy_plans.generate import typed


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_of_each_kind_is_injected_and_told_of(kind: str, tmp_path: Path) -> None:
    tally = measure(kind, 1, 5, tmp_path)
    assert (tally.injected, tally.share) == (1, 1.0)
    assert tally.found["error"] + tally.found["warning"] + tally.found["note"] == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_changes_what_is_typed(kind: str) -> None:
    made = ((clean_contents(seed, NEEDS.get(kind, {})), seed) for seed in range(60, 90))
    faults = ((contents, KINDS[kind](contents, Random(f"{seed}/test"))) for contents, seed in made)  # noqa: S311
    contents, fault = next((contents, fault) for contents, fault in faults if fault is not None)
    assert typed(fault.contents, summed_up=fault.summed_up) != typed(contents)
    assert fault.names or fault.amounts


def test_plans_without_faults_raise_neither_error_nor_warning(tmp_path: Path) -> None:
    by_severity, by_code, projects = alarms(4, 70, tmp_path)
    assert projects > 40
    assert by_severity["error"] + by_severity["warning"] == 0, by_code
