"""The page for a website: whole in itself, harmless, ordered for all readers, and true to the plan."""

import hashlib
import re
from base64 import b64encode
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from outputs.docx import BookStyle
from outputs.html import render
from outputs.html.looks import css_string
from outputs.html.phrases import months_phrase
from outputs.numerals import NumeralPolicy, write_numerals
from outputs.summaries import summarize
from schemas.plan import Group, Heading, Plan, Project
from tests.outputs.html.pages import page_of, read, rows_of

HOSTILE = "\"'></td></style></script><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }}"


def attributes(page: Any) -> list[tuple[str, str]]:
    return [pair for element in page.iter("*") for pair in element.attrib.items()]


def test_page_asks_for_nothing_and_runs_only_its_own(operation_plan: Plan) -> None:
    page = page_of(operation_plan)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (element,) = page.iter(tag)
        digest = b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    links = [value for name, value in attributes(page) if name in ("src", "href", "srcset", "action", "data")]
    assert all(value.startswith("#") or value == "data:," for value in links)
    assert not re.search(r"@import|url\(", read(page.find(".//style")))
    assert not [name for name, _ in attributes(page) if name == "style" or name.startswith("on")]


def test_texts_of_a_plan_are_no_markup(operation_plan: Plan) -> None:
    project = operation_plan.projects[0].model_copy(
        update={
            "name": HOSTILE,
            "details": HOSTILE,
            "responsible_unit": HOSTILE,
            "program": HOSTILE,
            "strategy": Heading(number="1", name=HOSTILE),
            "groups": (Group(label=HOSTILE, number=HOSTILE, name=HOSTILE),),
        }
    )
    organization = operation_plan.organization.model_copy(update={"name": HOSTILE})
    plan = operation_plan.model_copy(
        update={"projects": (project,), "organization": organization, "edition": HOSTILE}
    )
    page = page_of(plan, "arabic")
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert not page.xpath("//img") + page.xpath("//*[@onerror]")
    assert page.xpath("string(//tbody[@class='project']//th)") == HOSTILE
    assert HOSTILE in page.findtext(".//title")
    assert HOSTILE in page.findtext(".//h1")


def test_control_characters_and_lone_surrogates_are_left_out(operation_plan: Plan) -> None:
    project = operation_plan.projects[0].model_copy(update={"name": "ถนน\x00\x08\x85\ud800สาย"})
    page = page_of(operation_plan.model_copy(update={"projects": (project,)}))
    assert page.xpath("string(//tbody[@class='project']//th)") == "ถนนสาย"


def test_a_header_cannot_end_the_style_sheet() -> None:
    text = css_string('a"b\\c</style><x>\n\ud800')
    assert not set("<>\n\ud800") & set(text)
    assert text == '"a\\22 b\\5c c\\3c /style\\3e \\3c x\\3e \\a \\d800 "'


@pytest.mark.parametrize("kind", ["operation", "development"])
def test_headings_are_in_order_and_names_lead_somewhere(
    kind: str, operation_plan: Plan, development_plan: Plan
) -> None:
    page = page_of(operation_plan if kind == "operation" else development_plan)
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {4} <= set(levels)
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link.removeprefix("#") for link in page.xpath("//a/@href")} <= set(names)
    assert page.xpath("//body/*[1][@class='skip']/@href") == ["#projects"]


def test_headings_beyond_the_plan_are_lines(development_plan: Plan) -> None:
    wider = Group(label="ยุทธศาสตร์จังหวัด", number="ก", name="ความมั่นคง")
    projects = tuple(
        project.model_copy(update={"groups": (wider, *project.groups)})
        for project in development_plan.projects
    )
    page = page_of(development_plan.model_copy(update={"projects": projects}))
    assert [read(line) for line in page.xpath("//p[@class='context']")] == ["ก. ยุทธศาสตร์จังหวัด ความมั่นคง"]
    assert [element.tag for element in page.xpath("//section[@id='form0']//section/*[1]")] == [
        "p",
        "h3",
        "h4",
    ]


def test_every_table_tells_what_it_is_and_every_header_what_it_heads(operation_plan: Plan) -> None:
    page = page_of(operation_plan)
    assert page.get("lang") == "th"
    tables = page.xpath("//table")
    captions = [read(caption) for caption in page.xpath("//table/caption")]
    assert len(tables) == len(captions) == len(set(captions))
    assert captions[2] == ("ยุทธศาสตร์ที่ ๑ การพัฒนาด้านโครงสร้างพื้นฐาน ๑.๑ แผนงานอุตสาหกรรมและการโยธา แบบ ผด.๐๒")
    headers = page.xpath("//th")
    assert {header.get("scope") for header in headers} <= {"col", "colgroup", "row", "rowgroup"}
    assert all(read(header) for header in headers)
    assert {drawing.get("aria-hidden") for drawing in page.xpath("//svg")} == {"true"}
    for region in page.xpath("//*[@tabindex='0']"):
        assert region.get("role") == "group"
        assert region.get("aria-label")
    assert all(label.xpath("./input | ./select") for label in page.xpath("//form//label"))
    assert page.xpath("//form/@hidden"), "a form that works by a script alone is not there without it"
    assert [element.tag for element in page.find("body")] == [
        "a",
        "header",
        "nav",
        "main",
        "footer",
        "script",
    ]


