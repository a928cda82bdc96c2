"""Every finding on generated plans, as read and as spoilt: its place is in the Plan, its proposal fits its field."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bench.legacy_plans import generate, random_layout
from outputs.findings.view import words_of
from parsers.corrections import can_set, with_value
from parsers.thai.knowledge import THAI
from pipeline.corrections import settle
from pipeline.decisions import write_decisions
from pipeline.extract import Extraction, extract_file
from schemas.corrections import Correction, Corrections
from schemas.findings import Finding
from schemas.plan import Plan, Project
from schemas.plan_path import steps_of, value_at
from schemas.plan_text import text_at
from schemas.rules import judge

SEEDS = (41, 42, 43, 44)


def _read(seed: int, folder: Path) -> Plan:
    rng = Random(seed)  # noqa: S311 -- reproducible on purpose
    kind = "operation_plan" if seed % 2 else "development_plan"
    path = folder / f"{seed}.docx"
    path.write_bytes(generate(seed, random_layout(rng), kind, 15).docx)  # type: ignore[arg-type]
    return extract_file(path).plan


SPOILS: tuple[dict[str, object], ...] = (
    {"name": None},
    {"name": "ประชุมประชาคม ประจำปีงบประมาณ 2550"},
    {"name": "ขุดลอกก่ก\uf70aิคลอง"},
    {"details": "ก่อสรา้งถนน"},
    {"number": "77"},
    {"months": ()},
    {"budget": None, "budgets": {}, "budget_text": None},
    {"responsible_unit": "กองชาง", "responsible_units": ({"unit": "กองชาง"},)},
    {"program": "แผนงานการศึกษาา"},
    {"strategy": None},
    {"strategy": {"number": "9", "name": "การพัฒนาคนน"}},
)


def _spoilt(plan: Plan, seed: int) -> Plan:
    rng = Random(seed)  # noqa: S311 -- reproducible on purpose
    projects = [
        Project.model_validate({**project.model_dump(), **rng.choice(SPOILS)})
        if rng.random() < 0.5
        else project
        for project in plan.projects
    ]
    return plan.model_copy(update={"projects": (*projects, *projects[:2])})


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Extraction, ...]:
    """Plans as read and as spoilt, with their findings."""

    def all_plans() -> Iterator[Extraction]:
        for seed in SEEDS:
            plan = _read(seed, tmp_path_factory.mktemp("plans"))
            for variant in (plan, _spoilt(plan, seed)):
                settled = settle(variant, (), lambda current: judge(current, THAI), Corrections())
                yield Extraction(plan=settled.plan, findings=settled.findings)

    return tuple(all_plans())


def _with_paths(judged: tuple[Extraction, ...]) -> Iterator[tuple[Plan, Finding, str]]:
    for extraction in judged:
        for finding in extraction.findings:
            if finding.path is not None:
                yield extraction.plan, finding, finding.path


def test_there_is_something_to_look_at(judged: tuple[Extraction, ...]) -> None:
    assert len({finding.code for _, finding, _ in _with_paths(judged)}) > 10
    assert sum(finding.proposal is not None for _, finding, _ in _with_paths(judged)) > 3


def test_no_two_findings_of_a_run_have_the_same_fingerprint(judged: tuple[Extraction, ...]) -> None:
    for extraction in judged:
        fingerprints = [finding.fingerprint for finding in extraction.findings]
        assert len(set(fingerprints)) == len(fingerprints)


def test_each_path_leads_somewhere_that_has_a_name(judged: tuple[Extraction, ...]) -> None:
    fields = words_of("th").fields
    for plan, _, path in _with_paths(judged):
        value_at(plan, path)
        assert [step for step in steps_of(path) if step in fields] or path == "projects", path


def test_each_proposal_fits_its_field(judged: tuple[Extraction, ...]) -> None:
    for plan, finding, path in _with_paths(judged):
        if finding.proposal is not None:
            assert can_set(plan, path), (finding.code, path)
            mended = with_value(plan, path, finding.proposal)
            assert mended != plan, (finding.code, path, finding.proposal)


def test_what_stands_in_a_field_can_be_typed_back(judged: tuple[Extraction, ...]) -> None:
    for plan, finding, path in _with_paths(judged):
        text = text_at(plan, path)
        # A program's name is read as the classification's nearest, and so is never typed back when it is wrong.
        if text and can_set(plan, path) and not path.endswith("program"):
            assert text_at(with_value(plan, path, text), path) == text, (finding.code, path)


def test_all_proposals_accepted_leave_nothing_unmatched(judged: tuple[Extraction, ...]) -> None:
    for extraction in judged:
        decided = [
            Correction(
                fingerprint=finding.fingerprint,
                code=finding.code,
                decision="accept" if finding.proposal is not None else "right",
                present=text_at(extraction.plan, finding.path) if finding.path else "",
                proposal=finding.proposal or "",
            )
            for finding in extraction.findings
        ]
        settled = settle(
            extraction.plan, (), lambda current: judge(current, THAI), Corrections(decided=tuple(decided))
        )
        told = {finding.fingerprint for finding in settled.findings}
        assert told.isdisjoint(correction.fingerprint for correction in decided)


def test_lists_of_decisions_are_written_for_all(judged: tuple[Extraction, ...], tmp_path: Path) -> None:
    for number, extraction in enumerate(judged):
        target = tmp_path / f"{number}.toml"
        first = write_decisions(target, Path("plan.docx"), extraction, "th")
        content = target.read_bytes()
        assert first.entries == first.open == len(extraction.findings)
        assert write_decisions(target, Path("plan.docx"), extraction, "th") == first
        assert target.read_bytes() == content
