"""What the tests of the pipeline share: a runner of the command line, and a plan file."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main

PLAN: dict[str, Any] = {
    "kind": "operation_plan",
    "organization": {
        "type": "องค์การบริหารส่วนตำบล",
        "name": "ธารทิพย์",
        "district": "ศรีสมมุติ",
        "province": "ตัวอย่าง",
    },
    "fiscal_year": 2566,
    "projects": [
        {
            "form": "ผด.02",
            "strategy": {"number": "1", "name": "การพัฒนาด้านโครงสร้างพื้นฐาน"},
            "groups": [
                {"label": "ยุทธศาสตร์", "number": "1", "name": "การพัฒนาด้านโครงสร้างพื้นฐาน"},
                {"label": "แผนงาน", "number": "1.1", "name": "เคหะและชุมชน"},
            ],
            "program": "แผนงานเคหะและชุมชน",
            "number": "1",
            "name": "ปรับปรุงถนนลูกรังสายบ้านเหนือ",
            "details": "ลงลูกรังยาว 120 เมตร",
            "location": "หมู่ที่ 3",
            "responsible_unit": "กองช่าง",
            "responsible_units": [{"unit": "กองช่าง"}],
            "budget": "245000.00",
            "months": [10, 11, 12],
        }
    ],
    "source": {"name": "old.docx", "sha256": "0" * 64, "format": "docx", "size_bytes": 1},
}

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run `phaen` with words and environment variables; Thai unless the test says otherwise."""

    def run(*words: str | Path, environment: Mapping[str, str] | None = None) -> Result:
        usual = {"PHAEN_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "C.UTF-8"}
        return CliRunner(env={**usual, **(environment or {})}).invoke(main, [str(word) for word in words])

    return run


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A sound plan file with one project."""
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(PLAN, ensure_ascii=False), "utf-8")
    return path
