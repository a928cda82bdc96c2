"""An office's look and profile, from files to a book and back."""

import datetime
import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from pypdfium2 import raw

from bench.office_look import HEADER_TEXT, emblem, office_docx
from outputs.docx import BookStyle
from parsers.thai.calendar_dates import read_date
from pipeline.convert import convert_file
from pipeline.extract import extract_file
from pipeline.look import AskedLook, look_of
from pipeline.office import of_office
from pipeline.plan_file import load_plan
from pipeline.profile_file import read_profile
from schemas.failures import PhaenFailure
from schemas.plan import Plan
from schemas.profile import OfficeName, Profile, Wording

Run = Callable[..., Any]
SAMPLES = Path(__file__).parents[2] / "samples"


def truth(name: str) -> Plan:
    file = SAMPLES / f"{name}.truth.json"
    return load_plan(file.name, file.read_bytes())


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with an office's files: template, emblem, and a profile that names them."""
    folder = tmp_path / "สำนักงาน"
    folder.mkdir()
    (folder / "แบบ.docx").write_bytes(office_docx())
    (folder / "ตรา.png").write_bytes(emblem())
    profile = (
        '[announcement]\nsignatory = "นายตัวอย่าง สมมุติ"\ndate = "๓๐ ก.ย. ๒๕๖๕"\n'
        '[look]\nlogo = "ตรา.png"\ntemplate = "แบบ.docx"\nnumerals = "arabic"\n'
        '[wording]\nordinance = "ข้อบัญญัติงบประมาณ"\n'
    )
    (folder / "profile.toml").write_text(profile, "utf-8")
    return folder


@pytest.mark.parametrize("numerals", ["thai", "thai-text", "arabic"])
@pytest.mark.parametrize(
    "name", ["operation-mixed", "operation-inband", "development-four-year", "development-five-year"]
)
def test_a_book_in_the_office_s_look_is_the_same_plan(
    name: str, numerals: str, office: Path, tmp_path: Path
) -> None:
    look = look_of(AskedLook(profile=office / "profile.toml", numerals=numerals))
    fresh = tmp_path / "fresh.docx"
    convert_file(SAMPLES / f"{name}.truth.json", fresh, look.style, os.environ)
    unsaid = {"source": True, "declared_totals": True, "projects": {"__all__": {"source", "confidence"}}}
    assert extract_file(fresh).plan.model_dump(exclude=unsaid) == truth(name).model_dump(exclude=unsaid)


def test_the_profile_s_files_lie_beside_it_and_options_win_over_it(office: Path) -> None:
    profile = office / "profile.toml"
    style = look_of(AskedLook(profile=profile)).style
    assert style.logo == emblem()
    assert style.template is not None
    assert style.font == style.template.font == "TH Sarabun New"
    assert (style.numerals, style.signatory) == ("arabic", "นายตัวอย่าง สมมุติ")
    assert style.announced == datetime.date(2022, 9, 30)
    asked = AskedLook(
        profile=profile, numerals="thai", announced="2023-01-02", font="TH SarabunPSK", signatory="นางสมมุติ"
    )
    won = look_of(asked).style
    assert (won.numerals, won.signatory, won.font) == ("thai", "นางสมมุติ", "TH SarabunPSK")
    assert won.announced == datetime.date(2023, 1, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 กันยายน 2566", "2023-09-30"),
        ("ณ วันที่ ๓๐ เดือน กันยายน พ.ศ. ๒๕๖๖", "2023-09-30"),
        ("1 ต.ค. 66", "2023-10-01"),
        ("30/9/2566", "2023-09-30"),
        ("2023-09-30", "2023-09-30"),
        ("2566-09-30", "2023-09-30"),
        ("29 กุมภาพันธ์ 2567", "2024-02-29"),
        ("29 กุมภาพันธ์ 2566", None),
        ("31 กันยายน 2566", None),
        ("30 กันยา 2566 เวลา 9 น.", None),
        ("กันยายน 2566", None),
        ("พรุ่งนี้", None),
    ],
)
def test_days_as_officers_write_them(text: str, day: str | None) -> None:
    assert read_date(text) == (datetime.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("[look\nfont = 1", "SET007", "1"),
        ("[lok]\nfont = 'x'", "SET008", "look"),
        ("[look]\nfonts = 'x'", "SET008", "font"),
        ("[announcement]\nsigner = 'x'", "SET008", "signatory"),
        ("[look]\nfont = 7", "SET009", "[look] font"),
        ("[look]\nfont = ' '", "SET009", "[look] font"),
        ("[look]\nnumerals = 'roman'", "SET009", "arabic"),
        ("[wording]\nordinance = 'ข้อ บัญญัติ'", "SET009", "ช่องว่าง"),
        ("[units]\n'กองช่าง' = ''", "SET009", "[units] กองช่าง"),
        ("look = 1", "SET009", "[look]"),
        ("[announcement]\ndate = 'พรุ่งนี้'", "SET012", "พรุ่งนี้"),
        ("[look]\nlogo = 'profile.toml'", "SET011", "profile.toml"),
        ("[look]\nlogo = 'ไม่มี.png'", "DOC001", "ไม่มี.png"),
        ("[look]\ntemplate = 'profile.toml'", "DOC", "profile.toml"),
        ("[look]\ntemplate = 'ตรา.png'", "DOC", "ตรา.png"),
    ],
)
def test_what_does_not_fit_is_refused(text: str, code: str, told: str, office: Path) -> None:
    (office / "profile.toml").write_text(text, "utf-8")
    with pytest.raises(PhaenFailure, match=code) as refused:
        look_of(AskedLook(profile=office / "profile.toml"))
    assert told in refused.value.message("th")


