"""poppler's pdftotext: a real run, and each way in which it may be missing."""

import os
import time
from pathlib import Path
from shutil import which

import pytest

from pipeline.programs.poppler import find_pdftotext

SAMPLE = Path(__file__).parents[3] / "samples/development-four-year.pdf"


def _fake_program(folder: Path, script: str) -> dict[str, str]:
    """An environment whose pdftotext is a shell script."""
    program = folder / "pdftotext"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {"PATH": f"{folder}:/usr/bin:/bin"}


@pytest.mark.skipif(which("pdftotext") is None, reason="poppler is not installed")
def test_words_with_boxes_of_the_wanted_pages() -> None:
    pdftotext = find_pdftotext(os.environ)
    assert pdftotext is not None
    printed = pdftotext(SAMPLE.read_bytes(), 2, 3).decode()
    assert printed.count("<page ") == 2
    assert '<word xMin="' in printed
    assert pdftotext(b"no PDF", 1, 1) == b""


def test_absent_program_is_no_failure(tmp_path: Path) -> None:
    assert find_pdftotext({"PATH": str(tmp_path)}) is None
    assert find_pdftotext({}) is None


def test_program_gets_the_file_and_the_pages(tmp_path: Path) -> None:
    pdftotext = find_pdftotext(_fake_program(tmp_path, 'echo "$@"; cat'))
    assert pdftotext is not None
    assert pdftotext(b"%PDF", 17, 32) == b"-q -bbox -raw -cropbox -enc UTF-8 -f 17 -l 32 - -\n%PDF"


@pytest.mark.parametrize("script", ["echo half; exit 1", "echo half; kill -SEGV $$"])
def test_what_a_failed_run_printed_is_not_taken(tmp_path: Path, script: str) -> None:
    pdftotext = find_pdftotext(_fake_program(tmp_path, script))
    assert pdftotext is not None
    assert pdftotext(b"%PDF" * 100_000, 1, 1) == b""


def test_a_run_ends_at_its_time_limit(tmp_path: Path) -> None:
    pdftotext = find_pdftotext(_fake_program(tmp_path, "exec sleep 30"), time_limit_seconds=0.2)
    assert pdftotext is not None
    start = time.monotonic()
    assert pdftotext(b"%PDF", 1, 1) == b""
    assert time.monotonic() - start < 10
