"""Reading of plan files: the JSON that `phaen extract` writes."""

import re

from pydantic import ValidationError

from schemas.failures import InputFailure
from schemas.plan import Plan

_PROBLEMS_TH = {
    "missing": "ขาดรายการนี้",
    "extra_forbidden": "ไม่รู้จักรายการนี้",
    "json_invalid": "ไม่ใช่ JSON ที่ถูกต้อง",
    "literal_error": "ค่านี้ไม่อยู่ในค่าที่กำหนด",
    "string_type": "ต้องเป็นข้อความ",
    "string_pattern_mismatch": "รูปแบบข้อความไม่ถูกต้อง",
    "int_type": "ต้องเป็นจำนวนเต็ม",
    "int_parsing": "ต้องเป็นจำนวนเต็ม",
    "greater_than_equal": "ค่าน้อยเกินไป",
    "less_than_equal": "ค่ามากเกินไป",
    "tuple_type": "ต้องเป็นรายการแบบ [ ]",
    "dict_type": "ต้องเป็นกลุ่มค่าแบบ { }",
    "model_type": "ต้องเป็นกลุ่มค่าแบบ { }",
}

_LINE = re.compile(r"at line (\d+)")


def load_plan(name: str, data: bytes) -> Plan:
    """The Plan in a plan file's bytes; InputFailure DOC011 names the first place that does not fit."""
    try:
        return Plan.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))  # Notepad puts a mark first
    except ValidationError as error:
        raise InputFailure("DOC011", name=name, **_first_problem(error)) from error


def _first_problem(error: ValidationError) -> dict[str, str]:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return {
        "where": _place(first["loc"]),
        "problem_th": _problem_th(first["type"], first["msg"]),
        "problem_en": first["msg"],
    }


def _problem_th(kind: str, message: str) -> str:
    """The problem in Thai; of broken JSON with the line that it was noticed in, as the English message has it."""
    problem = _PROBLEMS_TH.get(kind, message)
    line = _LINE.search(message) if kind == "json_invalid" else None
    return f"{problem} (บรรทัดที่ {line[1]} หรือก่อนหน้านั้น)" if line else problem


def _place(location: tuple[int | str, ...]) -> str:
    """`projects[3].budget` for ("projects", 3, "budget"); "$" for the whole file."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return "".join(steps).removeprefix(".") or "$"