def test_every_project_is_there_with_its_sums(operation_plan: Plan) -> None:
    page = page_of(operation_plan, "arabic")
    projects = page.xpath("//tbody[@class='project']")
    assert len(projects) == len(operation_plan.projects)
    money = sum((project.total_baht() for project in operation_plan.projects), Decimal(0))
    assert Decimal(sum(int(each.get("data-total")) for each in projects)) / 100 == money
    whole = f"{money:,.2f}"
    assert page.xpath("//dl/div[last()]/dd/text()") == [whole]
    assert page.xpath("//table[@class='summary']//tr[@class='plan_total']/td[3]/text()") == [whole]
    first = page.xpath("//table[contains(@class, 'projects')]")[0]
    of_first = [
        project for project in operation_plan.projects if project.groups == operation_plan.projects[0].groups
    ]
    assert len(first.findall("tbody")) == len(of_first) == 14
    amounts = [Decimal(project.budget or 0) for project in of_first]
    assert rows_of(first, "tfoot")[0][:2] == ["รวม 14 โครงการ", f"{sum(amounts):,.2f}"]


def test_the_chart_divides_all_money_over_the_strategies(operation_plan: Plan) -> None:
    page = page_of(operation_plan, "arabic")
    (table,) = page.xpath("//table[@class='shares']")
    rows = rows_of(table, "tbody")
    assert [row[0] for row in rows] == [
        "ยุทธศาสตร์ที่ 1 การพัฒนาด้านโครงสร้างพื้นฐาน",
        "ยุทธศาสตร์ที่ 2 การพัฒนาด้านโครงสร้างพื้นฐาน",
        "ยุทธศาสตร์ที่ 3 การพัฒนาด้านโครงสร้างพื้นฐาน",
        "ครุภัณฑ์สำหรับที่ไม่ได้ดำเนินการตามโครงการพัฒนาท้องถิ่น",
    ]
    assert sum(int(row[1]) for row in rows) == 41
    assert sum(Decimal(row[3]) for row in rows) == 100
    assert [bar.get("width") for bar in table.xpath(".//rect[not(@class)]")] == [row[3] for row in rows]


def test_the_chart_has_the_percentages_of_the_summary_below_it() -> None:
    money = {"1": ("4060000.50",), "2": ("30000.00", "11832200.00"), "3": ("17800.00", "104400.25")}
    projects = [
        Project(
            form="ผด.02",
            strategy=Heading(number=number, name="ก"),
            program=f"แผนงาน{at}",
            name="ก",
            budget=baht,
        )
        for number, amounts in money.items()
        for at, baht in enumerate(amounts)
    ]
    source = {"name": "a.docx", "sha256": "0" * 64, "format": "docx", "size_bytes": 1}
    plan = Plan.model_validate({"kind": "operation_plan", "projects": projects, "source": source})
    totals = [row for row in summarize(plan).rows if row.kind == "strategy_total"]
    chart = rows_of(page_of(plan, "arabic").xpath("//table[@class='shares']")[0], "tbody")
    assert [row[3] for row in chart] == [str(row.figures[0].amount_percent) for row in totals]
    assert [row[3] for row in chart] == ["25.30", "73.94", "0.76"]


def test_without_strategies_the_chart_is_by_program() -> None:
    projects = tuple(
        Project(form="ผด.02", number=str(index), name="ก", program=program, budget="100.00")
        for index, program in enumerate(("แผนงานการศึกษา", "แผนงานการศึกษา", None))
    )
    source = {"name": "a.docx", "sha256": "0" * 64, "format": "docx", "size_bytes": 1}
    plan = Plan.model_validate({"kind": "operation_plan", "projects": projects, "source": source})
    rows = rows_of(page_of(plan, "arabic").xpath("//table[@class='shares']")[0], "tbody")
    assert [row[:2] + row[3:] for row in rows] == [
        ["แผนงานการศึกษา", "2", "66.67"],
        ["ไม่ระบุแผนงาน", "1", "33.33"],
    ]


