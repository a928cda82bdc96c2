"""The wording in force: what is added to it, and that nothing of it outlives its context."""

import re
from pathlib import Path

import pytest

from schemas.vocabulary import extended, load, merged, vocabulary_cache

ROOT = Path(__file__).parents[2]
READERS = ("parsers/tables", "parsers/records", "parsers/thai")


def words_of(name: str) -> list[str]:
    """The titles' words that hold `name`."""
    return [word for word in load("form_signs")["title"]["words"] if name in word]


def test_additions_stand_behind_the_words_of_the_package() -> None:
    own = load("form_signs")["title"]["words"]
    with extended({"form_signs": {"title": {"words": ["สมุดงานประจำ"]}}}):
        assert load("form_signs")["title"]["words"] == [*own, "สมุดงานประจำ"]
        assert load("form_signs")["title"]["code"]
    assert load("form_signs")["title"]["words"] == own


def test_an_inner_context_replaces_the_outer_one_for_its_time() -> None:
    with extended({"form_signs": {"title": {"words": ["สมุดงานหนึ่ง"]}}}):
        with extended({"form_signs": {"title": {"words": ["สมุดงานสอง"]}}}):
            assert words_of("สมุดงาน") == ["สมุดงานสอง"]
        assert words_of("สมุดงาน") == ["สมุดงานหนึ่ง"]


def test_a_failure_inside_the_context_leaves_no_words_behind() -> None:
    with pytest.raises(ZeroDivisionError), extended({"form_signs": {"title": {"words": ["สมุดงาน"]}}}):
        raise ZeroDivisionError
    assert words_of("สมุดงาน") == []


def test_caches_forget_only_when_the_wording_changes() -> None:
    asked: list[str] = []

    @vocabulary_cache()
    def remember(word: str) -> int:
        asked.append(word)
        return len(asked)

    assert [remember("ก"), remember("ก")] == [1, 1]
    with extended({}):
        assert remember("ก") == 1
    with extended({"funds": {"beginnings": ["ทุนของชุมชน"]}}):
        assert remember("ก") == 2
    assert remember("ก") == 3


def test_merging_changes_neither_side() -> None:
    own, more = {"a": [1], "b": {"c": [2]}, "d": "x"}, {"a": [3], "b": {"c": [4], "e": [5]}}
    assert merged(own, more) == {"a": [1, 3], "b": {"c": [2, 4], "e": [5]}, "d": "x"}
    assert own == {"a": [1], "b": {"c": [2]}, "d": "x"}


def test_no_reader_of_vocabularies_keeps_results_by_a_cache_of_its_own() -> None:
    """A result that functools kept would mix the words of one office with the plan of another."""
    readers = [path for room in READERS for path in (ROOT / room).glob("*.py")]
    readers += [
        path
        for room in ("parsers", "outputs", "pipeline")
        for path in (ROOT / room).rglob("*.py")
        if re.search(r"^from schemas\.vocabulary import .*\bload\b", path.read_text("utf-8"), re.M)
    ]
    own = re.compile(r"^\s*@(?:functools\.)?(?:lru_)?cache\b", re.M)
    assert len(readers) > len(READERS)
    kept = [str(path.relative_to(ROOT)) for path in readers if own.search(path.read_text("utf-8"))]
    assert kept == [], "use schemas.vocabulary.vocabulary_cache there"
