"""Sentences of templates and facts: English counts read right, for one and for several, in every word of the tool."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli.words import words
from schemas.findings import CATALOG, Finding
from schemas.sentences import filled, with_blanks

ROOT = Path(__file__).parents[2]
THAI = re.compile(r"[ก-๙]")
PLACES = "{count} {count:|place|places} in {name}"


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "1 place in ก"),
        (2, "2 places in ก"),
        (0, "0 places in ก"),
        ("1", "1 place in ก"),
        (11, "11 places in ก"),
    ],
)
def test_a_word_goes_with_its_count(count: object, told: str) -> None:
    assert filled(PLACES, {"count": count, "name": "ก"}) == told


def test_other_facts_are_written_as_their_own_formats_say() -> None:
    template = "{count:,} {count:|entry|entries}, {amount:>8.2f}{name:<3}|"
    assert filled(template, {"count": 12_345, "amount": 1.5, "name": "ก"}) == "12,345 entries,     1.50ก  |"
    assert filled("{count} รายการ", {"count": 1}) == "1 รายการ"


@pytest.mark.parametrize("template", ["{count}", PLACES])
def test_a_fact_that_is_missing_is_a_mistake(template: str) -> None:
    with pytest.raises(KeyError):
        filled(template, {"name": "ก"})


def test_with_blanks_it_reads_as_for_several() -> None:
    assert with_blanks(PLACES) == "… places in …"
    assert with_blanks("{amount:,.2f} บาท") == "… บาท"


def test_findings_and_summaries_tell_of_one_and_of_several() -> None:
    facts = {"word": "ดำเนนการ", "meant": "ดำเนินการ", "proposal": ""}
    code = next(code for code, entry in CATALOG.items() if "is probably meant as" in entry.en)
    assert "(1 place)" in Finding(code=code, facts={**facts, "count": 1}).message("en")
    assert "(3 places)" in Finding(code=code, facts={**facts, "count": 3}).message("en")
    assert words("en", "archive.exported", name="x", plans=1, projects=2) == "Written: x (1 plan, 2 projects)"


def texts(content: Any) -> Iterator[str]:
    """All texts of a file of words."""
    if isinstance(content, dict):
        for value in content.values():
            yield from texts(value)
    elif isinstance(content, str):
        yield content


NUMBERS = "changed|copies|count|decisions|entries|files|findings|note|plans|projects|rows|total"
UNFIT = re.compile(
    rf"\{{(?:{NUMBERS})(?::,)?\}} (?:[a-z]+ )?"
    r"(?:places|projects|files|findings|entries|plans|rows|notes|texts|copies|characters|pieces|decisions)\b"
)


@pytest.mark.parametrize(
    "file",
    [
        "schemas/findings/catalog.toml",
        "pipeline/cli/words.toml",
        "outputs/report.toml",
        *(f"outputs/{room}/words.toml" for room in ("comparison", "draft", "findings", "follow_up", "forms")),
    ],
)
def test_no_english_text_has_a_plural_beside_any_number(file: str) -> None:
    for text in texts(tomllib.loads((ROOT / file).read_text("utf-8"))):
        found = UNFIT.search(text)
        assert found is None, f"{text}: write {{count:|{'place'}|{'places'}}} for {found and found[0]}"


@pytest.mark.parametrize("code", CATALOG)
def test_every_choice_offers_two_words(code: str) -> None:
    entry = CATALOG[code]
    assert ":|" not in entry.th
    assert "{" not in with_blanks(entry.en)
    facts = dict.fromkeys(re.findall(r"\{(\w+)", entry.en), 1)
    assert "|" not in filled(entry.en, facts)


SEVERITY_WORDS = {"error": "ต้องแก้", "warning": "ควรตรวจ", "note": "หมายเหตุ"}


def severities(content: Any) -> Iterator[tuple[str, str]]:
    """The Thai names of severities in a file of words: tables that name all three."""
    if not isinstance(content, dict):
        return
    if SEVERITY_WORDS.keys() <= content.keys():
        for key in SEVERITY_WORDS:
            text = content[key]["th"] if isinstance(content[key], dict) else content[key]
            if THAI.search(text):
                yield key, text
    for value in content.values():
        yield from severities(value)


def test_severities_have_one_thai_name_everywhere() -> None:
    files = [file for room in ("outputs", "pipeline") for file in ROOT.glob(f"{room}/**/words.toml")]
    named = {file.parent.name: set(severities(tomllib.loads(file.read_text("utf-8")))) for file in files}
    assert {"province", "findings", "forms", "follow_up", "cli"} <= {
        room for room, found in named.items() if found
    }
    assert set().union(*named.values()) == set(SEVERITY_WORDS.items())
