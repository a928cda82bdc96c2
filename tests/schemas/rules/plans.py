"""Small sound plans, to be spoilt by the tests of the rules."""

from collections.abc import Iterable

from schemas.document import Source
from schemas.findings import Finding
from schemas.plan import DeclaredTotal, Heading, Organization, Plan, Project, RecordSource, ResponsibleUnit

SOURCE = Source(name="a.docx", sha256="0" * 64, format="docx", size_bytes=1)


def strategy(number: str | None = "1", name: str = "การพัฒนาคน") -> Heading:
    """A strategy."""
    return Heading(number=number, name=name)


def activity(row: int, **fields: object) -> Project:
    """A project of ผด.02 that lacks nothing, in the row of its number."""
    given: dict[str, object] = {
        "form": "ผด.02",
        "number": str(row),
        "name": f"โครงการ {row}",
        "details": "จัดอบรม 1 รุ่น",
        "budget": "1000.00",
        "strategy": strategy(),
        "program": "แผนงานการศึกษา",
        "months": (10, 11),
        "source": RecordSource(table=0, row=row),
    }
    return _whole({**given, **fields})


def development(row: int, **fields: object) -> Project:
    """A project of ผ.02 that lacks nothing, with money in the first two years of `plan_of`'s five."""
    given: dict[str, object] = {
        "form": "ผ.02",
        "number": str(row),
        "name": f"โครงการ {row}",
        "objective": "เพื่อให้เดินทางสะดวก",
        "target": "1 สาย",
        "expected_result": "เดินทางสะดวก",
        "budgets": {"2566": "1000.00", "2567": "2000.00"},
        "strategy": strategy(),
        "program": "แผนงานการศึกษา",
        "source": RecordSource(table=0, row=row),
    }
    return _whole({**given, **fields})


def _whole(fields: dict[str, object]) -> Project:
    unit = fields.setdefault("responsible_unit", "กองการศึกษา")
    units = (ResponsibleUnit(unit=str(unit)),) if unit else ()
    return Project.model_validate({"responsible_units": units, **fields})


def plan_of(*projects: Project, **fields: object) -> Plan:
    """A plan of 2566, or of 2566 to 2570 where its projects are those of a development plan."""
    is_operation = not projects or projects[0].form.startswith("ผด")
    given: dict[str, object] = {
        "kind": "operation_plan" if is_operation else "development_plan",
        "organization": Organization(type="เทศบาลตำบล", name="ธารทิพย์"),
        "fiscal_year": 2566,
        "fiscal_year_end": 2566 if is_operation else 2570,
        "projects": projects,
        "source": SOURCE,
    }
    return Plan.model_validate({**given, **fields})


def printed_total(
    row: int, label: str, scope: str, count: int | None, amount: str | None, **fields: object
) -> DeclaredTotal:
    """A row of a summary in table 9, with `raw` cells of it."""
    year = fields.pop("year", None)
    raw = {"summary_count": str(count), **fields}
    source = RecordSource(table=9, row=row, raw={key: str(value) for key, value in raw.items()})
    given = {"label": label, "scope": scope, "count": count, "amount": amount, "year": year, "source": source}
    return DeclaredTotal.model_validate(given)


def told(findings: Iterable[Finding]) -> list[tuple[str, str | None]]:
    """Code and path of each finding; both messages must have their facts."""
    found = list(findings)
    for finding in found:
        assert "{" not in finding.message("th") + finding.message("en")
    return [(finding.code, finding.path) for finding in found]
