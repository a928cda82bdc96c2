"""A fresh book's own texts are known by their wording, whoever's book it is."""

import pytest

from parsers.records.own_book import is_own_book, own_lines, squeeze
from schemas.book_texts import BookSection, book_section, book_sections, organization_words
from schemas.plan import Organization, PlanKind

NAMES = {
    "lao": "เทศบาลตำบลตัวอย่าง",
    "plan": "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    "date": "๓๐ เดือน กันยายน พ.ศ. ๒๕๖๕",
    "signatory": "นางสาวสมมุติ นามแฝง",
    "position": "นายกเทศมนตรีตำบลตัวอย่าง",
    "executive": "นายกเทศมนตรี",
    "ordinance": "เทศบัญญัติงบประมาณรายจ่าย",
    "number": "๑.๒",
    "part": "ส่วนที่ ๒",
    "file": "แผน 2566.docx",
}
ALONE = [section for section in book_sections() if section.key not in ("part_one", "summary_note")]


def printed(section: BookSection) -> list[str]:
    return [each.text.format_map(NAMES) for each in section.paragraphs]


@pytest.mark.parametrize("section", ALONE, ids=lambda section: f"{section.key}-{section.kind}")
def test_a_section_between_a_plans_own_texts(section: BookSection) -> None:
    lines = printed(section)
    texts = ["ข้อความของแผน", *lines, "ข้อความของแผน"]
    assert own_lines(texts) == set(range(1, len(lines) + 1))


@pytest.mark.parametrize("section", ALONE, ids=lambda section: f"{section.key}-{section.kind}")
def test_a_section_in_lines_of_a_page(section: BookSection) -> None:
    """As a PDF without marks of paragraphs gives them: cut anywhere, spaces lost at the cuts."""
    lines = [
        text[start : start + 60].strip() for text in printed(section) for start in range(0, len(text), 60)
    ]
    lines = [line for line in lines if squeeze(line)]
    assert own_lines([*lines, "ข้อความของแผน"]) == set(range(len(lines)))


@pytest.mark.parametrize("key", ["foreword", "objectives", "benefits", "steps"])
def test_a_section_that_a_person_has_changed_is_theirs(key: str) -> None:
    lines = printed(book_section(key, "operation_plan"))
    lines[2] = lines[2].replace("การ", "งาน", 1) + " และอื่น ๆ"
    assert own_lines(lines) == set()


def test_dots_for_a_signature_are_no_line() -> None:
    lines = printed(book_section("announcement", "operation_plan"))
    unsigned = [line for line in lines if "นามแฝง" not in line]
    assert len(unsigned) == len(lines) - 1
    assert own_lines(unsigned) == set(range(len(unsigned)))


def test_the_first_parts_title_is_own_only_before_the_own_preamble() -> None:
    title, preamble = "ส่วนที่ ๑ บทนำ", printed(book_section("preamble", "operation_plan"))
    assert own_lines([title, *preamble]) == set(range(len(preamble) + 1))
    assert own_lines([title, "ความนำของแผน", *preamble]) == set(range(2, len(preamble) + 2))


def test_a_table_of_contents_ends_where_lines_lead_to_no_page() -> None:
    texts = ["สารบัญ", "เรื่อง\tหน้า", "คำนำ\tข", "ส่วนที่ ๑ บทนำ\t๑", "๑.๑ ความนำ........12", "ส่วนที่ ๑ บทนำ"]
    assert own_lines(texts) == {0, 1, 2, 3, 4}
    assert own_lines(["สารบัญ", "ส่วนที่ ๑ บทนำ\t๑"]) == set()
    assert own_lines(["สารบัญ", "เรื่อง", "หน้า", "ส่วนที่ ๑ บทนำ", "๑", "ส่วนที่ ๑", "บทนำ"]) == set()
    wrapped = ["สารบัญ", "เรื่อง", "หน้า", "ยุทธศาสตร์ที่ ๑ การพัฒนาโครงสร้าง", "พื้นฐาน........๑๒", "บทนำ", "ความนำ"]
    assert own_lines(wrapped) == {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("kind", "label", "title"),
    [
        ("operation_plan", "แบบ ผด.๐๑", "บัญชีสรุปจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ"),
        ("development_plan", "แบบ ผ.๐๑", "บัญชีสรุปโครงการพัฒนา"),
    ],
)
@pytest.mark.parametrize("names", [(), (NAMES["plan"],), (NAMES["plan"], NAMES["lao"])])
def test_the_page_of_the_summary(kind: PlanKind, label: str, title: str, names: tuple[str, ...]) -> None:
    note = printed(book_section("summary_note", kind))
    texts = [label, title, *names, *note, "ข้อความของแผน"]
    assert own_lines(texts) == set(range(len(texts) - 1))


def test_notes_are_too_long_to_be_taken_for_titles() -> None:
    """What stands before tables parts them from the lists before it (a title has 160 letters at most)."""
    for kind in ("operation_plan", "development_plan"):
        for key in ("summary_note", "tables"):
            assert len(book_section(key, kind).paragraphs[-1].text) > 160  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type_", "position", "ordinance"),
    [
        ("องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบลน้ำใส", "ข้อบัญญัติ"),
        ("องค์การบริหารส่วนจังหวัด", "นายกองค์การบริหารส่วนจังหวัดน้ำใส", "ข้อบัญญัติ"),
        ("เทศบาลเมือง", "นายกเทศมนตรีเมืองน้ำใส", "เทศบัญญัติ"),
        ("เทศบาลนคร", "นายกเทศมนตรีนครน้ำใส", "เทศบัญญัติ"),
        (None, "ผู้บริหารท้องถิ่น", "ข้อบัญญัติหรือเทศบัญญัติ"),
    ],
)
def test_words_of_each_type_of_organization(type_: str | None, position: str, ordinance: str) -> None:
    words = organization_words(Organization(type=type_, name="น้ำใส"))
    assert words["position"] == position
    assert words["ordinance"].startswith(ordinance)


@pytest.mark.parametrize("kind", ["operation_plan", "development_plan"])
def test_the_note_under_its_summary_tells_a_fresh_book(kind: PlanKind) -> None:
    (note,) = printed(book_section("summary_note", kind))
    cut = [note[start : start + 60].strip() for start in range(0, len(note), 60)]
    assert is_own_book(["สารบัญ", note, "ข้อความ"])
    assert is_own_book([*cut, "ข้อความ"])
    assert not is_own_book(["สารบัญ", "เรื่อง", "หน้า", note.replace("ร้อยละ", "สัดส่วน").replace("งาน", "เรื่อง")])
