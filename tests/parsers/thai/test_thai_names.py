"""Organizations, programs, equipment types and units."""

import pytest

from parsers.thai import (
    find_organization,
    normalize_unit_text,
    read_address,
    read_equipment_type,
    read_organization,
    read_program,
    split_units,
)
from schemas.plan import Organization, ResponsibleUnit
from schemas.vocabulary import load

_SAO = "องค์การบริหารส่วนตำบล"


@pytest.mark.parametrize(
    ("text", "type_", "name", "district", "province"),
    [
        (f"{_SAO}ธารทิพย์ อำเภอศรีสมมุติ จังหวัดตัวอย่าง", _SAO, "ธารทิพย์", "ศรีสมมุติ", "ตัวอย่าง"),
        (f"{_SAO}ธารทิพย์อำเภอศรีสมมุติจังหวัดตัวอย่าง", _SAO, "ธารทิพย์", "ศรีสมมุติ", "ตัวอย่าง"),
        ("อบต.ธารทิพย์ อ.เมืองจ.ขอนแก่น", _SAO, "ธารทิพย์", "เมือง", "ขอนแก่น"),
        (f"ประกาศ{_SAO}ธารทิพย์ เรื่อง ประกาศใช้แผน", _SAO, "ธารทิพย์", None, None),
        (f"แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖6 {_SAO}ธารทิพย์ (แก้ไขครั้งที่ 1)", _SAO, "ธารทิพย์", None, None),
        (f"{_SAO}ในเมือง จังหวัดขอนแก่นประจำปี", _SAO, "ในเมือง", None, "ขอนแก่น"),
        ("องค์การบริหารส่วนจังหวัดขอนแก่น", "องค์การบริหารส่วนจังหวัด", "ขอนแก่น", None, None),
        ("เทศบาล ตำบล ธารทิพย์ประจำปี", "เทศบาลตำบล", "ธารทิพย์", None, None),
        ("ทม.ธารทิพย์", "เทศบาลเมือง", "ธารทิพย์", None, None),
        ("เทศบาลนครขอนแก่น", "เทศบาลนคร", "ขอนแก่น", None, None),
        ("เมืองพัทยา", "เมืองพัทยา", None, None, None),
    ],
)
def test_organizations_of_titles(
    text: str, type_: str, name: str | None, district: str | None, province: str | None
) -> None:
    assert read_organization(text) == Organization(
        type=type_, name=name, district=district, province=province
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        _SAO,
        f"{_SAO}และเทศบาล",
        f"{_SAO}ธารทิพย์ ได้จัดทำแผน",
        f"ตามที่{_SAO}ธารทิพย์ได้จัดทำแผน",
        "งบ อบต.",
        f"สำนักปลัด {_SAO}",
        "แผนพัฒนาท้องถิ่น",
    ],
)
def test_no_organization_in_a_title(text: str) -> None:
    assert read_organization(text) is None


def test_organizations_of_prose() -> None:
    found = find_organization(f"ตามที่{_SAO}ธารทิพย์ได้จัดทำแผนการดำเนินงานขึ้นโดยความเห็นชอบ")
    assert found == Organization(type=_SAO, name="ธารทิพย์")
    assert find_organization(f"{_SAO}ในเขตจังหวัด") is None


@pytest.mark.parametrize(
    ("text", "program"),
    [
        ("แผนงานการศึกษา", ("แผนงานการศึกษา", True)),
        ("๑.๑ แผนงาน การศึกษา", ("แผนงานการศึกษา", True)),
        ("การศาสนา วัฒนธรรม และนันทนาการ", ("แผนงานการศาสนาวัฒนธรรมและนันทนาการ", True)),
        ("ผง.อุตสาหกรรมและโยธา", ("แผนงานอุตสาหกรรมและการโยธา", True)),
        ("แผนงานเคหะและชุมชม", ("แผนงานเคหะและชุมชน", True)),
        ("แผนงานพลังงานชุมชน", ("แผนงานพลังงานชุมชน", False)),
        ("-", (None, False)),
        ("", (None, False)),
    ],
)
def test_programs(text: str, program: tuple[str | None, bool]) -> None:
    assert read_program(text) == program


