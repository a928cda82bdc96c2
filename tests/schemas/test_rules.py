"""Each rule with a plan that trips it and one that does not."""

import pytest

from parsers.thai.knowledge import THAI
from schemas.document import Source
from schemas.findings import Finding
from schemas.plan import DeclaredTotal, Heading, Organization, Plan, Project, RecordSource
from schemas.rules import judge

SOURCE = Source(name="a.docx", sha256="0" * 64, format="docx", size_bytes=1)
STRATEGY = Heading(number="1", name="การพัฒนาคน")


def _project(row: int, **fields: object) -> Project:
    given = {
        "form": "ผด.02",
        "number": str(row),
        "name": f"โครงการ {row}",
        "details": f"รุ่นที่ {row}",
        "objective": "เพื่อให้รู้ทัน",
        "target": f"กลุ่มที่ {row}",
        "expected_result": "รู้ทัน",
        "budget": "100.00",
        "strategy": STRATEGY,
        "responsible_unit": "กองคลัง",
        "months": (10,),
    }
    return Project.model_validate({**given, "source": RecordSource(table=0, row=row), **fields})


def _plan(*projects: Project, **fields: object) -> Plan:
    given = {
        "kind": "operation_plan",
        "organization": Organization(type="เทศบาลตำบล", name="ธารทิพย์"),
        "fiscal_year": 2566,
        "fiscal_year_end": 2566,
        "projects": projects,
        "source": SOURCE,
    }
    return Plan.model_validate({**given, **fields})


def _codes(plan: Plan) -> list[str]:
    return [finding.code for finding in judge(plan, THAI)]


def _total(row: int, **fields: object) -> DeclaredTotal:
    given = {"label": "รวม", "scope": "program", "amount": "300.00", "count": 3}
    return DeclaredTotal.model_validate({**given, "source": RecordSource(table=0, row=row), **fields})


def test_sound_plan_has_no_findings() -> None:
    plan = _plan(_project(1), _project(2), _project(3), declared_totals=(_total(4),))
    assert judge(plan, THAI) == ()


def test_plan_without_organization_and_year() -> None:
    plan = _plan(_project(1), organization=Organization(), fiscal_year=None, fiscal_year_end=None)
    assert _codes(plan) == ["PLN001", "PLN002"]


def test_only_the_one_government_that_has_no_name_needs_none() -> None:
    assert _codes(_plan(_project(1), organization=Organization(type="เมืองพัทยา"))) == []
    assert _codes(_plan(_project(1), organization=Organization(type="เทศบาลเมือง"))) == ["PLN001"]


@pytest.mark.parametrize("name", [None, "เมืองพัทยา"])
def test_its_name_is_printed_once(name: str | None) -> None:
    assert Organization(type="เมืองพัทยา", name=name).full_name == "เมืองพัทยา"


def test_missing_name_money_and_strategy() -> None:
    plan = _plan(_project(1), _project(2, name=None), _project(3, budget=None), _project(4, strategy=None))
    found = judge(plan, THAI)
    assert [(f.code, f.path) for f in found] == [
        ("PLN006", "projects[1].name"),
        ("PLN005", "projects[2].budget"),
        ("PLN007", "projects[3].strategy"),
    ]


def test_a_dash_is_not_missing_money() -> None:
    assert _codes(_plan(_project(1, budget=None, budget_text="-"))) == []


def test_skipped_number_is_told_and_a_restart_is_not() -> None:
    plan = _plan(_project(1), _project(2), _project(4, number="4"), _project(6, number="1"))
    (finding,) = judge(plan, THAI)
    assert (finding.code, dict(finding.facts)["before"], dict(finding.facts)["after"]) == ("PLN003", 2, 4)


def test_wrong_sum_and_wrong_count_show_both_figures() -> None:
    plan = _plan(_project(1), _project(2), declared_totals=(_total(3),))
    amount, count = judge(plan, THAI)
    assert dict(amount.facts) == {"label": "รวม", "declared": "300.00", "computed": "200.00"}
    assert dict(count.facts) == {"label": "รวม", "declared": "3", "computed": "2"}


