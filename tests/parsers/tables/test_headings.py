import pytest

from parsers.tables.headings import govern, read_heading


@pytest.mark.parametrize(
    ("line", "label", "number", "name"),
    [
        ("ยุทธศาสตร์ที่ ๑ การพัฒนาด้านโครงสร้างพื้นฐาน", "ยุทธศาสตร์", "1", "การพัฒนาด้านโครงสร้างพื้นฐาน"),
        ("     1. ยุทธศาสตร์การพัฒนาด้านโครงสร้างพื้นฐาน", "ยุทธศาสตร์", "1", "การพัฒนาด้านโครงสร้างพื้นฐาน"),
        ("๑. ยุทธศาสตร์ การพัฒนาด้านสังคม", "ยุทธศาสตร์", "1", "การพัฒนาด้านสังคม"),
        ("ยุทธศาสตร์การพัฒนาที่ 3 ด้านการเกษตร", "ยุทธศาสตร์การพัฒนา", "3", "ด้านการเกษตร"),
        ("ยุทธศาสตร์การพัฒนาด้านการเกษตร", "ยุทธศาสตร์", None, "การพัฒนาด้านการเกษตร"),
        ("1.1 แนวทางการพัฒนา ก่อสร้างและบำรุงรักษาถนน", "แนวทางการพัฒนา", "1.1", "ก่อสร้างและบำรุงรักษาถนน"),
        ("แนวทางที่ 2 พัฒนาระบบแสงสว่าง", "แนวทาง", "2", "พัฒนาระบบแสงสว่าง"),
        ("แนวทางการพัฒนาระบบแสงสว่าง", "แนวทาง", None, "การพัฒนาระบบแสงสว่าง"),
        ("กลยุทธ์ที่ ๑.๒ ส่งเสริมอาชีพ", "กลยุทธ์", "1.2", "ส่งเสริมอาชีพ"),
        ("๑.๑ แผนงานการศึกษา", "แผนงาน", "1.1", "การศึกษา"),
        ("แผนงาน : เคหะและชุมชน", "แผนงาน", None, "เคหะและชุมชน"),
        ("ก. ยุทธศาสตร์ชาติ ๒๐ ปี ด้านความมั่นคง", "ยุทธศาสตร์ชาติ", "ก", "20 ปี ด้านความมั่นคง"),
        ("ง. ยุทธศาสตร์จังหวัดที่ 2 การท่องเที่ยว", "ยุทธศาสตร์จังหวัด", "ง", "ที่ 2 การท่องเที่ยว"),
        ("ประเด็นการพัฒนาที่ 1 เศรษฐกิจฐานราก", "ประเด็นการพัฒนา", "1", "เศรษฐกิจฐานราก"),
        ("ประเภทครุภัณฑ์สำนักงาน", "ประเภทครุภัณฑ์", None, "สำนักงาน"),
        ("ครุภัณฑ์สำนักงาน", "ประเภทครุภัณฑ์", None, "สำนักงาน"),
        ("๒. ครุภัณฑ์คอมพิวเตอร์หรืออิเล็กทรอนิกส์", "ประเภทครุภัณฑ์", "2", "คอมพิวเตอร์หรืออิเล็กทรอนิกส์"),
        ("ยุทธศาสตร์ที่ ๑ : ด้านโครงสร้างพื้นฐาน (ต่อ)", "ยุทธศาสตร์", "1", "ด้านโครงสร้างพื้นฐาน"),
        ("1.1 แผนงานการศึกษา ( ต่อ )", "แผนงาน", "1.1", "การศึกษา"),
        ("ยุทธศาสตร์ที่ 1 ยุทธศาสตร์การพัฒนาด้านสังคม", "ยุทธศาสตร์", "1", "การพัฒนาด้านสังคม"),
        ("- แผนงานสาธารณสุข", "แผนงาน", None, "สาธารณสุข"),
    ],
)
def test_heading_is_parted_into_label_number_and_name(
    line: str, label: str, number: str | None, name: str
) -> None:
    heading = read_heading(line)
    assert heading is not None
    assert (heading.group.label, heading.group.number, heading.group.name) == (label, number, name)


@pytest.mark.parametrize(
    "line",
    [
        "โครงการก่อสร้างถนน คสล.",
        "งานวันเด็กแห่งชาติ",
        "แผนงาน/โครงการ",
        "ยุทธศาสตร์และแนวทางการพัฒนาในช่วงสามปี",
        "ตามแผนยุทธศาสตร์การพัฒนา",
        "ครุภัณฑ์คอมพิวเตอร์ จำนวน 3 เครื่อง",
        "ครุภัณฑ์ที่ไม่ได้ดำเนินการตามโครงการพัฒนาท้องถิ่น",
        "",
        "แผนงาน",
    ],
)
def test_other_lines_are_no_headings(line: str) -> None:
    assert read_heading(line) is None


def _standing(*runs: tuple[str, ...]) -> list[str]:
    governing: tuple = ()
    for number, lines in enumerate(runs):
        for text in lines:
            heading = read_heading(text)
            assert heading is not None
            governing = govern(governing, heading, number)
    return [heading.group.name for heading in governing]


def test_new_program_keeps_its_strategy() -> None:
    assert _standing(("ยุทธศาสตร์ที่ 1 ก", "แผนงานการศึกษา"), ("แผนงานสาธารณสุข",)) == ["ก", "สาธารณสุข"]


def test_new_strategy_ends_the_headings_under_the_old_one() -> None:
    assert _standing(("ยุทธศาสตร์ที่ 1 ก", "กลยุทธ์ที่ 1 ข", "แผนงานการศึกษา"), ("ยุทธศาสตร์ที่ 2 ค",)) == ["ค"]


def test_order_of_one_run_is_kept_even_against_rank() -> None:
    runs = (("แผนงานงบกลาง",), ("ประเภทครุภัณฑ์สำนักงาน", "แผนงานการศึกษา"))
    assert _standing(*runs) == ["สำนักงาน", "การศึกษา"]


def test_lettered_lines_above_the_strategy_all_stand() -> None:
    lines = ("ก. ยุทธศาสตร์ชาติ ด้านสังคม", "ง. ยุทธศาสตร์จังหวัด ที่ 1", "ยุทธศาสตร์ที่ 1 ก", "แผนงานการศึกษา")
    assert _standing(lines) == ["ด้านสังคม", "ที่ 1", "ก", "การศึกษา"]


def test_line_of_others_strategies_is_known_however_its_abbreviation_is_spaced() -> None:
    heading = read_heading("จ. ยุทธศาสตร์การพัฒนาของ อปท. ในเขตจังหวัด ที่ 3 สังคม")
    assert heading is not None
    assert (heading.kind, heading.group.number) == ("other", "จ")


def test_continued_heading_ends_nothing_that_stands_under_it() -> None:
    runs = (("ยุทธศาสตร์ที่ 1 ก", "กลยุทธ์ที่ 1 ข", "แผนงานการศึกษา"), ("ยุทธศาสตร์ที่ 1 ก (ต่อ)",))
    assert _standing(*runs) == ["ก", "ข", "การศึกษา"]


def test_continued_heading_of_another_name_governs_as_a_new_one() -> None:
    assert _standing(("ยุทธศาสตร์ที่ 1 ก", "แผนงานการศึกษา"), ("ยุทธศาสตร์ที่ 2 ค (ต่อ)",)) == ["ค"]
