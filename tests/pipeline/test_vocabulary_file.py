"""An office's own words: what a file of them changes, and what is said of a file that does not fit."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import Result

from parsers.tables.headings import read_heading
from parsers.thai import read_equipment_type, read_program, split_units
from pipeline.vocabulary import own_wording, read_vocabulary
from schemas.failures import InputFailure, PhaenFailure, UsageFailure
from schemas.plan import Plan

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]

WORDS = """
[columns]
responsible_unit = ["เจ้าของเรื่อง"]
[programs]
"แผนงานอุตสาหกรรมและการโยธา" = ["ถนนหนทาง"]
[units]
"กองช่าง" = ["ช.อบต."]
[months]
"พฤศจิกายน" = ["พฤศจิ"]
[headings]
"ด้าน" = "strategy"
"""
OTHER_WORDS = """
[columns]
location = ["เจ้าของเรื่อง"]
[programs]
"แผนงานเคหะและชุมชน" = ["ถนนหนทาง"]
"""
LINES = (
    "แบบ ผด.02",
    "บัญชีจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ",
    "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566",
    "องค์การบริหารส่วนตำบลธารทิพย์",
    "ด้านที่ 1 โครงสร้างพื้นฐาน",
    "1.1 แผนงานถนนหนทาง",
)
ROWS = (
    ("ที่", "โครงการ", "รายละเอียดของกิจกรรม", "งบประมาณ (บาท)", "เจ้าของเรื่อง", "ต.ค.", "พฤศจิ", "ธ.ค."),
    ("1", "ปรับปรุงถนนสายบ้านเหนือ", "ลงลูกรัง", "245,000", "สำนักปลัด\nช.อบต.", "/", "/", ""),
    ("2", "ขุดลอกคลองสายใต้", "ยาว 90 เมตร", "80,000", "ช.อบต.", "", "/", "/"),
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A plan in an office's own words: a header, a month, a unit, a แผนงาน and a heading of theirs."""
    word = docx.Document()
    for text in LINES:
        word.add_paragraph(text)
    table = word.add_table(rows=len(ROWS), cols=len(ROWS[0]))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    path = tmp_path / "old.docx"
    word.save(str(path))
    return path


def written(folder: Path, text: str) -> Path:
    """A file of words."""
    path = folder / "words.toml"
    path.write_text(text, "utf-8")
    return path


def extracted(run: Run, old: Path, *options: str | Path) -> Plan:
    result = run("extract", old, *options)
    assert result.exit_code == 0, result.stderr
    return Plan.model_validate_json(result.stdout)


def test_a_plan_in_own_words_is_right_with_them_only(run: Run, old: Path, tmp_path: Path) -> None:
    without = extracted(run, old).projects[0]
    assert (without.program, without.responsible_unit, without.months) == ("แผนงานถนนหนทาง", None, (10,))
    assert without.strategy is None

    first = extracted(run, old, "--vocabulary", written(tmp_path, WORDS)).projects[0]
    assert first.program == "แผนงานอุตสาหกรรมและการโยธา"
    assert first.strategy is not None
    assert (first.strategy.number, first.strategy.name) == ("1", "โครงสร้างพื้นฐาน")
    assert first.responsible_unit == "สำนักปลัด, ช.อบต."
    assert [unit.unit for unit in first.responsible_units] == ["สำนักปลัด", "กองช่าง"]
    assert first.months == (10, 11)


def test_runs_in_one_process_do_not_mix_their_words(run: Run, old: Path, tmp_path: Path) -> None:
    plain = extracted(run, old)
    extracted(run, old, "--vocabulary", written(tmp_path, WORDS))
    other = extracted(run, old, "--vocabulary", written(tmp_path, OTHER_WORDS)).projects[0]
    assert (other.program, other.location) == ("แผนงานเคหะและชุมชน", "สำนักปลัดช.อบต.")
    assert (other.responsible_unit, other.strategy, other.months) == (None, None, (10,))
    assert extracted(run, old) == plain


def test_check_and_convert_take_words_too(run: Run, old: Path, tmp_path: Path) -> None:
    words = written(tmp_path, WORDS)
    codes = [
        [finding["code"] for finding in json.loads(run("check", old, "--format", "json", *options).stdout)]
        for options in ((), ("--vocabulary", words))
    ]
    assert "TBL002" in codes[0]
    assert "TBL002" not in codes[1]
    fresh = tmp_path / "fresh.docx"
    assert run("convert", old, "-o", fresh, "--vocabulary", words).exit_code == 0
    printed = [paragraph.text for paragraph in docx.Document(str(fresh)).paragraphs]
    assert any(text.startswith("ด้านที่ ๑ โครงสร้างพื้นฐาน") for text in printed)


