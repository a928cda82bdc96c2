"""Work that needs LibreOffice: with it, and on a machine that has none."""

from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest
from click.testing import Result

SAMPLES = Path(__file__).parents[3] / "samples"
OLD = SAMPLES / "operation-arrows.doc"
Run = Callable[..., Result]


@pytest.mark.parametrize("language", ["th", "en"])
def test_legacy_word_without_libreoffice(run: Run, tmp_path: Path, language: str) -> None:
    words = ("convert", OLD, "-o", tmp_path / "fresh.docx", "--lang", language)
    result = run(*words, environment={"PATH": str(tmp_path)})
    assert result.exit_code == 4
    assert result.stderr.startswith("phaen: DOC020: ")
    assert "apt install libreoffice-writer" in result.stderr
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_pdf_without_libreoffice(run: Run, plan_file: Path) -> None:
    fresh = plan_file.parent / "fresh.pdf"
    result = run("render", plan_file, "-o", fresh, environment={"PATH": str(plan_file.parent)})
    assert result.exit_code == 4
    assert "DOC020" in result.stderr
    assert list(plan_file.parent.iterdir()) == [plan_file]


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_legacy_word_to_pdf(run: Run, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.pdf"
    result = run("convert", OLD, "-o", fresh)
    assert result.exit_code == 0
    assert fresh.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [fresh]
