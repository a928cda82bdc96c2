"""profile.toml: read, refused where a line does not fit, and made for an office to fill in."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.files import read_input
from pipeline.toml_text import toml_content
from schemas.failures import UsageFailure
from schemas.findings.codes import near
from schemas.profile import Profile

_EXPECTED = {
    "expected_th": 'ข้อความบรรทัดเดียวที่ไม่ว่าง ในเครื่องหมาย "..."',
    "expected_en": "a text of one line, not empty, in quotation marks",
}
_NO_SPACES = {"expected_th": "ข้อความที่ไม่มีช่องว่าง", "expected_en": "a text without spaces"}
_TABLE = {"expected_th": "หัวข้อในวงเล็บ [ ]", "expected_en": "a table, headed by its name in [ ]"}


def read_profile(path: Path) -> Profile:
    """The profile in a file.

    InputFailure (DOC001, DOC006, DOC012) for a file that cannot be opened; UsageFailure SET007 for what is no TOML,
    SET008 for a table or key that a profile has not, SET009 for a value that does not fit.
    """
    _, content = toml_content(path.name, read_input(path), "SET007")
    try:
        return Profile.model_validate(content)
    except ValidationError as error:
        raise _refusal(path.name, dict(error.errors()[0])) from error


def _refusal(name: str, problem: dict[str, Any]) -> UsageFailure:
    """The failure that tells of one of pydantic's errors."""
    place = [str(step) for step in problem["loc"] if step != "[key]"]
    where = f"[{place[0]}]" + "".join(f" {step}" for step in place[1:])
    if problem["type"] == "extra_forbidden":
        known = _keys(place[0]) if len(place) > 1 else tuple(Profile.model_fields)
        proposals = ", ".join(near(place[-1], known) or known)
        return UsageFailure("SET008", name=name, where=where, near=proposals)
    return UsageFailure("SET009", name=name, where=where, **_expected(problem, is_table=len(place) == 1))


def _keys(table: str) -> tuple[str, ...]:
    default = Profile.model_fields[table].default
    return tuple(type(default).model_fields)


def _expected(problem: dict[str, Any], *, is_table: bool) -> dict[str, str]:
    if problem["type"] == "literal_error":
        allowed = str(problem["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        return {"expected_th": f"คำใดคำหนึ่งต่อไปนี้: {allowed}", "expected_en": f"one of: {allowed}"}
    if is_table:
        return _TABLE
    has_spaces = problem["type"] == "string_pattern_mismatch" and " " in str(problem["input"])
    return _NO_SPACES if has_spaces else _EXPECTED
