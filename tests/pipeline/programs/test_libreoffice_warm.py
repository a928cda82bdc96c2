"""A LibreOffice that stays loaded: equal results, and each way in which it can fail."""

import os
import signal
import time
import zipfile
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest

from pipeline.executors.memory import family
from pipeline.programs import libreoffice_warm
from pipeline.programs.libreoffice import LibreOffice
from pipeline.programs.libreoffice_warm import kept_warm, warm_office
from schemas.failures import MissingProgram

needs_soffice = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
RTF = rb"{\rtf1\ansi\ansicpg874 {\b plan} \u3649?\u3612?\u3609? 2566\par}"


def text_of(docx: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return archive.read("word/document.xml")


def offices() -> tuple[int, ...]:
    """The kept offices of this process; those of worker processes that other tests left are not its own."""
    return tuple(pid for pid in family(os.getpid()) if is_kit(pid) and parent_of(pid) == os.getpid())


def parent_of(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def is_kit(pid: int) -> bool:
    try:
        return b"libreoffice_kit" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


@needs_soffice
def test_a_kept_office_gives_what_a_started_one_gives_and_is_one_process() -> None:
    office = LibreOffice(os.environ)
    cold = office.to_docx(RTF, ".rtf")
    with kept_warm(os.environ):
        first, second = (office.to_docx(RTF, ".rtf") for _ in range(2))
        assert len(offices()) == 1
    assert text_of(first) == text_of(second) == text_of(cold)
    assert not offices()
    assert warm_office() is None


@needs_soffice
def test_what_cannot_be_converted_is_told_and_the_next_document_is_done() -> None:
    office = LibreOffice(os.environ)
    with kept_warm(os.environ):
        with pytest.raises(MissingProgram) as failure:
            office.to_xlsx(RTF, ".rtf", name="old.rtf")  # a text is no workbook
        assert failure.value.code == "DOC021"
        assert office.to_docx(RTF, ".rtf").startswith(b"PK")


@needs_soffice
def test_an_office_that_dies_is_replaced() -> None:
    office = LibreOffice(os.environ)
    with kept_warm(os.environ):
        office.to_docx(RTF, ".rtf")
        os.kill(offices()[0], signal.SIGKILL)
        with pytest.raises(MissingProgram) as failure:
            office.to_docx(RTF, ".rtf")
        assert failure.value.code == "DOC021"
        assert office.to_docx(RTF, ".rtf").startswith(b"PK")


@needs_soffice
def test_an_office_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice_warm, "_START_SECONDS", 60.0)
    office = LibreOffice(os.environ, time_limit_seconds=0.3)
    with kept_warm(os.environ):
        office.to_docx(RTF, ".rtf")
        (hanging,) = offices()
        os.kill(hanging, signal.SIGSTOP)
        started = time.monotonic()
        with pytest.raises(MissingProgram) as failure:
            office.to_docx(RTF, ".rtf", name="old.rtf")
        assert failure.value.code == "DOC022"
        assert time.monotonic() - started < 10
        assert hanging not in offices()


@needs_soffice
def test_a_worn_office_is_replaced() -> None:
    kept = libreoffice_warm.WarmOffice(os.environ, worn_conversions=1)
    conversion = libreoffice_warm.Conversion(LibreOffice(os.environ).program(), RTF, ".rtf", "docx", ())
    try:
        kept.convert(conversion, 60)
        (first,) = offices()
        kept.convert(conversion, 60)
        assert offices() != (first,)
    finally:
        kept.close()


def test_where_the_office_has_no_library_it_is_started_for_each(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    environment = {**os.environ, "PHAEN_SOFFICE": str(program)}
    with kept_warm(environment), pytest.raises(MissingProgram) as failure:
        LibreOffice(environment).to_docx(RTF, ".rtf")
    assert failure.value.code == "DOC021"
    assert not offices()
