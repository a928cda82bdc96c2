"""Fingerprints: the same in each run, the same when rows come in elsewhere, never the same twice in one run."""

import pytest

from schemas.document import Provenance, Source
from schemas.findings import CATALOG, Finding
from schemas.findings.codes import find_code, near_codes
from schemas.findings.severities import with_severities
from schemas.findings.subjects import Subjects, identified
from schemas.plan import DeclaredTotal, NarrativeSection, Plan, Project

SOURCE = Source(name="a.docx", sha256="0" * 64, format="docx", size_bytes=1)


def _plan(*names: str, **fields: object) -> Plan:
    projects = tuple(Project(form="ผด.02", name=name, number=str(n)) for n, name in enumerate(names, 1))
    given = {"kind": "operation_plan", "projects": projects, "source": SOURCE}
    return Plan.model_validate({**given, **fields})


def _of(plan: Plan, *findings: Finding) -> tuple[Finding, ...]:
    return identified(findings, plan, Subjects(plan))


def _money_missing(index: int) -> Finding:
    place = Provenance(page=index, table=index, row=index)
    return Finding(code="PLN005", facts={"project": "ก"}, provenance=place, path=f"projects[{index}].budget")


def test_rows_put_in_before_do_not_change_a_fingerprint() -> None:
    (short,) = _of(_plan("ก", "ข"), _money_missing(1))
    (long,) = _of(_plan("ใหม่", "ก", "ใหม่กว่า", "ข"), _money_missing(3))
    (other,) = _of(_plan("ก", "ค"), _money_missing(1))
    assert short.fingerprint == long.fingerprint
    assert short.fingerprint != other.fingerprint


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("PLN023", {"usual": "100", "times": 60}, {"usual": "120", "times": 50}),
        ("PLN036", {"name": "ก", "rows": 3, "advice_th": ""}, {"name": "ก", "rows": 4, "advice_th": "ข"}),
        ("TXT003", {"word": "ก", "count": 1}, {"word": "ก", "count": 2}),
        ("PLN041", {"other": "ก", "where_th": "แถวที่ 2"}, {"other": "ก", "where_th": "แถวที่ 3"}),
    ],
)
def test_what_a_finding_says_of_other_rows_does_not_change_its_fingerprint(
    code: str, before: dict[str, str | int], after: dict[str, str | int]
) -> None:
    one, other = Finding(code=code, facts=before), Finding(code=code, facts=after)
    assert one.fingerprint == other.fingerprint


def test_a_sum_that_is_wrong_by_another_amount_is_another_finding() -> None:
    one, other = (Finding(code="PLN004", facts={"declared": "5", "computed": sum_}) for sum_ in ("4", "3"))
    assert one.fingerprint != other.fingerprint


def test_twins_and_equal_findings_differ() -> None:
    totals = (DeclaredTotal(label="รวม", scope="program"), DeclaredTotal(label="รวม", scope="program"))
    narrative = (NarrativeSection(title="บทนำ", level=1, paragraphs=("ก", "ก")),)
    plan = _plan("ก", "ก", declared_totals=totals, narrative=narrative)
    damaged = Finding(code="TXT002", facts={"text": "ก"})
    facts = {"label": "รวม", "declared": "1", "computed": "2"}
    sums = [Finding(code="PLN004", facts=facts, path=f"declared_totals[{i}].amount") for i in (0, 1)]
    words = [
        Finding(code="TXT002", facts={"text": "ก"}, path=f"narrative[0].paragraphs[{i}]") for i in (0, 1)
    ]
    found = _of(plan, _money_missing(0), _money_missing(1), damaged, damaged, *sums, *words)
    assert len({finding.fingerprint for finding in found}) == len(found)
    assert [finding.fingerprint for finding in _of(plan, *reversed(sums))] == [
        finding.fingerprint for finding in reversed(found[4:6])
    ]


def test_the_catalog_says_which_field_a_project_is_doubted_for() -> None:
    facts = {"text": "๕o๐", "project": "ก"}
    operation = _of(_plan("ก"), Finding(code="VAL001", facts=facts, path="projects[0]"))
    development = _of(
        _plan("ก", kind="development_plan"), Finding(code="VAL001", facts=facts, path="projects[0]")
    )
    assert (operation[0].path, development[0].path) == ("projects[0].budget", "projects[0].budgets")
    assert all(entry.field is None or entry.field in Project.model_fields for entry in CATALOG.values())


def test_paths_that_lead_nowhere_are_no_obstacle() -> None:
    plan = _plan("ก")
    found = _of(
        plan, Finding(code="PLN001", path="no path!"), Finding(code="PLN001", path="projects[9].name.x")
    )
    assert len({finding.fingerprint for finding in found}) == 2


def test_an_office_has_its_own_severities() -> None:
    findings = (Finding(code="PLN001"), Finding(code="PLN002"), Finding(code="TXT001"))
    own = with_severities(findings, {"PLN001": "ignore", "PLN002": "error"})
    assert [(finding.code, finding.severity) for finding in own] == [("PLN002", "error"), ("TXT001", "note")]
    assert own[0].fingerprint == findings[1].fingerprint


@pytest.mark.parametrize("asked", ["PLN004", "pln004", "declared-total-differs"])
def test_codes_are_found_by_code_and_name(asked: str) -> None:
    assert find_code(asked) == "PLN004"


def test_near_codes() -> None:
    assert "declared-total-differs" in near_codes("declared-total-difers")
    assert "PLN004" in near_codes("pl004")
    assert find_code("pl004") is None
    assert near_codes("?") == ()
