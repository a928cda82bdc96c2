"""What is asked of a worker for one file, and what it answers."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import Field

from outputs.docx import BookStyle
from outputs.province.model import PlanFigures
from schemas.corrections import Corrections
from schemas.findings import Finding
from schemas.findings.catalog import entry
from schemas.findings.severities import OwnSeverity
from schemas.model import Frozen
from schemas.profile import Profile
from schemas.vocabulary import Additions

Outcome = Literal["done", "failed", "ignored"]


class Job(Frozen):
    """How files are read and written, the same for all files of a run.

    A `profile` holds for the plans of its office; plans that name another one are written in `style_of_others`.
    """

    suffixes: tuple[str, ...] = (".docx",)
    style: BookStyle = BookStyle()
    profile: Profile = Profile()
    style_of_others: BookStyle = BookStyle()
    with_appendix: bool = False
    corrections: Corrections = Corrections()
    additions: Additions = Field(default={})


@dataclass(frozen=True, slots=True)
class Order:
    """One file: `path` where the worker finds it, or `data`, its bytes; `name` is its own name for people."""

    sha256: str
    name: str
    path: Path
    job: Job
    data: bytes | None = None
    severities: Mapping[str, OwnSeverity] = field(default_factory=dict)


class Reason(Frozen):
    """Why a file gave no plan: a code of the catalog with its facts.

    `may_pass` where another try in a fresh process can end otherwise.
    """

    code: str
    facts: Mapping[str, str | int | float] = {}
    may_pass: bool = False
    trace: str = ""

    def message(self, language: Literal["th", "en"]) -> str:
        """The sentence for people."""
        return entry(self.code).message(self.facts, language)


class Answer(Frozen):
    """What became of one file: with `outcome` "done" the figures and a fresh plan by suffix, else the reason."""

    sha256: str
    outcome: Outcome
    format: str = ""
    seconds: float = 0.0
    figures: PlanFigures | None = None
    findings: tuple[Finding, ...] = ()
    files: Mapping[str, bytes] = {}
    reason: Reason | None = None


def mark_of(job: Job, severities: Mapping[str, OwnSeverity]) -> str:
    """Sixteen hex digits over all settings that what is written depends on."""
    settings = json.dumps(
        [job.model_dump(), dict(severities)], ensure_ascii=False, sort_keys=True, default=str
    )
    return hashlib.sha256(settings.encode()).hexdigest()[:16]