def test_a_heading_may_be_like_a_known_label(tmp_path: Path) -> None:
    with own_wording(written(tmp_path, '[headings]\n"หมวดงาน" = "แผนงาน"\n"มิติ" = "ยุทธศาสตร์จังหวัด"')):
        program, letter = read_heading("1.2 หมวดงานการเกษตร"), read_heading("ง. มิติสังคม")
    assert program is not None
    assert (program.kind, program.group.label, program.group.name) == ("program", "หมวดงาน", "การเกษตร")
    assert letter is not None
    assert (letter.kind, letter.group.number) == ("other", "ง")
    assert read_heading("1.2 หมวดงานการเกษตร") is None


def test_names_that_the_package_lacks_become_known(tmp_path: Path) -> None:
    text = """
    [units]
    "กองดิจิทัล" = ["ฝ่ายคอมพิวเตอร์กลาง"]
    [equipment_types]
    "ครุภัณฑ์สนาม" = ["สนามเด็กเล่น"]
    [programs]
    "งบพิเศษ" = ["ผง.งบเฉพาะ"]
    """
    with own_wording(written(tmp_path, text)):
        assert read_equipment_type("ประเภทครุภัณฑ์สนามเด็กเล่น") == ("ครุภัณฑ์สนาม", True)
        assert read_program("2. ผง.งบเฉพาะ") == ("แผนงานงบพิเศษ", True)
        assert [unit.unit for unit in split_units("กองคลัง\nกองดิจิทัล")] == ["กองคลัง", "กองดิจิทัล"]
    assert not read_program("2. ผง.งบเฉพาะ")[1]


def test_words_are_mended_as_the_plan_is(tmp_path: Path) -> None:
    """Notepad's mark at the file's start, แ typed as two เ, and Thai digits do no harm."""
    path = tmp_path / "words.toml"
    path.write_bytes(b"\xef\xbb\xbf" + '[programs]\n"การศึกษา" = ["เเผนงานเรียนดี ๒"]'.encode())
    with own_wording(path):
        assert read_program("แผนงานเรียนดี 2") == ("แผนงานการศึกษา", True)


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("[columns]\nชื่อ = []", "SET001", "line 2"),
        ('[columns]\nname = ["งาน', "SET001", "at its end"),
        ("[colums]\nname = []", "SET002", "[colums]"),
        ('[columns]\nnam = ["งาน"]', "SET002", "[columns] nam"),
        ('[months]\n"มกรา" = ["ม.ค"]', "SET002", "[months] มกรา"),
        ('[headings]\n"ด้าน" = "strategic"', "SET002", '[headings] ด้าน = "strategic"'),
        ('[headings]\n"ด้าน" = "other"', "SET002", '[headings] ด้าน = "other"'),
        ('[titles]\nwoords = ["สมุด"]', "SET002", "[titles] woords"),
        ("columns = 3", "SET003", "columns"),
        ('[columns]\nname = "งาน"', "SET003", "[columns] name"),
        ('[units]\n"กองช่าง" = [3]', "SET003", "[units] กองช่าง"),
        ('[units]\n"กองช่าง" = [" "]', "SET003", "[units] กองช่าง"),
        ('[headings]\n"ด้าน" = ["strategy"]', "SET003", "[headings] ด้าน"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_the_place(
    tmp_path: Path, text: str, code: str, told: str
) -> None:
    with pytest.raises(UsageFailure) as refused:
        read_vocabulary(written(tmp_path, text))
    assert refused.value.code == code
    assert told in refused.value.message("en")


@pytest.mark.parametrize("page", ["vocabulary.md", "vocabulary.th.md"])
def test_the_example_of_the_pages_is_taken(tmp_path: Path, page: str) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / page).read_text("utf-8"), re.DOTALL)
    added = read_vocabulary(written(tmp_path, example))
    assert {entry["name"] for entry in added["units"]["unit"]} == {"กองช่าง", "กองดิจิทัล"}
    assert len(added) == len(re.findall(r"^\[", example, re.MULTILINE))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_bytes('[columns]\nname = ["งาน"]'.encode("cp874"))
    with pytest.raises(PhaenFailure) as refused:
        read_vocabulary(path)
    assert refused.value.code == "SET001"
    with pytest.raises(InputFailure):
        read_vocabulary(tmp_path / "absent.toml")


def test_the_command_line_refuses_before_it_reads(run: Run, tmp_path: Path) -> None:
    words = written(tmp_path, '[columns]\nnam = ["งาน"]')
    result = run("convert", tmp_path / "absent.docx", "-o", tmp_path / "fresh.docx", "--vocabulary", words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "SET002" in result.stderr
    assert not (tmp_path / "fresh.docx").exists()
