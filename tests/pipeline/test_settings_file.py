"""phaen.toml: an office's own severities, and what is said of lines that do not fit."""

from pathlib import Path

import pytest

from pipeline.settings_file import read_severities
from schemas.failures import InputFailure, UsageFailure


def _file(folder: Path, text: str, name: str = "phaen.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_beside_the_plan_or_named(tmp_path: Path) -> None:
    plan = tmp_path / "plan.docx"
    assert read_severities(plan) == {}
    _file(tmp_path, '\ufeff[severity]\r\nTBL002 = "error"\r\n"money-missing" = "ignore"\r\n')
    assert read_severities(plan) == {"TBL002": "error", "PLN005": "ignore"}
    named = _file(tmp_path, '[severity]\npln001 = "note"', "other.toml")
    assert read_severities(plan, named) == {"PLN001": "note"}
    with pytest.raises(InputFailure, match="DOC001"):
        read_severities(plan, tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("[severity\nPLN004 = 1", "SET004", "1"),
        ("[severities]", "SET005", "severity"),
        ('[severity]\nPL004 = "error"', "SET005", "PLN004"),
        ('[severity]\nDOC001 = "ignore"', "SET005", "DOC001"),
        ('[severity]\nPLN004 = "fatal"', "SET006", "warning"),
        ("[severity]\nPLN004 = 1", "SET006", "warning"),
        ("severity = 5", "SET006", "warning"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, text: str, code: str, told: str) -> None:
    _file(tmp_path, text)
    with pytest.raises(UsageFailure, match=code) as refused:
        read_severities(tmp_path / "plan.docx")
    assert told in refused.value.message("th")
