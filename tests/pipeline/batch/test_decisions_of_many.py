"""Decisions for many plans: one file of them, or a folder."""

from pathlib import Path

import pytest

from pipeline.batch.decided import read_decisions
from schemas.failures import UsageFailure


def entry(fingerprint: str, decision: str = "right") -> str:
    return f'[[correction]]\nfingerprint = "{fingerprint}"\ncode = "PLN001"\ndecision = "{decision}"\n'


def test_the_files_of_a_folder_are_one(tmp_path: Path) -> None:
    (tmp_path / "ก.toml").write_text(entry("1" * 16))
    (tmp_path / "ข.toml").write_text(entry("2" * 16) + entry("1" * 16))
    assert [one.fingerprint[0] for one in read_decisions(tmp_path).decided] == ["1", "2"]
    assert len(read_decisions(tmp_path / "ข.toml").decided) == 2
    assert read_decisions(None).decided == ()


def test_files_that_decide_differently_are_refused(tmp_path: Path) -> None:
    (tmp_path / "ก.toml").write_text(entry("1" * 16))
    (tmp_path / "ข.toml").write_text(entry("1" * 16, "accept"))
    with pytest.raises(UsageFailure) as failure:
        read_decisions(tmp_path)
    assert (failure.value.code, failure.value.facts["name"]) == ("COR011", "ข.toml")
