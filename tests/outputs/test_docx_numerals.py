"""The digits of every text of a book, by the policy."""

import io
import re
import zipfile
from datetime import date

import pytest
from lxml import etree

from outputs.docx import BookStyle, render
from schemas.document import Provenance
from schemas.findings import Finding
from schemas.plan import NarrativeSection, Plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Every one of these holds digits that no policy changes.
KEPT = (
    "COVID-19", "A4", "3Rs", "PM2.5", "Windows 11", "https://sample.go.th/2566/1", "plan2566@sample.go.th", "60 W",
)  # fmt: skip
FINDING = Finding(
    code="TBL002", facts={"header": "หัว 5", "table": 2}, provenance=Provenance(page=12, table=1, row=3)
)


def texts(plan: Plan, style: BookStyle) -> tuple[list[str], list[str]]:
    """The texts of all runs and descriptions outside and inside of tables, in all parts."""
    outside, inside = [], []
    with zipfile.ZipFile(io.BytesIO(render(plan, style, [FINDING]))) as archive:
        for name in archive.namelist():
            if not re.match(r"word/(document|footer\d)\.xml", name):
                continue
            for node in etree.fromstring(archive.read(name)).iter(f"{W}t", "{*}docPr"):
                in_table = any(True for _ in node.iterancestors(f"{W}tbl"))
                (inside if in_table else outside).append(node.text or node.get("descr") or "")
    return outside, inside


def digits(found: list[str], pattern: str) -> list[str]:
    """The texts that hold such a digit outside of what is kept."""
    kept = re.compile("|".join(map(re.escape, sorted((*KEPT, FINDING.code), key=len, reverse=True))))
    return [text for text in found if re.search(pattern, kept.sub("", text))]


@pytest.fixture
def plan(operation_plan: Plan) -> Plan:
    """A plan with digits of all kinds in its narrative and in a project's name."""
    every = f"ข้อ 12 และ {' '.join(KEPT)} รวม 1,250.50 บาท"
    project = operation_plan.projects[0].model_copy(update={"name": every})
    narrative = (NarrativeSection(title="ส่วนที่ 1 บทนำ 5", level=1, paragraphs=(every,)),)
    return operation_plan.model_copy(update={"projects": (project,), "narrative": narrative})


def test_no_arabic_digit_is_left_in_a_thai_book(plan: Plan, development_plan: Plan) -> None:
    style = BookStyle(announced=date(2022, 9, 30))
    for each in (plan, development_plan):
        outside, inside = texts(each, style)
        assert digits(outside + inside, "[0-9]") == []
    assert "ประกาศ ณ วันที่ ๓๐ เดือน กันยายน พ.ศ. ๒๕๖๕" in texts(plan, style)[0]


def test_tables_are_arabic_in_a_book_of_thai_text(plan: Plan, development_plan: Plan) -> None:
    for each in (plan, development_plan):
        outside, inside = texts(each, BookStyle(numerals="thai-text"))
        assert digits(outside, "[0-9]") == []
        assert digits(inside, "[๐-๙]") == []


def test_an_arabic_book_has_no_thai_digit(plan: Plan, development_plan: Plan) -> None:
    for each in (plan, development_plan):
        outside, inside = texts(each, BookStyle(numerals="arabic"))
        assert digits(outside + inside, "[๐-๙]") == []


@pytest.mark.parametrize("numerals", ["thai", "thai-text", "arabic"])
def test_latin_codes_stay(plan: Plan, numerals: str) -> None:
    outside, inside = texts(plan, BookStyle.model_validate({"numerals": numerals}))
    for found in (outside, inside):
        assert any(all(kept in text for kept in KEPT) for text in found)