def test_every_spelling_of_a_program_is_its_own() -> None:
    for entry in load("programs")["program"]:
        for spelling in (entry["name"], *entry["variants"]):
            assert read_program(f"แผนงาน{spelling}") == (f"แผนงาน{entry['name']}", True)


def test_equipment_types() -> None:
    assert read_equipment_type("สำนักงาน") == ("ครุภัณฑ์สำนักงาน", True)
    assert read_equipment_type("ประเภทครุภัณฑ์คอมพิวเตอร์") == ("ครุภัณฑ์คอมพิวเตอร์หรืออิเล็กทรอนิกส์", True)
    assert read_equipment_type("ยานอวกาศ") == ("ยานอวกาศ", False)


@pytest.mark.parametrize("printed", ["ประเภทครุภัณฑ์ครุภัณฑ์{}", "ประเภทครุภัณฑ์ ครุภัณฑ์{}", "ประเภทครุภัณฑ์{}"])
def test_the_word_of_equipment_counts_once(printed: str) -> None:
    assert read_equipment_type(printed.format("สำนักงาน")) == ("ครุภัณฑ์สำนักงาน", True)
    assert read_equipment_type(printed.format("ยานอวกาศ")) == ("ครุภัณฑ์ยานอวกาศ", False)


@pytest.mark.parametrize(
    ("text", "printed", "units"),
    [
        ("กองช่าง", "กองช่าง", [("กองช่าง", None)]),
        ("กองสธ.", "กองสธ.", [("กองสาธารณสุขและสิ่งแวดล้อม", None)]),
        ("สำนักปลัด\nงานป้องกัน", "สำนักปลัด งานป้องกัน", [("สำนักปลัด", "งานป้องกัน")]),
        ("กองช่าง ฝ่ายการโยธา", "กองช่าง ฝ่ายการโยธา", [("กองช่าง", "ฝ่ายการโยธา")]),
        ("สำนักงาน\nปลัด", "สำนักงานปลัด", [("สำนักงานปลัด", None)]),
        ("กองสาธารณสุขและ\nสิ่งแวดล้อม", "กองสาธารณสุขและสิ่งแวดล้อม", [("กองสาธารณสุขและสิ่งแวดล้อม", None)]),
        ("กองยุทธศาสตร์\nและงบประมาณ", "กองยุทธศาสตร์และงบประมาณ", [("กองยุทธศาสตร์และงบประมาณ", None)]),
        ("กองช่าง/กองคลัง", "กองช่าง, กองคลัง", [("กองช่าง", None), ("กองคลัง", None)]),
        ("กองช่าง\nและกองคลัง", "กองช่าง, กองคลัง", [("กองช่าง", None), ("กองคลัง", None)]),
        ("สำนักปลัดและกองช่าง", "สำนักปลัด, กองช่าง", [("สำนักปลัด", None), ("กองช่าง", None)]),
        ("สำนักปลัด\nอบต.", "สำนักปลัด อบต.", [("สำนักปลัด อบต.", None)]),
        ("กองช่าง\n(เงินอุดหนุน)", "กองช่าง", [("กองช่าง", None)]),
        ("กองช่าง\nสนป.", "กองช่าง, สนป.", [("กองช่าง", None), ("สำนักปลัด", None)]),
        ("กองช่าง (ฝ่ายการโยธา)", "กองช่าง ฝ่ายการโยธา", [("กองช่าง", "ฝ่ายการโยธา")]),
        ("สำนักปลัดเทศบาล\n(งานป้องกันฯ)", "สำนักปลัดเทศบาล งานป้องกันฯ", [("สำนักปลัดเทศบาล", "งานป้องกันฯ")]),
        ("กองการศึกษา\n(ศพด.บ้านใหม่)", "กองการศึกษา (ศพด.บ้านใหม่)", [("กองการศึกษา (ศพด.บ้านใหม่)", None)]),
        ("ส่วนโยธา\nงานกิจ\nการประปา", "ส่วนโยธา งานกิจการประปา", [("ส่วนโยธา", "งานกิจการประปา")]),
        ("กองการศึกษา\nงานกิจการ\nโรงเรียน", "กองการศึกษา งานกิจการโรงเรียน", [("กองการศึกษา", "งานกิจการโรงเรียน")]),
        (
            "กองคลัง\nงานพัสดุ\nโรงเรียน\nบ้านดง",
            "กองคลัง งานพัสดุ, โรงเรียนบ้านดง",
            [("กองคลัง", "งานพัสดุ"), ("โรงเรียนบ้านดง", None)],
        ),
        ("สำนักปลัดเทศบาล\nฝ่ายอำนวยการ", "สำนักปลัดเทศบาล ฝ่ายอำนวยการ", [("สำนักปลัดเทศบาล", "ฝ่ายอำนวยการ")]),
        ("สำนักช่าง\nส่วนควบคุมอาคาร", "สำนักช่าง ส่วนควบคุมอาคาร", [("สำนักช่าง", "ส่วนควบคุมอาคาร")]),
        ("สำนักปลัด\nส่วนโยธา", "สำนักปลัด, ส่วนโยธา", [("สำนักปลัด", None), ("ส่วนโยธา", None)]),
        ("องค์การบริหาร\nส่วนตำบลธารทิพย์", "องค์การบริหารส่วนตำบลธารทิพย์", [("องค์การบริหารส่วนตำบลธารทิพย์", None)]),
        ("การไฟฟ้า\nส่วนภูมิภาคอำเภอสมมุติ", "การไฟฟ้าส่วนภูมิภาคอำเภอสมมุติ", [("การไฟฟ้าส่วนภูมิภาคอำเภอสมมุติ", None)]),
        (
            "การไฟฟ้า\nส่วน\nภูมิภาค\nอำเภอสมมุติ",
            "การไฟฟ้าส่วนภูมิภาคอำเภอสมมุติ",
            [("การไฟฟ้าส่วนภูมิภาคอำเภอสมมุติ", None)],
        ),
        ("กองการศึกษา ศาสนาและวัฒนธรรม", "กองการศึกษา ศาสนาและวัฒนธรรม", [("กองการศึกษา ศาสนาและวัฒนธรรม", None)]),
        ("กองการศึกษา \nศาสนา\nสามัคคี", "กองการศึกษา ศาสนาสามัคคี", [("กองการศึกษา ศาสนาสามัคคี", None)]),
        ("-", "", []),
        ("", "", []),
    ],
)
def test_units(text: str, printed: str, units: list[tuple[str, str | None]]) -> None:
    expected = tuple(ResponsibleUnit(unit=unit, sub_unit=sub_unit) for unit, sub_unit in units)
    assert normalize_unit_text(text) == printed
    assert split_units(printed) == expected
    assert printed == normalize_unit_text(printed)
    assert split_units(text) == expected


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("อำเภอพนมไพร จังหวัดร้อยเอ็ด", ("พนมไพร", "ร้อยเอ็ด")),
        ("อ.ชนแดน จ.เพชรบูรณ์", ("ชนแดน", "เพชรบูรณ์")),
        ("ตำบลตัวอย่าง อำเภอชนแดน จังหวัดเพชรบูรณ์ ๖๗๑๕๐", ("ชนแดน", "เพชรบูรณ์")),
        ("(จังหวัดระนอง)", (None, "ระนอง")),
        ("จังหวัดขอนแก่นได้จัดทำแผน", (None, None)),
        ("จังหวัดสมมุติ", (None, None)),
        ("โรงเรียนบ้านใหม่ อำเภอพนมไพร จังหวัดร้อยเอ็ด", (None, None)),
        ("", (None, None)),
    ],
)
def test_lines_that_are_nothing_but_an_address(line: str, address: tuple[str | None, str | None]) -> None:
    assert read_address(line) == address
