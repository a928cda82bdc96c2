"""Plans to put into an archive."""

from typing import Any

from pipeline.archive.reading import Reading
from schemas.plan import Organization, Plan, Project, ResponsibleUnit

LAO = Organization(type="องค์การบริหารส่วนตำบล", name="ธารทิพย์", district="ศรีสมมุติ", province="ตัวอย่าง")
OTHER_LAO = Organization(type="เทศบาลตำบล", name="ดงหลวง", district="เมืองทอง", province="ทดลอง")


def project(name: str, baht: str | None = "100000.00", **fields: Any) -> Project:
    units = tuple(ResponsibleUnit(unit=unit) for unit in fields.pop("units", ("กองช่าง",)))
    texts = {
        "program": "แผนงานเคหะและชุมชน",
        "responsible_unit": ", ".join(unit.unit for unit in units),
        **fields,
    }
    return Project(form="ผด.02", name=name, budget=baht, responsible_units=units, **texts)


def plan(
    *projects: Project, year: int = 2566, lao: Organization = LAO, sha: str = "a", **fields: Any
) -> Plan:
    source = {"name": f"{sha}.docx", "sha256": sha * 64, "format": "docx", "size_bytes": 10}
    whole = {"kind": "operation_plan", "organization": lao, "fiscal_year": year, **fields}
    return Plan(projects=projects, source=source, **whole)  # type: ignore[arg-type]


def reading(*projects: Project, **fields: Any) -> Reading:
    return Reading(plan=plan(*projects, **fields), phaen_version="0")
