"""Reading of plan files: what does not fit is named by its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.plan_file import load_plan
from schemas.failures import InputFailure


def mended(plan_file: Path, **changes: Any) -> bytes:
    plan = json.loads(plan_file.read_text("utf-8"))
    plan["projects"][0].update(changes)
    return json.dumps(plan).encode()


def test_sound_file_with_the_mark_that_notepad_writes(plan_file: Path) -> None:
    plan = load_plan("plan.json", b"\xef\xbb\xbf" + plan_file.read_bytes())
    assert plan.fiscal_year == 2566
    assert plan.projects[0].months == (10, 11, 12)


@pytest.mark.parametrize(
    ("changes", "where", "problem"),
    [
        ({"budget": "245,000"}, "projects[0].budget", "รูปแบบ"),
        ({"months": [10, 13]}, "projects[0].months[1]", "มากเกินไป"),
        ({"form": "ผด.2"}, "projects[0].form", "ไม่อยู่ในค่าที่กำหนด"),
        ({"colour": "red"}, "projects[0].colour", "ไม่รู้จัก"),
        ({"strategy": {"number": "1"}}, "projects[0].strategy.name", "ขาด"),
    ],
)
def test_place_and_problem_are_told(
    plan_file: Path, changes: dict[str, Any], where: str, problem: str
) -> None:
    with pytest.raises(InputFailure) as failure:
        load_plan("plan.json", mended(plan_file, **changes))
    assert failure.value.code == "DOC011"
    assert f"ที่ {where}: " in failure.value.message("th")
    assert problem in failure.value.message("th")
    assert f"at {where}: " in failure.value.message("en")


def test_the_line_of_broken_json_is_told() -> None:
    with pytest.raises(InputFailure) as failure:
        load_plan("plan.json", b'{\n"kind": "operation_plan"\n"projects": []\n}')
    assert "บรรทัดที่ 3 " in failure.value.message("th")
    assert "at line 3 " in failure.value.message("en")


@pytest.mark.parametrize("data", [b"{", b"[]", b"\xff\xfe{", b'{"kind": ' + b"[" * 100_000])
def test_what_is_no_plan_at_all(data: bytes) -> None:
    with pytest.raises(InputFailure) as failure:
        load_plan("plan.json", data)
    assert failure.value.code == "DOC011"
