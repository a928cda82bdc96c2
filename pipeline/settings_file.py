"""phaen.toml: what an office makes of findings, kept beside its plans."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.files import read_input
from pipeline.toml_text import toml_content
from schemas.failures import UsageFailure
from schemas.findings import entry
from schemas.findings.codes import find_code, near, near_codes
from schemas.findings.severities import OWN_SEVERITIES, OwnSeverity

SETTINGS_NAME = "phaen.toml"
_SEVERITY = "severity"
_TABLES = (_SEVERITY,)


def read_severities(plan: Path, named: Path | None = None) -> Mapping[str, OwnSeverity]:
    """By code, the severities that the office wants, of the file `named` or of phaen.toml beside `plan`.

    Empty where there is no such file. InputFailure (DOC001, DOC012) for a `named` file that cannot be opened;
    UsageFailure SET004 for what is no TOML, SET005 for an unknown table or code, SET006 for an unknown severity.
    """
    path = named or plan.parent / SETTINGS_NAME
    if named is None and not path.is_file():
        return {}
    _, content = toml_content(path.name, read_input(path), "SET004")
    for table in content:
        if table not in _TABLES:
            raise _unknown(path.name, f"[{table}]", near(table, _TABLES) or _TABLES)
    return dict(_severity(path.name, code, value) for code, value in _table(path.name, content).items())


def _table(name: str, content: Mapping[str, Any]) -> Mapping[str, Any]:
    table = content.get(_SEVERITY, {})
    if not isinstance(table, dict):
        raise _not_a_severity(name, _SEVERITY, table)
    return table


def _severity(name: str, asked: str, value: object) -> tuple[str, OwnSeverity]:
    code = find_code(asked)
    if code is None or entry(code).severity == "failure":
        raise _unknown(name, f"[{_SEVERITY}] {asked}", near_codes(asked))
    if value not in OWN_SEVERITIES:
        raise _not_a_severity(name, f"[{_SEVERITY}] {asked}", value)
    return code, next(known for known in OWN_SEVERITIES if known == value)


def _unknown(name: str, where: str, proposals: tuple[str, ...]) -> UsageFailure:
    return UsageFailure("SET005", name=name, where=where, near=", ".join(proposals) or "phaen explain")


def _not_a_severity(name: str, where: str, value: object) -> UsageFailure:
    return UsageFailure("SET006", name=name, where=where, value=str(value), allowed=", ".join(OWN_SEVERITIES))
