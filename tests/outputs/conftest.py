"""Plans to write, and the XML of what was written."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from outputs.docx import BookStyle, render
from schemas.document import Source
from schemas.plan import Group, Heading, NarrativeSection, Organization, Plan, Point, Project

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOURCE = Source(name="old.docx", sha256="0" * 64, format="docx", size_bytes=1)
LAO = Organization(type="องค์การบริหารส่วนตำบล", name="ธารทิพย์", district="ศรีสมมุติ", province="ตัวอย่าง")
MONTHS = ((10, 11, 12), (1, 2, 6, 7), (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9), (5,), (10, 12, 2), ())


def groups_of(strategy: int, program: str) -> dict[str, Any]:
    name = "การพัฒนาด้านโครงสร้างพื้นฐาน"
    return {
        "strategy": Heading(number=str(strategy), name=name),
        "program": f"แผนงาน{program}",
        "groups": (
            Group(label="ยุทธศาสตร์", number=str(strategy), name=name),
            Group(label="แผนงาน", number=f"{strategy}.1", name=program),
        ),
    }


@pytest.fixture
def operation_plan() -> Plan:
    """Forty projects in three strategies, every kind of money and of month runs, and equipment."""
    projects = [
        Project(
            form="ผด.02",
            number=str(index + 1),
            name=f"ก่อสร้างถนนสายบ้านตัวอย่าง หมู่ที่ {index + 1} และป้องกัน COVID-19",
            details="กว้าง 4 เมตร ยาว 250 เมตร หนา 0.15 เมตร",
            location=f"หมู่ที่ {index + 1}",
            responsible_unit="กองช่าง",
            budget=None if index % 7 == 3 else f"{(index + 1) * 10_000}.{'38' if index % 9 == 1 else '00'}",
            budget_text="-" if index % 7 == 3 else None,
            fund_source="งบ อบต." if index % 7 != 3 and index % 2 else None,
            months=MONTHS[index % len(MONTHS)],
            **groups_of(index // 14 + 1, "อุตสาหกรรมและการโยธา"),
        )
        for index in range(40)
    ]
    equipment = Project(
        form="ผด.02/1", number="1", name="เครื่องคอมพิวเตอร์ Windows 11", budget="44000.00", months=(1, 2)
    )
    return Plan(
        kind="operation_plan",
        organization=LAO,
        fiscal_year=2566,
        edition="แก้ไขครั้งที่ 2/2566",
        narrative=(
            NarrativeSection(title="ส่วนที่ 1 บทนำ", level=1),
            NarrativeSection(title="1.1 วัตถุประสงค์", level=2, paragraphs=("เพื่อใช้ในปี 2566",)),
        ),
        projects=(*projects, equipment),
        source=SOURCE,
    )


@pytest.fixture
def development_plan() -> Plan:
    """Three years: a project of three points, one without money, one that uses none, one left blank."""
    points = tuple(
        Point(
            target=f"จุดที่ {index} ถนนยาว {index}00 เมตร",
            budgets={str(2557 + index): "100000.00"},
            expected_result="สัญจรสะดวก",
            responsible_unit="ส่วนโยธา",
        )
        for index in (1, 2, 3)
    )
    pointed = Project(
        form="ผ.02",
        number="1",
        name="ก่อสร้างถนน",
        objective="เพื่อการสัญจร",
        target=" ".join(point.target or "" for point in points),
        budgets={"2558": "100000.00", "2559": "100000.00", "2560": "100000.00"},
        expected_result="สัญจรสะดวก",
        responsible_unit="ส่วนโยธา",
        points=points,
        **groups_of(1, "เคหะและชุมชน"),
    )
    plain = pointed.model_copy(update={"points": (), "budgets": {}, "number": "2"})
    return Plan(
        kind="development_plan",
        organization=LAO,
        fiscal_year=2558,
        fiscal_year_end=2560,
        projects=(
            pointed,
            plain.model_copy(update={"budget_text": "-"}),
            plain.model_copy(update={"budget_text": "ไม่ใช้งบประมาณ"}),
            plain,
            plain.model_copy(update={"budgets": {"2559": "999999999999.00"}, "fund_source": "งบ อบต."}),
        ),
        source=SOURCE,
    )


@pytest.fixture
def body_of() -> Callable[[Plan], Any]:
    """The body of a rendered plan as an lxml element."""

    def body(plan: Plan) -> Any:
        with zipfile.ZipFile(io.BytesIO(render(plan, BookStyle()))) as archive:
            return etree.fromstring(archive.read("word/document.xml"))[0]

    return body


def text_of(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


@pytest.fixture
def cells_of() -> Callable[[Any], list[list[str]]]:
    """The text of each cell by row; paragraphs of a cell are divided by a bar."""

    def cells(table: Any) -> list[list[str]]:
        return [
            ["|".join(text_of(p) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]
            for row in table.iter(f"{W}tr")
        ]

    return cells
