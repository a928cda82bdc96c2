"""SARIF: what the standard (OASIS SARIF 2.1.0) demands of the objects that phaen writes."""

import json
from typing import Any

import jsonschema
import pytest

from outputs.findings import render
from schemas.document import Provenance, Source
from schemas.findings import Finding
from schemas.plan import Plan, Project

SOURCE = Source(name="แผน 2566.docx", sha256="0" * 64, format="docx", size_bytes=9)
TEXT = {"type": "string", "minLength": 1}
MESSAGE = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": TEXT},
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


# Narrower than the standard's own schema: of each object only the properties that phaen writes.
ARTIFACT_LOCATION = _object(
    "uri", uri={**TEXT, "pattern": r"^[!-~]+$"}, index={"type": "integer", "minimum": -1}
)
RULE = _object(
    "id",
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    defaultConfiguration=_object(level=LEVEL),
)
DRIVER = _object("name", name=TEXT, version=TEXT, rules={**_array(RULE), "uniqueItems": True})
LOCATION = _object(
    physicalLocation=_object("artifactLocation", artifactLocation=ARTIFACT_LOCATION),
    logicalLocations={**_array(_object(fullyQualifiedName=TEXT, kind=TEXT)), "uniqueItems": True},
)
RESULT = _object(
    "message",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=MESSAGE,
    locations=_array(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    properties={"type": "object"},
)
ARTIFACT = _object(
    location=ARTIFACT_LOCATION,
    length={"type": "integer", "minimum": -1},
    hashes={"type": "object", "additionalProperties": TEXT},
)
RUN = _object(
    "tool",
    tool=_object("driver", driver=DRIVER),
    language={"type": "string", "pattern": r"^[a-z]{2}(-[A-Z]{2})?$"},
    artifacts={**_array(ARTIFACT), "uniqueItems": True},
    results=_array(RESULT),
)
LOG = _object(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs=_array(RUN),
)


def _log(*findings: Finding, language: str = "th") -> dict[str, Any]:
    plan = Plan(kind="operation_plan", projects=(Project(form="ผด.02", name="ก"),), source=SOURCE)
    log: dict[str, Any] = json.loads(render("sarif", plan, findings, language, "0.1.0"))  # type: ignore[arg-type]
    return log


FINDINGS = (
    Finding(code="VAL001", facts={"text": "x", "project": "ก"}, path="projects[0].budget"),
    Finding(
        code="PLN005", facts={"project": "ก", "proposal": "1"}, provenance=Provenance(page=2, table=0, row=3)
    ),
    Finding(code="PLN001", path="organization", own_severity="error"),
    Finding(code="PLN005", facts={"project": "ก"}, path="projects[0].budget"),
)


@pytest.mark.parametrize("findings", [(), FINDINGS])
@pytest.mark.parametrize("language", ["th", "en"])
def test_log_fits_the_standard(findings: tuple[Finding, ...], language: str) -> None:
    jsonschema.Draft202012Validator(LOG).validate(_log(*findings, language=language))


def test_results_point_to_their_rules() -> None:
    (run,) = _log(*FINDINGS)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [f.code for f in FINDINGS]
    assert [result["level"] for result in run["results"]] == ["error", "note", "error", "note"]
    assert run["results"][1]["properties"] == {"page": 2, "table": 0, "row": 3, "proposal": "1"}
    assert len({json.dumps(result["partialFingerprints"]) for result in run["results"]}) == len(FINDINGS)
    assert run["artifacts"][0]["location"]["uri"].endswith("%202566.docx")
