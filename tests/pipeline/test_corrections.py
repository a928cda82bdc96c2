"""Decisions applied to a Plan: what they change, what they silence, and what is said of those that fit nothing."""

from collections.abc import Iterator

import pytest

from pipeline.correction_file import parse_corrections
from pipeline.corrections import Settled, settle
from schemas.corrections import Correction, Corrections, Decision
from schemas.document import Source
from schemas.failures import UsageFailure
from schemas.findings import Finding
from schemas.plan import DeclaredTotal, Plan, Project, RecordSource
from schemas.plan_text import text_at
from schemas.rules.declared_totals import declared_totals

SOURCE = Source(name="a.docx", sha256="0" * 64, format="docx", size_bytes=1)
UNREAD = Finding(code="VAL001", facts={"text": "๕o๐", "project": "ขุดคลอง"}, path="projects[1]")


def _plan(*budgets: str | None, name: str = "ขุดคลองปี 2565", **fields: object) -> Plan:
    projects = tuple(
        Project(form="ผด.02", name=name, budget=budget, source=RecordSource(table=0, row=row))
        for row, budget in enumerate(budgets, 1)
    )
    return Plan.model_validate({"kind": "operation_plan", "projects": projects, "source": SOURCE, **fields})


def _total(row: int, amount: str) -> DeclaredTotal:
    return DeclaredTotal(label="รวม", scope="table", amount=amount, source=RecordSource(table=0, row=row))


def _stale_years(plan: Plan) -> Iterator[Finding]:
    for index, project in enumerate(plan.projects):
        if "2565" in (project.name or ""):
            proposal = (project.name or "").replace("2565", "2566")
            yield Finding(code="PLN007", facts={"proposal": proposal}, path=f"projects[{index}].name")


def _double_spaces(plan: Plan) -> Iterator[Finding]:
    for index, project in enumerate(plan.projects):
        if "ขุดคลอง" in (project.name or ""):
            proposal = (project.name or "").replace("ขุดคลอง", "ขุดลอกคลอง")
            yield Finding(code="PLN006", facts={"proposal": proposal}, path=f"projects[{index}].name")


def _rules(plan: Plan) -> list[Finding]:
    return [*declared_totals(plan), *_stale_years(plan), *_double_spaces(plan)]


def _decided(plan: Plan, finding: Finding, decision: Decision, value: str = "", line: int = 1) -> Correction:
    return Correction(
        fingerprint=finding.fingerprint,
        code=finding.code,
        decision=decision,
        value=value,
        present=text_at(plan, finding.path) if finding.path else "",
        proposal=finding.proposal or "",
        line=line,
    )


def _settled(plan: Plan, *decided: Correction, reading: tuple[Finding, ...] = ()) -> Settled:
    return settle(plan, reading, _rules, Corrections(name="fix.toml", decided=decided))


def _first(plan: Plan, code: str, reading: tuple[Finding, ...] = ()) -> Finding:
    return next(finding for finding in _settled(plan, reading=reading).findings if finding.code == code)


def test_a_corrected_amount_makes_the_total_agree() -> None:
    plan = _plan("100.00", None, name="ถนน", declared_totals=(_total(3, "600.00"),))
    found = _settled(plan, reading=(UNREAD,)).findings
    assert [finding.code for finding in found] == ["VAL001", "PLN004"]
    settled = _settled(plan, _decided(plan, found[0], "value", "๕๐๐"), reading=(UNREAD,))
    assert settled.plan.projects[1].budget == "500.00"
    assert settled.findings == ()
    assert (settled.corrected, settled.approved) == (1, 0)


def test_what_is_right_is_not_told_again() -> None:
    plan = _plan("100.00", name="ถนน", declared_totals=(_total(2, "600.00"),))
    settled = _settled(plan, _decided(plan, _first(plan, "PLN004"), "right"))
    assert (settled.plan, settled.findings) == (plan, ())
    assert (settled.corrected, settled.approved) == (0, 1)


def test_two_proposals_for_one_field_are_both_taken() -> None:
    plan = _plan("100.00")
    found = _settled(plan).findings
    settled = _settled(plan, *(_decided(plan, finding, "accept") for finding in found))
    assert settled.plan.projects[0].name == "ขุดลอกคลองปี 2566"
    assert settled.findings == ()
    assert settled.corrected == 2


def test_a_typed_value_is_the_last_word() -> None:
    plan = _plan("100.00")
    first, second = _settled(plan).findings
    decided = (_decided(plan, first, "accept"), _decided(plan, second, "value", "ขุดสระ ปี ๒๕๖๖"))
    settled = _settled(plan, *decided)
    assert settled.plan.projects[0].name == "ขุดสระ ปี 2566"
    assert settled.findings == ()


def test_a_decision_on_what_only_shows_after_another_is_met_in_a_later_round() -> None:
    plan = _plan("100.00", None, name="ถนน", declared_totals=(_total(3, "700.00"),))
    amount = _decided(plan, _first(plan, "VAL001", (UNREAD,)), "value", "500")
    after = _settled(plan, amount, reading=(UNREAD,))
    (differs,) = after.findings
    settled = _settled(plan, amount, _decided(after.plan, differs, "right"), reading=(UNREAD,))
    assert settled.findings == ()


