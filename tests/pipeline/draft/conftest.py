"""A plan of one year for drafts of the next."""

from typing import Any

import pytest

from schemas.document import Source
from schemas.plan import Group, Heading, NarrativeSection, Organization, Plan, Project

_STRATEGIES = {"1": "การพัฒนาด้านโครงสร้างพื้นฐาน", "2": "การพัฒนาคุณภาพชีวิต"}


def activity(strategy: str, program: str, number: str, name: str, **fields: Any) -> Project:
    """A project under a strategy and its numbered แผนงาน ("2.1 การศึกษา")."""
    place, title = program.split(" ", 1)
    named = _STRATEGIES[strategy]
    groups = (
        Group(label="ยุทธศาสตร์", number=strategy, name=named),
        Group(label="แผนงาน", number=place, name=title),
    )
    usual: dict[str, Any] = {"budget": "100000.00", "months": (10, 11, 12), "form": "ผด.02"}
    return Project(
        strategy=Heading(number=strategy, name=named),
        groups=groups,
        program=f"แผนงาน{title}",
        number=number,
        name=name,
        **(usual | fields),
    )


@pytest.fixture
def last() -> Plan:
    return Plan(
        kind="operation_plan",
        organization=Organization(type="องค์การบริหารส่วนตำบล", name="ธารทิพย์"),
        fiscal_year=2566,
        edition="แก้ไขครั้งที่ 1/2566",
        narrative=(
            NarrativeSection(
                title="แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566",
                level=1,
                paragraphs=("ตามแผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570) และพระราชบัญญัติ พ.ศ. 2537",),
            ),
        ),
        projects=(
            activity("1", "1.1 อุตสาหกรรมและการโยธา", "1", "ก่อสร้างถนน คสล. หมู่ที่ 3", responsible_unit="กองช่าง"),
            activity("1", "1.2 เคหะและชุมชน", "1", "โครงการคลองสวยน้ำใส", details="กิจกรรมปีงบประมาณ 2566"),
            activity("2", "2.1 การศึกษา", "1", "โครงการวันเด็กแห่งชาติ ประจำปี 2566", months=(1,)),
            activity("2", "2.1 การศึกษา", "2", "โครงการอบรมผู้นำเยาวชน", budget="12345.00"),
            activity("2", "2.2 งบกลาง", "1", "เบี้ยยังชีพผู้สูงอายุ", budget="4000000.00", months=()),
        ),
        source=Source(name="last.docx", sha256="0" * 64, format="docx", size_bytes=1),
    )
