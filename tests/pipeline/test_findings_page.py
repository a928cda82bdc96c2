"""docs/findings.md is what the catalog says now, and the catalog is whole."""

import importlib.util
import re
import string
from pathlib import Path

import pytest

from schemas.findings import CATALOG

ROOT = Path(__file__).parents[2]
THAI = re.compile(r"[ก-๙]")


def blanks(template: str) -> set[str]:
    return {
        name.removesuffix("_th").removesuffix("_en")
        for _, name, _, _ in string.Formatter().parse(template)
        if name
    }


def test_page_is_current() -> None:
    script = ROOT / "scripts" / "findings_page.py"
    spec = importlib.util.spec_from_file_location("findings_page", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "findings.md").read_text("utf-8") == module.page(), f"run: python {script}"


@pytest.mark.parametrize("code", CATALOG)
def test_entry_is_documented_in_both_languages(code: str) -> None:
    entry = CATALOG[code]
    assert f"### {code} {entry.name}\n" in (ROOT / "docs" / "findings.md").read_text("utf-8")
    assert re.fullmatch(r"[A-Z]{3}\d{3}", code)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", entry.name)
    assert THAI.search(entry.th)
    assert THAI.search(entry.explain_th)
    assert not THAI.search(entry.en)
    assert not THAI.search(entry.explain_en)
    assert blanks(entry.th) == blanks(entry.en)


def test_names_are_unique() -> None:
    names = [entry.name for entry in CATALOG.values()]
    assert len(set(names)) == len(names)
