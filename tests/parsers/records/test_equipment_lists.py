"""The list of equipment of a development plan, ผ.03, over several pages."""

import pytest

from parsers.records import read_plan
from tests.notation import document, line, table

NAMELESS = (
    "ที่ | แผนงาน | หมวด | ประเภท | เป้าหมาย (ผลผลิตของครุภัณฑ์) | 2566 (บาท) | 2567 (บาท) | หน่วยงานรับผิดชอบหลัก"
)
NAMED = NAMELESS.replace("| เป้าหมาย", "| โครงการ | เป้าหมาย")
ROW = "| บริหารงานทั่วไป | ค่าครุภัณฑ์ | ครุภัณฑ์สำนักงาน | เครื่องปรับอากาศ 2 เครื่อง | 50,000 | - | สำนักปลัด"
NAMED_ROW = ROW.replace("| เครื่อง", "| เครื่องปรับอากาศ | เครื่อง")


@pytest.mark.parametrize(("header", "row"), [(NAMELESS, ROW), (NAMED, NAMED_ROW)], ids=["nameless", "named"])
def test_each_page_is_of_the_form_that_the_first_one_names(header: str, row: str) -> None:
    first, second = table(header, f"1 {row}"), table(header, f"2 {row}")
    plan, _ = read_plan(document(line("แบบ ผ.03"), line("บัญชีครุภัณฑ์"), first, second))
    assert [project.form for project in plan.projects] == ["ผ.03", "ผ.03"]
