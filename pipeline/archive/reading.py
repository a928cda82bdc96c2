"""What goes into the archive: a plan as one file gave it, with what there is to say of it."""

import hashlib
import json
import zlib
from typing import Any

from pipeline.extract import Extraction
from schemas.corrections import Correction, Corrections
from schemas.findings import Finding
from schemas.model import Frozen
from schemas.plan import Plan

_OF_SOURCE = {"source", "declared_totals"}
_OF_SOURCE_ROW = {"source", "confidence"}
_UNMATCHED = frozenset({"COR001", "COR002"})


class Reading(Frozen):
    """A Plan, its findings, and the decisions of people that are in it already.

    `is_plan_file` where it came out of a plan file (.json), whose own findings of reading are not known.
    """

    plan: Plan
    findings: tuple[Finding, ...] = ()
    decisions: tuple[Correction, ...] = ()
    is_plan_file: bool = False
    phaen_version: str = ""

    @property
    def content_mark(self) -> str:
        """Equal for equal plans, whatever file they came from (SHA-256, hexadecimal)."""
        content = self.plan.model_dump(mode="json", exclude=_OF_SOURCE)
        for project in content["projects"]:
            for key in _OF_SOURCE_ROW:
                del project[key]
        return _hash(content)

    @property
    def mark(self) -> str:
        """Equal where nothing would be learnt by adding it once more; a file's name and phaen's version do not count."""
        content = self.plan.model_dump(mode="json")
        del content["source"]["name"]
        found = sorted(finding.fingerprint for finding in self.findings)
        decided = sorted((each.fingerprint, each.decision, each.value) for each in self.decisions)
        return _hash([content, found, decided, self.is_plan_file])


def reading_of(
    extraction: Extraction, corrections: Corrections, made_by: str, *, is_plan_file: bool
) -> Reading:
    """A file's extraction; of `corrections` those that applied to it."""
    unmatched = {
        finding.facts["line"]
        for finding in extraction.findings
        if finding.code in _UNMATCHED and finding.facts.get("name") == corrections.name
    }
    return Reading(
        plan=extraction.plan,
        findings=extraction.findings,
        decisions=tuple(each for each in corrections.decided if each.line not in unmatched),
        is_plan_file=is_plan_file,
        phaen_version=made_by,
    )


def packed(plan: Plan) -> bytes:
    """The whole Plan as compressed JSON (RFC 1950): a plan's JSON takes a tenth of its size so."""
    return zlib.compress(json.dumps(plan.model_dump(mode="json")).encode("ascii"))


def unpacked(content: bytes) -> Plan:
    """The Plan again."""
    return Plan.model_validate_json(zlib.decompress(content))


def _hash(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode("ascii")).hexdigest()
