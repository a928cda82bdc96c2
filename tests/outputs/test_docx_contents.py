"""The table of contents, the outline behind it, and the pages that it tells."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from outputs.docx.outline import Outline, on_pages
from outputs.docx.pages import PageCount, page_label
from schemas.plan import Plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BodyOf = Callable[[Plan], Any]


def entries(body: Any) -> list[tuple[str, str, str]]:
    """Style, text and page of the lines of the table of contents."""
    found = []
    for line in body.iter(f"{W}p"):
        style = line.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        if style.startswith("TOC"):
            *texts, page = [t.text for t in line.iter(f"{W}t")]
            found.append((style, "".join(texts), page))
    return found


def test_contents_of_an_operation_plan(operation_plan: Plan, body_of: BodyOf) -> None:
    assert entries(body_of(operation_plan)) == [
        ("TOC1", "ประกาศองค์การบริหารส่วนตำบลธารทิพย์", "ก"),
        ("TOC1", "คำนำ", "ข"),
        ("TOC1", "ส่วนที่ ๑ บทนำ", "๑"),
        ("TOC2", "๑.๑ วัตถุประสงค์", "๑"),
        ("TOC2", "๑.๒ ขั้นตอนการจัดทำแผนการดำเนินงาน", "๑"),
        ("TOC2", "๑.๓ ประโยชน์ของแผนการดำเนินงาน", "๑"),
        ("TOC1", "ส่วนที่ ๒ บัญชีโครงการ กิจกรรม และงบประมาณ", "๓"),
        ("TOC2", "บัญชีสรุปจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ", "๔"),
        ("TOC2", "บัญชีจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ", "๕"),
        ("TOC3", "ยุทธศาสตร์ที่ ๑ การพัฒนาด้านโครงสร้างพื้นฐาน", "๕"),
        ("TOC3", "ยุทธศาสตร์ที่ ๒ การพัฒนาด้านโครงสร้างพื้นฐาน", "๗"),
        ("TOC3", "ยุทธศาสตร์ที่ ๓ การพัฒนาด้านโครงสร้างพื้นฐาน", "๙"),
        ("TOC2", "บัญชีจำนวนครุภัณฑ์สำหรับที่ไม่ได้ดำเนินการตามโครงการพัฒนาท้องถิ่น", "๑๑"),
    ]


def test_each_line_leads_to_a_bookmark_and_has_fields_for_word(
    development_plan: Plan, body_of: BodyOf
) -> None:
    body = body_of(development_plan)
    bookmarks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    links = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    fields = [field.text.split() for field in body.iter(f"{W}instrText")]
    assert len(links) == len(set(links)) > 8
    assert set(links) <= bookmarks
    assert fields[0][:2] == ["TOC", "\\o"]
    assert [field[1] for field in fields[1:]] == links
    marks = [mark.get(f"{W}fldCharType") for mark in body.iter(f"{W}fldChar")]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") == len(fields)


def test_headings_make_the_navigation_pane(operation_plan: Plan, body_of: BodyOf) -> None:
    listed = {text for _, text, _ in entries(body_of(operation_plan))}
    marked = [
        "".join(t.text for t in p.iter(f"{W}t"))
        for p in body_of(operation_plan).iter(f"{W}p")
        if p.find(f"{W}bookmarkStart") is not None
    ]
    assert [text for text in marked if not re.search("แผนงานอุตสาหกรรม", text)] == [
        text for text in marked if text in listed
    ]


def test_pages_as_drawn_replace_the_estimates() -> None:
    outline, pages = Outline(), PageCount()
    for numbers in ("letters", "letters", "digits", "digits"):
        pages.numbers = numbers  # type: ignore[assignment]
        outline.add("หัวข้อ", 1, pages)
    drawn = on_pages(outline.entries, [1, 2, 5, 17])
    assert [entry.label("thai") for entry in drawn] == ["ก", "ข", "๑", "๑๓"]
    assert [entry.label("arabic") for entry in drawn] == ["ก", "ข", "1", "13"]
    behind_a_cover_of_two_pages = on_pages(outline.entries, [2, 3, 6, 18])
    assert [entry.label("thai") for entry in behind_a_cover_of_two_pages] == ["ก", "ข", "๑", "๑๓"]
    assert on_pages(outline.entries, [1, 2]) == outline.entries
    assert on_pages(outline.entries, None) == outline.entries


def test_rows_go_on_under_their_repeated_header() -> None:
    pages = PageCount()
    pages.begin_section(100, "digits", restart=True)
    pages.flow(20)
    pages.rows([30] * 5, header_pt=10)
    assert (pages.number, pages.used_pt) == (2, 100)
    pages.keep(1)
    assert (pages.number, pages.used_pt) == (3, 0)
    pages.flow(250)
    assert (pages.number, pages.used_pt) == (5, 50)
    pages.begin_section(100, "digits", restart=False)
    assert pages.number == 6


@pytest.mark.parametrize(("number", "letter"), [(1, "ก"), (3, "ค"), (4, "ง"), (41, "ฮ"), (42, "ก")])
def test_letters_of_pages_are_those_of_word(number: int, letter: str) -> None:
    assert page_label(number, "letters", "thai") == letter


def test_the_contents_tell_forms_of_one_title_apart(development_plan: Plan, body_of: BodyOf) -> None:
    project = next(each for each in development_plan.projects if each.form == "ผ.02")
    others = (project.model_copy(update={"form": form}) for form in ("ผ.02/1", "ผ.02/2"))
    body = body_of(development_plan.model_copy(update={"projects": (*development_plan.projects, *others)}))
    listed = [text for _, text, _ in entries(body) if "รายละเอียดโครงการ" in text]
    assert len(listed) == 3
    assert "สำหรับโครงการที่มาจากแผนพัฒนาหมู่บ้านและแผนพัฒนาชุมชน" in listed[1]
    assert "สำหรับโครงการที่เกินศักยภาพขององค์กรปกครองส่วนท้องถิ่น" in listed[2]