def test_points_share_the_cells_of_their_project(development_plan: Plan) -> None:
    page = page_of(development_plan, "arabic")
    first = page.xpath("//tbody[@class='project']")[0]
    assert len(first.findall("tr")) == 3
    assert first[0].xpath("./*[@rowspan='3']")[1].get("scope") == "rowgroup"
    assert [read(cell) for cell in first[1]] == [
        "จุดที่ 2 ถนนยาว 200 เมตร", "-", "100,000", "-", "สัญจรสะดวก", "ส่วนโยธา",
    ]  # fmt: skip
    third = page.xpath("//tbody[@class='project']")[2]
    assert third.xpath(".//td[@colspan='3']/span/text()") == ["ไม่ใช้งบประมาณ"]
    header = page.xpath("//table[contains(@class, 'projects')]")[0]
    assert rows_of(header, "thead")[1] == ["2558 (บาท)", "2559 (บาท)", "2560 (บาท)"]
    assert rows_of(header, "tfoot")[0][1:4] == ["100,000", "1,000,000,099,999", "100,000"]


def test_months_stand_in_words_beside_their_drawing(operation_plan: Plan) -> None:
    page = page_of(operation_plan, "arabic")
    cells = page.xpath("//td[contains(@class, 'months')]")
    assert [read(cell) for cell in cells[:6]] == [
        "ต.ค. – ธ.ค. 2565",
        "ม.ค. – ก.พ. 2566, มิ.ย. – ก.ค. 2566",
        "ตลอดปีงบประมาณ",
        "พ.ค. 2566",
        "ต.ค. 2565, ธ.ค. 2565, ก.พ. 2566",
        "",
    ]
    assert cells[1].xpath(".//path/@d") == ["M3 0h2v1h-2zM8 0h2v1h-2z"]
    assert cells[5].xpath(".//svg") == []


def test_months_over_the_new_year_name_both_years() -> None:
    assert months_phrase((12, 1), 2566) == "ธ.ค. 2565 – ม.ค. 2566"
    assert months_phrase((12, 1), None) == "ธ.ค. – ม.ค."


@pytest.mark.parametrize("numerals", ["thai", "thai-text", "arabic"])
def test_digits_are_those_of_the_policy(operation_plan: Plan, numerals: NumeralPolicy) -> None:
    page = page_of(operation_plan, numerals)
    in_tables = [text for text in page.xpath("//table//text()") if text.strip()]
    outside = [
        text
        for text in page.xpath("//body//text()[not(ancestor::table or ancestor::script)]")
        if text.strip()
    ]
    for texts, policy in ((in_tables, numerals), (outside, numerals)):
        is_thai = policy == "thai" or (policy == "thai-text" and texts is outside)
        assert any(re.search("[๐-๙]", text) for text in texts) == is_thai
        if is_thai:
            assert all(write_numerals(text) == text for text in texts)
    assert any("COVID-19" in text for text in in_tables)
    assert ("counter(page, decimal)" in page.findtext(".//style")) == (numerals == "arabic")


def test_a_plan_without_projects_says_so(operation_plan: Plan) -> None:
    page = page_of(operation_plan.model_copy(update={"projects": ()}))
    assert read(page.find(".//main")) == "แผนฉบับนี้ยังไม่มีรายการโครงการ"
    assert not page.xpath("//script | //table | //nav")
    assert page.xpath("//*[@id='projects']")


def test_a_plan_without_money_has_no_chart(operation_plan: Plan) -> None:
    projects = tuple(
        project.model_copy(update={"budget": None, "budget_text": "-"}) for project in operation_plan.projects
    )
    page = page_of(operation_plan.model_copy(update={"projects": projects}))
    assert not page.xpath("//table[@class='shares']")
    assert "#money" not in page.xpath("//nav//a/@href")
    assert len(page.xpath("//tbody[@class='project']")) == len(projects)


def test_equal_plans_give_equal_pages(operation_plan: Plan) -> None:
    first, again = (render(operation_plan, BookStyle()) for _ in range(2))
    assert first == again
    assert html.document_fromstring(first.decode()).xpath("//meta[@charset]/@charset") == ["utf-8"]


def test_a_table_is_as_wide_as_its_largest_sum_needs(development_plan: Plan) -> None:
    small = read(page_of(development_plan).find(".//style"))
    huge = development_plan.projects[0].model_copy(
        update={"points": (), "budgets": {"2558": "123456789012.38"}}
    )
    plan = development_plan.model_copy(update={"projects": (huge,)})
    sheet = read(page_of(plan).find(".//style"))
    wide = re.compile(r"@media screen and \(min-width: 52.01rem\) \{ \.f0 \{ min-width: ([0-9.]+)rem; \} \}")
    (width_rem,) = wide.findall(sheet)
    column = page_of(plan).xpath("//tfoot//td[contains(@class, 'money')]")[0].get("class").split()[-1]
    (share,) = re.findall(rf"\.f0 col\.{column} {{ width: ([0-9.]+)%; }}", sheet)
    # Half a rem is the least that a Thai digit of the page's fonts takes.
    assert float(width_rem) * float(share) / 100 > 0.5 * len("123,456,789,012.38")
    assert all(float(each) < float(width_rem) for each in wide.findall(small))
    assert ".part .scroll:has(> .f0) { overflow: auto; max-height: var(--box); }" in sheet