def test_a_document_of_another_kind_is_no_template(office: Path) -> None:
    (office / "old.rtf").write_bytes(rb"{\rtf1 plan}")
    with pytest.raises(PhaenFailure, match="SET010"):
        look_of(AskedLook(template=office / "old.rtf"))


def test_a_template_with_macros_is_refused(office: Path) -> None:
    hostile = office_docx(parts={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    (office / "แบบ.docx").write_bytes(hostile)
    with pytest.raises(PhaenFailure, match="DOC014"):
        look_of(AskedLook(template=office / "แบบ.docx"))


def test_what_is_left_out_of_a_header_is_told(office: Path) -> None:
    header = '<w:p><w:hyperlink r:id="rId2"><w:r><w:t>เว็บ</w:t></w:r></w:hyperlink></w:p>'
    linked = office_docx(header=header, relations={"rId2": "hyperlink http://example.org/ External"})
    (office / "แบบ.docx").write_bytes(linked)
    (finding,) = look_of(AskedLook(template=office / "แบบ.docx")).findings
    assert finding.code == "OUT007"
    assert "ลิงก์" in finding.message("th")
    assert "links" in finding.message("en")


def test_names_and_words_of_the_profile_stand_in_the_plan() -> None:
    plan = truth("development-five-year")
    profile = Profile(
        organization=OfficeName(name="พนา สมมุติ"),
        wording=Wording(tactic="แนวทาง"),
        units={"สำนักปลัด": "สำนักปลัด อบต."},
    )
    named, findings = of_office(plan, profile)
    assert findings == ()
    assert named.organization == plan.organization.model_copy(update={"name": "พนา สมมุติ"})
    labels = {group.label for project in plan.projects for group in project.groups}
    assert "กลยุทธ์" in labels
    assert {group.label for project in named.projects for group in project.groups} == labels - {"กลยุทธ์"} | {
        "แนวทาง"
    }
    before = [project.responsible_unit or "" for project in plan.projects]
    after = [project.responsible_unit or "" for project in named.projects]
    assert after == [text.replace("สำนักปลัด", "สำนักปลัด อบต.") for text in before]
    assert after != before


def test_another_office_s_profile_is_told() -> None:
    profile = Profile(organization=OfficeName(type="เทศบาลเมือง", name="อื่น"))
    named, (finding,) = of_office(truth("operation-mixed"), profile)
    assert finding.code == "OUT008"
    assert named.organization.name == "อื่น"
    assert "เทศบาลเมืองอื่น" in finding.message("th")


def test_a_profile_made_from_a_plan_is_good_and_knows_its_office(
    run: Run, plan_file: Path, tmp_path: Path
) -> None:
    made = tmp_path / "profile.toml"
    assert run("profile", "init", plan_file, "-o", made).exit_code == 0
    profile = read_profile(made)
    assert profile.organization == OfficeName(
        type="องค์การบริหารส่วนตำบล", name="ธารทิพย์", district="ศรีสมมุติ", province="ตัวอย่าง"
    )
    whole = "\n".join(
        line.removeprefix("# ") if " = " in line else line for line in made.read_text("utf-8").split("\n")
    )
    made.write_text(whole, "utf-8")
    filled = read_profile(made)
    assert filled.units == {"กองช่าง": "กองช่าง"}
    assert filled.announcement.position == "นายกองค์การบริหารส่วนตำบลธารทิพย์"
    assert run("profile", "init", plan_file, "-o", made).exit_code == 2
    assert made.read_text("utf-8") == whole


def test_profile_commands(run: Run, office: Path, tmp_path: Path) -> None:
    checked = run("profile", "check", office / "profile.toml")
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert "โปรไฟล์ใช้ได้" in checked.stderr
    bare = tmp_path / "bare.toml"
    assert run("profile", "init", "-o", bare).exit_code == 0
    assert read_profile(bare) == Profile()
    for wrong in (("init",), ("check",), ("check", bare, "-o", bare), ("make", bare)):
        assert run("profile", *wrong).exit_code == 2


def test_render_in_the_office_s_look(run: Run, office: Path, plan_file: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.docx"
    told = run(
        "render", plan_file, "-o", fresh, "--profile", office / "profile.toml", "--date", "1 ต.ค. 2565"
    )
    assert told.exit_code == 0, told.stderr
    book = docx.Document(str(fresh))
    text = "\n".join(paragraph.text for paragraph in book.paragraphs)
    assert "ประกาศ ณ วันที่ 1 เดือน ตุลาคม พ.ศ. 2565" in text
    assert "(นายตัวอย่าง สมมุติ)" in text
    assert HEADER_TEXT in book.sections[1].header.paragraphs[0].text
    with zipfile.ZipFile(io.BytesIO(fresh.read_bytes())) as archive:
        assert archive.read("word/media/logo.png") == emblem()


def test_several_plans_into_a_folder(run: Run, plan_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "แผนอื่น.json"
    content = json.loads(plan_file.read_text("utf-8"))
    content["organization"]["name"] = "สองฝั่งธาร"
    other.write_text(json.dumps(content), "utf-8")
    folder = tmp_path / "เล่ม"
    told = run("render", plan_file, other, "-o", folder, "--to", "docx", "--to", "csv")
    assert told.exit_code == 0, told.stderr
    assert sorted(path.name for path in folder.iterdir()) == [
        "plan.csv",
        "plan.docx",
        "แผนอื่น.csv",
        "แผนอื่น.docx",
    ]
    assert extract_file(folder / "แผนอื่น.docx").plan.organization.name == "สองฝั่งธาร"
    assert run("render", plan_file, other, "-o", tmp_path / "one.docx").exit_code == 2
    assert run("render", plan_file, plan_file, "-o", folder).exit_code == 2
    assert run("render", plan_file, "-o", tmp_path, "--to", "json").exit_code == 2
    assert run("render", plan_file, other, "-o", tmp_path / "no" / "folder").exit_code == 5
    assert not (tmp_path / "one.docx").exists()


def test_a_style_can_be_sent_to_another_process_as_json(office: Path) -> None:
    style = look_of(AskedLook(profile=office / "profile.toml")).style
    assert BookStyle.model_validate_json(style.model_dump_json()) == style


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_pdfs_of_several_plans_have_bookmarks_titles_and_their_fonts(
    run: Run, office: Path, tmp_path: Path
) -> None:
    names = ("operation-arrows", "development-three-year")
    sources = [SAMPLES / f"{name}.truth.json" for name in names]
    folder = tmp_path / "เล่ม"
    told = run("render", *sources, "-o", folder, "--to", "pdf", "--template", office / "แบบ.docx")
    assert told.exit_code == 0, told.stderr
    for name, word in zip(names, ("แผนการดำเนินงาน", "แผนพัฒนาสามปี"), strict=True):
        document = pypdfium2.PdfDocument(folder / f"{name}.truth.pdf")
        assert document.get_metadata_dict()["Title"].startswith(word)
        outline = [(bookmark.level, bookmark.get_title()) for bookmark in document.get_toc()]
        assert (0, "ส่วนที่ ๑ บทนำ") in outline
        assert any(level == 2 and title.startswith("ยุทธศาสตร์") for level, title in outline)
        assert all(bookmark.get_dest().get_index() < len(document) for bookmark in document.get_toc())
        texts = [each for each in document[3].get_objects() if each.type == raw.FPDF_PAGEOBJ_TEXT]
        assert texts
        assert all(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(each)) == 1 for each in texts)
        document.close()
