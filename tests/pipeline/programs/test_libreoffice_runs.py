"""LibreOffice: real conversions, and each way in which it can fail."""

import os
import re
import subprocess
import time
from pathlib import Path
from shutil import which

import pytest

from outputs.docx import BookStyle, render
from pipeline.programs.libreoffice import LibreOffice
from schemas.document import Source
from schemas.failures import MissingProgram
from schemas.plan import Heading, NarrativeSection, Organization, Plan, Project

needs_soffice = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
RTF = rb"{\rtf1\ansi\ansicpg874 {\b plan} \u3649?\u3612?\u3609? 2566\par}"


def fake_program(folder: Path, script: str) -> dict[str, str]:
    """An environment whose LibreOffice is a shell script."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {**os.environ, "PHAEN_SOFFICE": str(program)}


@pytest.fixture(scope="module")
def plan() -> Plan:
    projects = tuple(
        Project(
            form="ผด.02",
            strategy=Heading(number=str(index // 15 + 1), name="การพัฒนา"),
            number=str(index + 1),
            name=f"ก่อสร้างถนนสายบ้านตัวอย่าง หมู่ที่ {index + 1} น้ำที่ป่าฎุญู COVID-19",
            details="กว้าง 4 เมตร ยาว 250 เมตร หนา 0.15 เมตร",
            budget="245000.00",
            months=(10, 11, 12, 5),
        )
        for index in range(30)
    )
    return Plan(
        kind="operation_plan",
        organization=Organization(type="เทศบาลตำบล", name="ธารทิพย์"),
        fiscal_year=2566,
        narrative=(NarrativeSection(title="บทนำ", level=1, paragraphs=("แผนการดำเนินงาน",)),),
        projects=projects,
        source=Source(name="old.docx", sha256="0" * 64, format="docx", size_bytes=1),
    )


@pytest.fixture(scope="module")
def fresh_pdf(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("fresh") / "fresh.pdf"
    file.write_bytes(LibreOffice(os.environ).to_pdf(render(plan, BookStyle())))
    return file


def told(program: str, *arguments: str | Path) -> str:
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=True).stdout


@needs_soffice
def test_a_pdf_has_thai_text_and_thai_page_numbers(fresh_pdf: Path) -> None:
    pages = told("pdftotext", "-layout", fresh_pdf, "-").split("\f")[:-1]
    numbers = [page.split()[-1] for page in pages]
    # The cover bears no number; then come letters up to the contents, and digits from the first part on.
    assert numbers[1:4] == ["ก", "ข", "ค"]
    assert numbers[4:8] == ["๑", "๒", "๓", "๔"]
    assert not re.search("[0-9]", "".join(pages).replace("COVID-19", ""))
    # Each page of tables repeats the header rows.
    first = next(index for index, page in enumerate(pages) if "ผด.๐๒" in page)
    assert len(pages[first:]) >= 3
    assert all("ต.ค." in page for page in pages[first:])


@needs_soffice
def test_a_pdf_embeds_a_sarabun(fresh_pdf: Path) -> None:
    fonts = told("pdffonts", fresh_pdf).splitlines()[2:]
    assert fonts
    for font in fonts:
        assert re.search("Sarabun|Laksaman", font)
        assert font.split()[-5:-2] == ["yes", "yes", "yes"]


@needs_soffice
def test_an_old_format_becomes_a_docx() -> None:
    docx = LibreOffice(os.environ).to_docx(RTF, ".rtf")
    assert docx.startswith(b"PK")


def test_missing_program(tmp_path: Path) -> None:
    with pytest.raises(MissingProgram) as failure:
        LibreOffice({"PATH": str(tmp_path)}).to_docx(RTF, ".rtf")
    assert failure.value.code == "DOC020"
    assert "apt install" in failure.value.message("th")


def test_an_override_that_is_no_program_is_not_replaced_by_another(tmp_path: Path) -> None:
    with pytest.raises(MissingProgram) as failure:
        LibreOffice({**os.environ, "PHAEN_SOFFICE": str(tmp_path / "none")}).program()
    assert failure.value.code == "DOC020"


def test_a_slow_program_is_stopped_with_its_children(tmp_path: Path) -> None:
    child = tmp_path / "child"
    environment = fake_program(tmp_path, f"sleep 60 &\necho $! > {child}\nwait")
    started = time.monotonic()
    with pytest.raises(MissingProgram) as failure:
        LibreOffice(environment, time_limit_seconds=0.5).to_docx(RTF, ".rtf", name="old.rtf")
    assert failure.value.code == "DOC022"
    assert "old.rtf" in failure.value.message("th")
    assert time.monotonic() - started < 10
    status = Path(f"/proc/{child.read_text().strip()}/status")
    deadline = time.monotonic() + 5
    while status.exists() and "zombie" not in status.read_text() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not status.exists() or "zombie" in status.read_text()


def test_a_program_that_is_stopped_leaves_no_part_of_a_document(tmp_path: Path) -> None:
    left = tmp_path / "left"
    environment = fake_program(
        tmp_path, f'echo plan > "$TMPDIR/lu1.tmp"\necho "$TMPDIR/lu1.tmp" > {left}\nsleep 60'
    )
    with pytest.raises(MissingProgram):
        LibreOffice(environment, time_limit_seconds=0.5).to_docx(RTF, ".rtf")
    assert not Path(left.read_text().strip()).exists()


@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "exit 0",
        'while [ "$1" != --outdir ]; do shift; done; echo broken > "$2/document.docx"',
        'while [ "$1" != --outdir ]; do shift; done; : > "$2/document.docx"',
    ],
    ids=["fails", "makes nothing", "makes rubbish", "makes an empty file"],
)
def test_a_program_that_does_not_do_its_work(tmp_path: Path, script: str) -> None:
    office = LibreOffice(fake_program(tmp_path, script))
    with pytest.raises(MissingProgram) as failure:
        office.to_docx(RTF, ".rtf", name="old.rtf")
    assert failure.value.code == "DOC021"
    with pytest.raises(MissingProgram) as failure:
        office.to_pdf(b"no docx")
    assert failure.value.code == "DOC021"


def test_each_call_has_a_profile_of_its_own_with_macros_off_and_leaves_nothing(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    script = (
        f'for a in "$@"; do case "$a" in -env:UserInstallation=file://*) '
        f'p="${{a#-env:UserInstallation=file://}}";; esac; done; echo "$p" >> {seen}; '
        f'cat "$p/user/registrymodifications.xcu" >> {seen}.xcu'
    )
    office = LibreOffice(fake_program(tmp_path, script))
    for _ in range(2):
        with pytest.raises(MissingProgram):
            office.to_docx(RTF, ".rtf")
    first, second = seen.read_text().split()
    assert first != second
    assert not Path(first).exists()
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true<' in Path(f"{seen}.xcu").read_text()
