"""Characters that no Word file can hold are left out, and told of."""

from outputs.writable import writable
from schemas.plan import NarrativeSection, Plan, RecordSource


def test_control_characters_are_left_out_and_told_of(operation_plan: Plan) -> None:
    source = RecordSource(page=4, table=2, row=7, raw={"name": "ถนน\x0b"})
    project = operation_plan.projects[0].model_copy(update={"name": "ถนน\x0bสาย\ud800ก", "source": source})
    narrative = (NarrativeSection(title="บทนำ", level=1, paragraphs=("ดี", "ไม่\x00ดี")),)
    damaged = operation_plan.model_copy(
        update={"projects": (operation_plan.projects[1], project), "narrative": narrative}
    )
    plan, findings = writable(damaged)
    assert plan.projects[1].name == "ถนนสายก"
    assert plan.narrative[0].paragraphs == ("ดี", "ไม่ดี")
    assert plan.projects[1].source.raw == {"name": "ถนน\x0b"}
    assert {finding.path: finding.facts["count"] for finding in findings} == {
        "narrative[0].paragraphs[1]": 1, "projects[1].name": 2
    }  # fmt: skip
    told = next(finding for finding in findings if finding.path == "projects[1].name")
    assert (told.code, told.provenance.page, told.provenance.row) == ("OUT005", 4, 7)
    assert "ถนนสายก" in told.message("th")
    assert "2 invisible" in told.message("en")


def test_a_sound_plan_is_the_same_plan(operation_plan: Plan, development_plan: Plan) -> None:
    for plan in (operation_plan, development_plan):
        assert writable(plan) == (plan, ())
