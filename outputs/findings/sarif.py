"""Findings as SARIF 2.1.0 (OASIS), for tools that collect the results of checks."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from outputs.json_text import json_text
from schemas.findings import CATALOG, Finding
from schemas.findings.catalog import Language
from schemas.plan import Plan

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_FINGERPRINT = "phaen/v1"


def findings_sarif(plan: Plan, findings: Iterable[Finding], language: Language, version: str) -> str:
    """One SARIF log with one run: the rules that tripped, and one result per finding.

    `version` is that of phaen. Places stand as logical locations (the path in the Plan) and in the properties
    page (1-based), table and row (0-based), since a plan's file has no lines.
    """
    found = tuple(findings)
    codes = sorted({finding.code for finding in found})
    driver = {
        "name": "phaen",
        "version": version,
        "rules": [_rule(code, language) for code in codes],
    }
    artifact = {
        "location": {"uri": quote(plan.source.name)},
        "length": plan.source.size_bytes,
        "hashes": {"sha-256": plan.source.sha256},
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "artifacts": [artifact],
        "results": [_result(plan, finding, codes, language) for finding in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def _rule(code: str, language: Language) -> dict[str, Any]:
    entry = CATALOG[code]
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in entry.name.split("-")),
        "shortDescription": {"text": entry.name},
        "fullDescription": {"text": entry.explanation(language)},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(plan: Plan, finding: Finding, codes: Sequence[str], language: Language) -> dict[str, Any]:
    properties = finding.provenance.model_dump(include={"page", "table", "row"}, exclude_none=True)
    if finding.proposal is not None:
        properties["proposal"] = finding.proposal
    result = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message(language)},
        "locations": [_location(plan, finding)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
    }
    return {**result, "properties": properties} if properties else result


def _location(plan: Plan, finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": quote(plan.source.name), "index": 0}}
    }
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path, "kind": "member"}]
    return location
