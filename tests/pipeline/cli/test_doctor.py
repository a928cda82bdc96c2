"""phaen doctor: what is there, what it is for, and how to get the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from pipeline import doctor

Run = Callable[..., Result]


def test_bare_machine_is_ready_for_word_and_pdf(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor.fonts, "packaged_sarabun", tuple)
    result = run("doctor", environment={"PATH": str(tmp_path)})
    assert result.exit_code == 0
    assert "apt install libreoffice-writer" in result.stdout
    assert "apt install fonts-tlwg-laksaman" in result.stdout
    assert "apt install poppler-utils" in result.stdout
    assert "พร้อมอ่าน .docx .pdf" in result.stdout


def test_broken_installation_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_PACKAGES", ("no-such-package-of-phaen",))
    result = run("doctor", "--lang", "en")
    assert result.exit_code == 4
    assert "no-such-package-of-phaen missing (needed to do any work)" in result.stdout


def test_whole_machine_lists_where_things_are(run: Run, tmp_path: Path) -> None:
    for program in ("soffice", "pdftotext"):
        (tmp_path / program).touch(mode=0o755)
    lister = tmp_path / "fc-list"
    lister.write_text("#!/bin/sh\nprintf 'TH Sarabun New\\t/fonts/new.ttf\\n'\n")
    lister.chmod(0o755)
    result = run("doctor", "--lang", "en", environment={"PATH": f"{tmp_path}:/usr/bin:/bin"})
    assert result.exit_code == 0
    assert f"found {tmp_path / 'soffice'} " in result.stdout
    assert "found TH Sarabun New " in result.stdout
    assert "missing" not in result.stdout
