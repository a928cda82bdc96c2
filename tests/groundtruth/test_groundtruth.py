"""Each stage gives what a person has looked at and put down."""

import pytest

from tests.groundtruth.stages import FOLDER, SPECIMENS, STAGES


@pytest.mark.parametrize("specimen", SPECIMENS)
@pytest.mark.parametrize("stage", STAGES)
def test_stage_gives_what_was_put_down(stage: str, specimen: str) -> None:
    assert STAGES[stage](specimen) == (FOLDER / f"{specimen}.{stage}.txt").read_text("utf-8")