def test_a_correction_for_another_value_is_told_and_not_applied() -> None:
    plan = _plan("100.00", None, name="ถนน")
    decided = _decided(plan, _first(plan, "VAL001", (UNREAD,)), "value", "500", line=7)
    settled = _settled(_plan("100.00", "450.00", name="ถนน"), decided, reading=(UNREAD,))
    assert settled.plan.projects[1].budget == "450.00"
    assert [finding.code for finding in settled.findings] == ["VAL001", "COR001"]
    assert settled.findings[1].facts["line"] == 7


def test_another_proposal_than_the_accepted_one_is_not_taken() -> None:
    plan = _plan("100.00")
    seen = _decided(plan, _first(plan, "PLN007"), "accept").model_copy(update={"proposal": "อย่างอื่น"})
    assert "COR001" in [finding.code for finding in _settled(plan, seen).findings]


def test_decisions_whose_findings_are_gone_are_told() -> None:
    gone = [
        Correction(fingerprint=mark, code="PLN005", decision=decision, project="ถนน", line=line)
        for line, (mark, decision) in enumerate((("aa", "value"), ("bb", "right")), 1)
    ]
    settled = _settled(_plan("100.00", name="ถนน"), *gone)
    assert [(finding.code, finding.severity) for finding in settled.findings] == [
        ("COR001", "warning"),
        ("COR002", "note"),
    ]
    assert "ถนน" in settled.findings[0].message("th")


def test_values_that_cannot_be_set() -> None:
    plan = _plan("100.00")
    name, twin = _settled(plan).findings
    unread = _decided(plan, _first(plan, "VAL001", (_unread(0),)), "value", "แพงมาก", line=12)
    with pytest.raises(UsageFailure, match="COR012") as unfit:
        _settled(plan, unread, reading=(_unread(0),))
    assert unfit.value.facts["line"] == 12
    with pytest.raises(UsageFailure, match="COR013"):
        _settled(plan, _decided(plan, name, "value", "ก"), _decided(plan, twin, "value", "ข"))


@pytest.mark.parametrize("path", [None, "projects", "declared_totals[0].label"])
def test_what_is_no_field_takes_no_value(path: str | None) -> None:
    plan = _plan("100.00", name="ถนน", declared_totals=(_total(2, "100.00"),))
    note = Finding(code="TBL001", facts={"table": 1, "what": "ประชากร"}, path=path)
    seen = _first(plan, "TBL001", (note,))
    decided = _decided(plan, seen, "value", "ก").model_copy(update={"present": ""})
    with pytest.raises(UsageFailure, match="COR014"):
        _settled(plan, decided, reading=(note,))


def _unread(index: int) -> Finding:
    return UNREAD.model_copy(update={"path": f"projects[{index}]"})


ENTRY = '[[correction]]\r\nfingerprint = "aa"\r\ncode = "PLN005"\r\ndecision = "right"\r\n'


def _parsed(text: str) -> tuple[Correction, ...]:
    return parse_corrections("fix.toml", text.encode())


def test_a_file_from_notepad_is_read() -> None:
    text = "\ufeff# ก\r\n" + ENTRY + '\r\n[[correction]]\r\nfingerprint = "bb"\r\ncode = "PLN001"\r\n'
    first, second = _parsed(text + 'decision = "value"\r\nvalue = " เทศบาลตำบลธารทิพย์ "\r\n')
    assert (first.decision, first.line) == ("right", 2)
    assert (second.value, second.line) == ("เทศบาลตำบลธารทิพย์", 7)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (ENTRY.replace('"right"', "right"), "COR010", None),
        (ENTRY + 'decision = "accept"', "COR010", None),
        (ENTRY.replace("right", "write"), "COR011", 4),
        (ENTRY.replace("decision", "desicion"), "COR011", 1),
        (ENTRY.replace('"aa"', "5"), "COR011", 2),
        (ENTRY.replace('fingerprint = "aa"', ""), "COR011", 1),
        (ENTRY.replace("right", "value"), "COR011", 4),
        (ENTRY.replace("right", "accept"), "COR011", 4),
        (ENTRY + 'value = "ก"', "COR011", 4),
        (ENTRY + ENTRY, "COR011", 5),
        ("corection = []", "COR011", 1),
        ('correction = "ก"', "COR011", 1),
    ],
)
def test_a_wrong_entry_gets_one_sentence_with_its_line(text: str, code: str, line: int | None) -> None:
    with pytest.raises(UsageFailure, match=code) as refused:
        _parsed(text)
    assert refused.value.facts.get("line") == line
    assert "{" not in refused.value.message("th") + refused.value.message("en")


def test_a_file_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(UsageFailure, match="COR010"):
        parse_corrections("fix.toml", ENTRY.encode("utf-16"))
