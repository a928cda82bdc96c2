"""What an office makes of codes: another severity for some, silence for others."""

from collections.abc import Iterable, Mapping
from typing import Literal

from schemas.findings.catalog import Severity
from schemas.findings.finding import Finding

OwnSeverity = Literal["error", "warning", "note", "ignore"]
OWN_SEVERITIES: tuple[OwnSeverity, ...] = ("error", "warning", "note", "ignore")


def with_severities(
    findings: Iterable[Finding], severities: Mapping[str, OwnSeverity]
) -> tuple[Finding, ...]:
    """The findings in their order, those of codes to be ignored left out, others with the severity given by code."""
    return tuple(
        _with(finding, severities.get(finding.code))
        for finding in findings
        if severities.get(finding.code) != "ignore"
    )


def _with(finding: Finding, severity: Severity | Literal["ignore"] | None) -> Finding:
    return finding if severity is None else finding.model_copy(update={"own_severity": severity})