def test_sum_covers_the_rows_since_the_sum_before() -> None:
    first = _total(3, amount="200.00", count=2)
    second = _total(5, amount="100.00", count=1)
    plan = _plan(_project(1), _project(2), _project(4, number="3"), declared_totals=(first, second))
    assert judge(plan, THAI) == ()


def test_sum_right_after_a_sum_covers_its_whole_group() -> None:
    narrow = _total(3, amount="200.00", count=2)
    wide = _total(4, scope="strategy", label="รวมยุทธศาสตร์", amount="200.00", count=2)
    assert judge(_plan(_project(1), _project(2), declared_totals=(narrow, wide)), THAI) == ()


def test_sums_per_year_of_one_row_cover_the_same_rows() -> None:
    fields = {"form": "ผ.02", "budget": None, "budgets": {"2566": "5.00", "2567": "7.00"}}
    totals = tuple(
        _total(3, year=year, amount=amount, count=2) for year, amount in ((2566, "10.00"), (2567, "14.00"))
    )
    whole = {"kind": "development_plan", "fiscal_year_end": 2567, "declared_totals": totals}
    plan = _plan(_project(1, **fields), _project(2, **fields), **whole)
    assert judge(plan, THAI) == ()


def test_fingerprint_is_stable_and_tells_places_apart() -> None:
    one = Finding(code="PLN005", facts={"project": "ก"}, path="projects[0].budget")
    same = Finding(code="PLN005", facts={"project": "ก"}, path="projects[0].budget")
    other = Finding(code="PLN005", facts={"project": "ก"}, path="projects[0].name")
    assert one.fingerprint == same.fingerprint != other.fingerprint


def test_sum_cut_off_by_a_page_is_judged_and_a_summary_is_not() -> None:
    summary = _total(1, label="ยุทธศาสตร์ที่ 1", amount="9.00", count=9, source=RecordSource(table=9, row=1))
    cut_off = _total(0, amount="200.00", count=2, source=RecordSource(table=1, row=0))
    later = _project(1, number="3", name="โครงการ 3", source=RecordSource(table=2, row=1))
    last = _total(2, amount="100.00", count=1, source=RecordSource(table=2, row=2))
    plan = _plan(_project(1), _project(2), later, declared_totals=(summary, cut_off, last))
    assert judge(plan, THAI) == ()


def test_sum_of_a_group_behind_one_without_a_sum_covers_its_own_rows() -> None:
    """A group without money has no sum; the count of the next one is of its own rows alone."""
    first = _project(1, program="แผนงานการศึกษา", budget=None, budget_text="-")
    second = _project(2, program="แผนงานการเกษตร")
    plan = _plan(first, second, declared_totals=(_total(3, amount="100.00", count=1),))
    assert _codes(plan) == []
    wrong = plan.model_copy(update={"declared_totals": (_total(3, amount="300.00", count=1),)})
    assert "PLN004" in _codes(wrong)


def test_a_sum_behind_forms_without_sums_is_of_its_own_form() -> None:
    works, equipment = _project(1), _project(2, form="ผด.02/1", program=None, equipment_type="ครุภัณฑ์สำนักงาน")
    plan = _plan(
        works, equipment, declared_totals=(_total(2, label="รวม", scope="table", amount="100.00", count=1),)
    )
    assert "PLN004" not in _codes(plan)
    wrong = plan.model_copy(
        update={"declared_totals": (_total(2, label="รวม", scope="table", amount="300.00", count=1),)}
    )
    assert "PLN004" in _codes(wrong)


def test_a_plan_without_projects() -> None:
    empty = _plan(_project(1)).model_copy(update={"projects": ()})
    assert [finding.code for finding in judge(empty, THAI)] == ["PLN066"]
