"""Runs that end badly: one sentence in the user's language, the right exit code, no file left."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from parsers.formats.doc97.container import write_streams
from pipeline import convert, extract

Run = Callable[..., Result]

THAI = re.compile(r"[ก-๙]{4}")


def docx(document: str, **more: str | bytes) -> bytes:
    """A whole .docx package around the XML of a body, with `more` parts, where "__" stands for "/"."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relation}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{document}</w:body></w:document>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (parts | {key.replace("__", "/"): part for key, part in more.items()}).items():
            archive.writestr(name, text)
    return buffer.getvalue()


LETTER = docx("<w:p><w:r><w:t>Dear sir or madam</w:t></w:r></w:p>")
XXE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
PASSWORD = write_streams({"EncryptionInfo": b"4" * 64, "EncryptedPackage": b"x" * 5000})
MACROS = docx("", **{"word__vbaProject.bin": b"x" * 64})
HUGE = docx("", **{"word__media__a.png": bytes(120_000_000)})
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"

BROKEN = {
    "empty.docx": (b"", "DOC002"),
    "truncated.docx": (LETTER[:200], "DOC004"),
    "a-pdf.docx": (PDF, "DOC013"),
    "letter.docx": (LETTER, "DOC009"),
    "noise.docx": (bytes(range(256)) * 8, "DOC003"),
    "damaged.pdf": (PDF, "DOC004"),
    "password.docx": (PASSWORD, "DOC005"),
    "macros.docx": (MACROS, "DOC014"),
    "macros.docm": (MACROS, "DOC014"),
    "bomb.docx": (HUGE, "DOC007"),
    "entities.docx": (docx("", **{"word__styles.xml": XXE}), "DOC008"),
    "plan.json": (b'{"kind": "operation_plan"}', "DOC011"),
    "half.json": (b'{"kind": ', "DOC011"),
}


@pytest.mark.parametrize("command", ["convert", "extract"])
@pytest.mark.parametrize("name", BROKEN)
def test_broken_inputs(run: Run, tmp_path: Path, name: str, command: str) -> None:
    data, code = BROKEN[name]
    (tmp_path / name).write_bytes(data)
    fresh = tmp_path / "fresh.json"
    result = run(command, tmp_path / name, "-o", fresh)
    assert result.exit_code == 3
    assert result.stderr.startswith(f"phaen: {code}: ")
    assert THAI.search(result.stderr)
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_absent_input_in_english(run: Run, tmp_path: Path) -> None:
    result = run("check", tmp_path / "absent.docx", "--lang", "en")
    assert result.exit_code == 3
    assert result.stderr.startswith("phaen: DOC001: There is no file ")


@pytest.mark.parametrize("command", ["convert", "render"])
@pytest.mark.parametrize(
    ("target", "exit_code", "code"),
    [("fresh.txt", 2, "OUT002"), ("plan.json", 2, "OUT004"), ("absent/fresh.json", 5, "OUT001")],
)
def test_unfit_targets(
    run: Run, plan_file: Path, command: str, target: str, exit_code: int, code: str
) -> None:
    before = plan_file.read_bytes()
    result = run(command, plan_file, "-o", plan_file.parent / target)
    assert result.exit_code == exit_code
    assert result.stderr.startswith(f"phaen: {code}: ")
    assert plan_file.read_bytes() == before
    assert list(plan_file.parent.iterdir()) == [plan_file]


def test_plan_file_is_not_extracted_over_a_word_file(run: Run, plan_file: Path) -> None:
    result = run("extract", plan_file, "-o", plan_file.parent / "fresh.docx")
    assert result.exit_code == 2
    assert "OUT002" in result.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["convert"], "ยังไม่ได้ระบุ OLD"),
        (["convert", "old.docx"], "ยังไม่ได้ระบุ --output"),
        (["render", "-o", "new.docx"], "ยังไม่ได้ระบุ PLAN\n"),
        (["convert", "old.docx", "--otput", "x"], "ไม่มีตัวเลือก --otput ใกล้เคียง: --output"),
        (["convert", "old.docx", "-o"], "ใช้ตัวเลือก -o ไม่ถูกต้อง"),
        (["check", "plan.json", "--fail-on", "all"], "ค่าของ --fail-on ใช้ไม่ได้: เลือกจาก never, error, warning"),
        (["check", "plan.json", "more.json"], "คำสั่งไม่ตรงรูปแบบ"),
        (["convort"], "ไม่มีคำสั่ง convort ใกล้เคียง: convert"),
        (["explain", "PLN04"], "ไม่มีรหัส PLN04"),
    ],
)
def test_command_lines_that_do_not_fit(run: Run, words: list[str], sentence: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"phaen: {sentence}")
    assert "--help" in result.stderr.splitlines()[-1]
    assert result.stdout == ""


def test_nothing_asked_shows_the_help(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "phaen convert" in result.stderr


def test_a_defect_names_the_file_and_shows_no_traceback(
    run: Run, plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def defect(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(extract, "read_input", defect)
    result = run("check", plan_file)
    assert result.exit_code == 70
    assert "ZeroDivisionError" in result.stderr
    assert str(plan_file) in result.stderr
    assert "Traceback" not in result.stderr
    assert "Traceback" in run("check", plan_file, "--debug").stderr


def test_interrupt(run: Run, plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(convert, "render_plan", interrupt)
    result = run("convert", plan_file, "-o", plan_file.parent / "fresh.json")
    assert result.exit_code == 130
    assert "Traceback" not in result.stderr
    assert list(plan_file.parent.iterdir()) == [plan_file]
