"""The pages on quirks name codes, modules and pages that exist, and the index has them all."""

import re
from pathlib import Path

import pytest

from schemas.findings import CATALOG

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "quirks"
PAGES = sorted(FOLDER.glob("*.md"))
LONGEST_PAGE = 60


def test_the_index_has_each_page() -> None:
    index = (FOLDER / "README.md").read_text("utf-8")
    assert [page.name for page in PAGES if page.name != "README.md" and f"({page.name})" not in index] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_names_what_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    paths = re.findall(r"`((?:parsers|schemas|tests|outputs)/[\w/.-]+)`", text)
    links = re.findall(r"\]\(([^)#]+)\)", text)
    assert [code for code in re.findall(r"\b[A-Z]{3}\d{3}\b", text) if code not in CATALOG] == []
    assert [path for path in paths if not (ROOT / path).exists()] == []
    assert [link for link in links if not (page.parent / link).exists()] == []
    assert len(text.splitlines()) <= LONGEST_PAGE
