"""The list of what can be decided, written anew or over an earlier one whose decisions stay."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from outputs.corrections import Choice, entry_text, file_text, head_text
from outputs.findings.view import View, views
from parsers.corrections import TEXT, Unfit, affected, can_set, wanted_at, with_value
from pipeline.correction_file import blocks_of, parse_corrections
from pipeline.corrections import UNMATCHED, UNMATCHED_APPROVAL
from pipeline.extract import Extraction
from pipeline.files import check_target, read_input, write_output
from schemas.corrections import Correction
from schemas.findings.catalog import Language
from schemas.plan import Plan

SUFFIX = ".toml"


class Listed(NamedTuple):
    """How many entries a file of decisions has, and how many of them are still open."""

    entries: int
    open: int


class _Earlier(NamedTuple):
    """An entry of the file that is there already: what it says, and its text with all comments."""

    correction: Correction
    text: str


def write_decisions(target: Path, source: Path, extraction: Extraction, language: Language) -> Listed:
    """Write one entry per finding to `target`; over an earlier file, what was decided or noted there stays.

    Entries of findings that are gone stay where something was decided. One whose field holds something else by now
    is open again. UsageFailure OUT002, OUT004, COR010, COR011, OutputFailure OUT001: nothing is written then.
    """
    check_target(target, (SUFFIX,), source=source)
    head, earlier = _earlier(target)
    entries = dict(_entries(extraction, earlier, language))
    rest = (fingerprint for fingerprint in earlier if fingerprint not in entries)
    kept = {mark: earlier[mark] for mark in rest if earlier[mark].correction.decision != "open"}
    texts = [text for text, _ in entries.values()] + [entry.text for entry in kept.values()]
    write_output(target, file_text(head or head_text(extraction.plan, target.name, language), texts))
    return Listed(len(texts), sum(is_open for _, is_open in entries.values()))


def _earlier(target: Path) -> tuple[str, Mapping[str, _Earlier]]:
    if not target.exists():
        return "", {}
    data = read_input(target)
    corrections = parse_corrections(target.name, data)
    head, texts = blocks_of(data)
    pairs = zip(corrections, texts, strict=True)
    return head, {correction.fingerprint: _Earlier(correction, text) for correction, text in pairs}


def _entries(
    extraction: Extraction, earlier: Mapping[str, _Earlier], language: Language
) -> Iterator[tuple[str, tuple[str, bool]]]:
    """By fingerprint, each entry's text and whether it is open."""
    for view in views(extraction.plan, extraction.findings, language):
        finding = view.finding
        if finding.code in (UNMATCHED, UNMATCHED_APPROVAL):
            continue
        before = earlier.get(finding.fingerprint)
        choice = _choice(extraction.plan, view, language)
        if before and _still_fits(before.correction, choice):
            yield finding.fingerprint, (before.text, before.correction.decision == "open")
        else:
            yield finding.fingerprint, (entry_text(choice, language), True)


def _choice(plan: Plan, view: View, language: Language) -> Choice:
    path = view.finding.path
    if path is None or not can_set(plan, path):
        return Choice(view, can_set=False, can_accept=False, affected=0)
    wanted = wanted_at(plan, path)
    hint = "" if wanted == TEXT else wanted.th if language == "th" else wanted.en
    return Choice(view, True, _fits(plan, path, view.finding.proposal), affected(plan, path), hint)


def _fits(plan: Plan, path: str, proposal: str | None) -> bool:
    """Whether there is a proposal that its field can take."""
    if not proposal:
        return False
    try:
        with_value(plan, path, proposal)
    except Unfit:
        return False
    return True


def _still_fits(before: Correction, choice: Choice) -> bool:
    if before.decision == "right":
        return True
    proposal = (choice.view.finding.proposal or "") if choice.can_accept else ""
    return before.proposal == proposal and before.present == (choice.view.present if choice.can_set else "")
