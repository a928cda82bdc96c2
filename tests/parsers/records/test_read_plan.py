"""A document to a Plan: what it is of, and what is told of its other tables."""

import pytest

from parsers.records import read_plan
from schemas.failures import InputFailure
from tests.notation import document, line, table
from tests.two_year_table import HEADER, STRATEGY, YEARS, codes_of


def test_other_tables_are_told_of() -> None:
    people = table("หมู่บ้าน | ชาย | หญิง | รวม", "1 | 321 | 345 | 666")
    grid = table(HEADER, YEARS, "1 | ก | ข | ค | 1,000 | - | ง | กองช่าง")
    assert codes_of(people, STRATEGY, grid) == ["TBL001"]


def test_document_without_project_table_is_refused() -> None:
    with pytest.raises(InputFailure) as failure:
        read_plan(document(line("ระเบียบกระทรวงมหาดไทย"), table("ก | ข", "1 | 2")))
    assert failure.value.code == "DOC009"


def test_district_and_province_stand_on_a_line_of_their_own() -> None:
    cover = (line("องค์การบริหารส่วนตำบลตัวอย่าง"), line("อำเภอพนมไพร จังหวัดร้อยเอ็ด"))
    grid = table(HEADER, YEARS, "1 | สร้างถนน | เพื่อ | ยาว | 5 | - | ดี | กองช่าง")
    organization = read_plan(document(*cover, STRATEGY, grid))[0].organization
    assert (organization.name, organization.district, organization.province) == ("ตัวอย่าง", "พนมไพร", "ร้อยเอ็ด")


def test_address_of_another_province_than_the_organizations_is_not_its_own() -> None:
    cover = (line("องค์การบริหารส่วนตำบลตัวอย่าง จังหวัดระนอง"), line("อำเภอพนมไพร จังหวัดร้อยเอ็ด"))
    grid = table(HEADER, YEARS, "1 | สร้างถนน | เพื่อ | ยาว | 5 | - | ดี | กองช่าง")
    organization = read_plan(document(*cover, STRATEGY, grid))[0].organization
    assert (organization.district, organization.province) == (None, "ระนอง")


def test_the_one_government_without_a_name_of_its_own_is_known() -> None:
    cover = line("เมืองพัทยา อำเภอบางละมุง จังหวัดชลบุรี")
    grid = table(HEADER, YEARS, "1 | สร้างถนน | เพื่อ | ยาว | 5 | - | ดี | กองช่าง")
    organization = read_plan(document(cover, STRATEGY, grid))[0].organization
    assert (organization.type, organization.name) == ("เมืองพัทยา", None)
    assert (organization.district, organization.province) == ("บางละมุง", "ชลบุรี")
