"""phaen check for people and programs, an office's settings, and corrections from the first look to the fresh plan."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import Result

from schemas.plan import Plan

Run = Callable[..., Result]

LINES = (
    "แบบ ผด.02",
    "บัญชีจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ",
    "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566",
    "องค์การบริหารส่วนตำบลธารทิพย์",
    "ยุทธศาสตร์ที่ 1 การพัฒนาด้านโครงสร้างพื้นฐาน",
    "1.1 แผนงานเคหะและชุมชน",
)
HEADER = ("ที่", "โครงการ", "รายละเอียดของกิจกรรม", "งบประมาณ (บาท)", "สถานที่ดำเนินการ", "หน่วยงานรับผิดชอบหลัก")
ROWS = (
    ("1", "ปรับปรุงถนนสายบ้านเหนือ", "ลงลูกรังยาว 900 เมตร", "๒๔๕,๐o๐", "หมู่ที่ 1", "กองช่าง"),
    ("2", "ขุดลอกคลองสายใต้", "ยาว 90 เมตร", "80,000", "หมู่ที่ 2", "กองช่าง"),
    ("", "รวม 2 โครงการ", "", "325,000", "", ""),
)


def written(folder: Path, *rows: tuple[str, ...], name: str = "old.docx") -> Path:
    """A plan with an amount that nobody can read, and a printed total that it does not come to."""
    word = docx.Document()
    for text in LINES:
        word.add_paragraph(text)
    table = word.add_table(rows=0, cols=len(HEADER) + 12)
    months = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
    for texts in ((*HEADER, *months), *((*row, *("/" if row[0] else "",) * 12) for row in rows)):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    path = folder / name
    word.save(str(path))
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return written(tmp_path, *ROWS)


def codes(run: Run, old: Path, *options: str | Path) -> list[str]:
    result = run("check", old, "--format", "json", "--fail-on", "never", *options)
    assert result.exit_code == 0, result.stderr
    return [finding["code"] for finding in json.loads(result.stdout)]


def decide(fix: Path, code: str, decision: str, value: str = "") -> None:
    """What an officer does in Notepad."""
    blocks = fix.read_bytes().decode().split("[[correction]]")
    for index, block in enumerate(blocks):
        if f'code = "{code}"' in block:
            decided = block.replace('decision = "open"', f'decision = "{decision}"')
            blocks[index] = decided.replace('value = ""', f'value = "{value}"')
    fix.write_bytes("[[correction]]".join(blocks).encode())


@pytest.mark.parametrize(
    ("ending", "start"),
    [(".html", "<!doctype html>"), (".sarif", "{"), (".csv", "\ufeff"), (".json", "["), (".txt", "แผน")],
)
def test_the_ending_of_the_output_says_its_form(run: Run, old: Path, ending: str, start: str) -> None:
    target = old.with_name(f"findings{ending}")
    result = run("check", old, "-o", target)
    assert (result.exit_code, result.stdout) == (1, "")
    assert str(target) in result.stderr
    content = target.read_text("utf-8")
    assert content.startswith(start)
    assert "VAL001" in content


def test_a_form_may_be_asked_for(run: Run, old: Path) -> None:
    assert json.loads(run("check", old, "--format", "sarif").stdout)["version"] == "2.1.0"
    assert run("check", old, "--format", "csv").stdout.startswith("\ufeff")
    assert run("check", old, "-o", old.with_name("findings.xlsx")).exit_code == 2
    assert run("check", old, "-o", old).exit_code == 2


def test_codes_may_be_ignored(run: Run, old: Path) -> None:
    assert "VAL001" in codes(run, old)
    left = codes(run, old, "--ignore", "val001", "--ignore", "declared-total-differs")
    assert {"VAL001", "PLN004"}.isdisjoint(left)
    for asked, near in (
        ("VAL01", "VAL001"),
        ("amount-unreadible", "amount-unreadable"),
        ("DOC001", "DOC001"),
    ):
        refused = run("check", old, "--ignore", asked)
        assert refused.exit_code == 2
        assert near in refused.stderr


def test_an_office_has_its_own_severities(run: Run, old: Path) -> None:
    settings = old.with_name("phaen.toml")
    settings.write_text('[severity]\nVAL001 = "note"\nPLN004 = "ignore"\n', "utf-8")
    assert run("check", old).exit_code == 0
    assert "PLN004" not in codes(run, old)
    other = old.with_name("strict.toml")
    other.write_text('[severity]\n"declared-total-differs" = "error"\n', "utf-8")
    assert run("check", old, "--settings", other).exit_code == 1
    settings.write_text('[severity]\nVAL0001 = "note"\n', "utf-8")
    refused = run("extract", old)
    assert refused.exit_code == 2
    assert "VAL001" in refused.stderr


def test_corrections_from_the_first_look_to_the_fresh_plan(run: Run, old: Path) -> None:
    fix = old.with_name("fix.toml")
    result = run("check", old, "--write-corrections", fix)
    assert str(fix) in result.stderr
    assert {"VAL001", "PLN004"} <= {
        entry["code"] for entry in tomllib.loads(fix.read_text("utf-8"))["correction"]
    }
    decide(fix, "VAL001", "value", "๒๔๕,๐๐๐")

    assert {"VAL001", "PLN004"}.isdisjoint(codes(run, old, "--corrections", fix))
    extracted = run("extract", old, "--corrections", fix)
    assert [p.budget for p in Plan.model_validate_json(extracted.stdout).projects] == [
        "245000.00",
        "80000.00",
    ]
    assert "1" in extracted.stderr.splitlines()[0]
    fresh = old.with_name("fresh.docx")
    assert run("convert", old, "-o", fresh, "--corrections", fix).exit_code == 0
    printed = [
        cell.text for table in docx.Document(str(fresh)).tables for row in table.rows for cell in row.cells
    ]
    assert "๒๔๕,๐๐๐" in printed
    assert "VAL001" not in codes(run, fresh)


def test_rows_put_in_before_leave_decisions_in_force(run: Run, old: Path) -> None:
    fix = old.with_name("fix.toml")
    run("check", old, "--write-corrections", fix)
    decide(fix, "VAL001", "value", "245,000")
    more = ("1", "จัดซื้อถังขยะ", "ขนาด 240 ลิตร", "5,000", "หมู่ที่ 9", "กองช่าง")
    edited = written(old.parent, more, ("2", *ROWS[0][1:]), ("3", *ROWS[1][1:]), name="edited.docx")
    found = codes(run, edited, "--corrections", fix)
    assert {"VAL001", "COR001"}.isdisjoint(found)


def test_a_correction_of_what_has_changed_is_told(run: Run, old: Path) -> None:
    fix = old.with_name("fix.toml")
    run("check", old, "--write-corrections", fix)
    decide(fix, "VAL001", "value", "245,000")
    decide(fix, "PLN004", "right")
    mended = written(old.parent, (*ROWS[0][:3], "260,000", *ROWS[0][4:]), ROWS[1], name="mended.docx")
    assert {"COR001", "COR002"} <= set(codes(run, mended, "--corrections", fix))


def test_writing_again_keeps_what_was_decided(run: Run, old: Path) -> None:
    fix = old.with_name("fix.toml")
    run("check", old, "--write-corrections", fix)
    decide(fix, "PLN004", "right")
    text = fix.read_bytes().decode().replace('code = "PLN004"', 'code = "PLN004"\r\n# ถามกองคลังแล้ว')
    fix.write_bytes(text.encode())
    result = run("check", old, "--write-corrections", fix, "--corrections", fix)
    again = fix.read_bytes().decode()
    assert "# ถามกองคลังแล้ว" in again
    assert again.count("[[correction]]") == text.count("[[correction]]")
    assert {e["code"]: e["decision"] for e in tomllib.loads(again)["correction"]}["PLN004"] == "right"
    assert "PLN004" not in result.stdout

    decide(fix, "VAL001", "value", "245,000")
    mended = written(old.parent, (*ROWS[0][:3], "260,000", *ROWS[0][4:]), ROWS[1], name="mended.docx")
    assert run("check", mended, "--write-corrections", fix).exit_code == 0
    kept = {e["code"]: e["decision"] for e in tomllib.loads(fix.read_text("utf-8"))["correction"]}
    assert (kept["VAL001"], kept["PLN004"]) == ("value", "right")


def test_an_entry_whose_field_has_changed_is_open_again(run: Run, old: Path) -> None:
    fix = old.with_name("fix.toml")
    run("check", old, "--write-corrections", fix)
    decide(fix, "VAL001", "value", "245,000")
    text = fix.read_text("utf-8").replace(
        'present = ""\ndecision = "value"', 'present = "7"\ndecision = "value"'
    )
    fix.write_text(text, "utf-8")
    assert "COR001" in codes(run, old, "--corrections", fix)
    run("check", old, "--write-corrections", fix)
    assert {e["code"]: e["decision"] for e in tomllib.loads(fix.read_text("utf-8"))["correction"]}[
        "VAL001"
    ] == "open"


def test_wrong_corrections_are_refused_with_their_line(run: Run, old: Path) -> None:
    fix = old.with_name("fix.toml")
    run("check", old, "--write-corrections", fix)
    whole = fix.read_bytes()
    decide(fix, "VAL001", "value", "แพงมาก")
    refused = run("check", old, "--corrections", fix)
    assert refused.exit_code == 2
    line = 1 + fix.read_text("utf-8").splitlines().index("[[correction]]")
    assert f"COR012: ไฟล์การแก้ไข fix.toml รายการที่บรรทัด {line} " in refused.stderr
    fix.write_bytes(whole.replace(b'"open"', b'"opened"'))
    before = fix.read_bytes()
    assert "COR011" in run("check", old, "--write-corrections", fix).stderr
    assert fix.read_bytes() == before
    assert run("check", old, "--write-corrections", old.with_name("fix.txt")).exit_code == 2
    assert (
        run(
            "convert", old, "-o", old.with_name("f.docx"), "--corrections", old.with_name("none.toml")
        ).exit_code
        == 3
    )


def test_a_plan_file_is_checked_and_corrected_too(run: Run, old: Path) -> None:
    plan, fix = old.with_name("plan.json"), old.with_name("fix.toml")
    run("extract", old, "-o", plan)
    run("check", plan, "--write-corrections", fix)
    decide(fix, "PLN005", "value", "245,000")
    assert {"PLN005", "PLN004"}.isdisjoint(codes(run, plan, "--corrections", fix))
