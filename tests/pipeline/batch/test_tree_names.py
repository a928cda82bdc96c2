"""Names in the tree: every file system takes them, and they stay within it."""

import pytest

from outputs.province.model import PlanFigures
from pipeline.batch.tree import coded, folder_of, name_part, title_of
from schemas.plan import Organization


def figures(**fields: object) -> PlanFigures:
    return PlanFigures.model_validate(
        {"kind": "operation_plan", "organization": Organization(), "projects": 0, "baht": "0.00", **fields}
    )


def test_the_folder_is_province_district_government_year() -> None:
    organization = Organization(type="เทศบาลตำบล", name="ธารทิพย์", district="เมืองงาม", province="สมมุตินคร")
    assert (
        folder_of(figures(organization=organization, fiscal_year=2566))
        == "สมมุตินคร/เมืองงาม/เทศบาลตำบลธารทิพย์/2566"
    )


def test_what_is_not_known_is_said() -> None:
    assert folder_of(figures()) == "ไม่ทราบจังหวัด/ไม่ทราบอำเภอ/ไม่ทราบหน่วยงาน/ไม่ทราบปี"


def test_a_provincial_organization_is_its_provinces() -> None:
    organization = Organization(type="องค์การบริหารส่วนจังหวัด", name="สมมุตินคร")
    plan = figures(organization=organization, fiscal_year=2566, fiscal_year_end=2570, kind="development_plan")
    assert folder_of(plan) == "สมมุตินคร/ทั้งจังหวัด/องค์การบริหารส่วนจังหวัดสมมุตินคร/2566-2570"


def test_a_title_tells_kind_years_and_edition() -> None:
    assert (
        title_of(figures(fiscal_year=2566, edition="แก้ไขครั้งที่ 2/2566"))
        == "แผนการดำเนินงาน 2566 แก้ไขครั้งที่ 2-2566"
    )
    assert coded("แผนการดำเนินงาน 2566", "0123456789abcdef") == "แผนการดำเนินงาน 2566 (01234567)"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../etc", "-..-etc"),
        ("..", ""),
        ("a/b\\c", "a-b-c"),
        ("ก\x00ข\nค", "ก-ข-ค"),
        ("con", "con_"),
        ("LPT1.txt", "LPT1.txt_"),
        (" เมือง . ", "เมือง"),
    ],
)
def test_signs_that_lead_elsewhere_or_that_systems_forbid_are_gone(text: str, name: str) -> None:
    assert name_part(text, 200) == name


def test_a_long_name_is_cut_between_letters_not_between_letter_and_mark() -> None:
    for limit in range(3, 60):
        cut = name_part("ที่ตั้งน้ำ" * 5, limit)
        assert len(cut.encode()) <= limit
        assert ("ที่ตั้งน้ำ" * 5)[len(cut)] not in "ี่ัิ้ั่"
