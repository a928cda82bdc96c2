"""Findings for a person at a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from outputs.findings.view import View, Words, place_text, views, words_of
from schemas.findings import Finding
from schemas.findings.catalog import Language
from schemas.plan import Plan

_INDENT = " " * 6


def findings_text(plan: Plan, findings: Iterable[Finding], language: Language = "th") -> str:
    """The findings under their page and table (counted from 1), each with code, severity, row, field and message.

    What was printed and what is proposed stand below. Empty for no findings; lines without a final newline.
    """
    words = words_of(language)
    lines: list[str] = []
    for place, members in groupby(views(plan, findings, language), key=View.place):
        lines.append(place_text(place, words))
        for view in members:
            lines += [_line(view, words, language), *_below(view, words)]
    return "\n".join(lines)


def _line(view: View, words: Words, language: Language) -> str:
    finding = view.finding
    row = finding.provenance.row
    parts = [finding.code, words(finding.severity)]
    if row is not None:
        parts.append(words("row", row=row + 1))
    if view.field:
        parts.append(words("field", field=view.field))
    return f"  {' '.join(parts)}: {finding.message(language)}"


def _below(view: View, words: Words) -> Iterator[str]:
    if view.printed:
        yield f'{_INDENT}{words("printed")}: "{view.printed}"'
    if view.finding.proposal is not None:
        yield f'{_INDENT}{words("proposal")}: "{view.finding.proposal}"'
