"""phaen check: the findings in a plan."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.paths import FILE
from pipeline.cli.progress import shown
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data
from pipeline.cli.verdict import fail_on_option, verdict
from pipeline.cli.wording import vocabulary_option
from pipeline.settings import Language, Settings

if TYPE_CHECKING:
    from pipeline.extract import Extraction
    from schemas.findings import Finding


@click.command("check", cls=SpokenCommand)
@click.argument("plan", type=FILE)
@fail_on_option("error")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text")
@vocabulary_option
@shared_options
@click.pass_obj
def command(settings: Settings, plan: Path, fail_on: str, form: str, vocabulary: Path | None) -> int:
    """The findings are the data of this command."""
    from pipeline.extract import extract_file
    from pipeline.vocabulary import own_wording

    with own_wording(vocabulary), shown(settings.language) as progress:
        extraction = extract_file(plan, settings.environment, progress)
    account = _for_programs if form == "json" else _for_people
    data(account(extraction, settings.language))
    return verdict(extraction.findings, fail_on)


def _for_people(extraction: "Extraction", language: Language) -> str:
    from outputs.report import findings_text, summary

    parts = (
        summary(extraction.plan, extraction.findings, language),
        findings_text(extraction.findings, language),
    )
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def _for_programs(extraction: "Extraction", language: Language) -> str:
    findings = [_as_data(finding, language) for finding in extraction.findings]
    return json.dumps(findings, ensure_ascii=False, indent=2)


def _as_data(finding: "Finding", language: Language) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.entry.name,
        "severity": finding.severity,
        "message": finding.message(language),
        "facts": dict(finding.facts),
        "path": finding.path,
        "provenance": finding.provenance.model_dump(mode="json"),
        "fingerprint": finding.fingerprint,
    }
