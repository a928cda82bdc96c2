"""Findings as one page for a browser, to read, to filter and to print: no other file is needed, none is asked for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape
from importlib.resources import files
from itertools import groupby

from outputs.findings.html_row import row_html
from outputs.findings.view import View, Words, argument, place_text, views, words_of
from outputs.report import headline, totals
from schemas.findings import SEVERITIES, Finding
from schemas.findings.catalog import Language
from schemas.plan import Plan

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
"""The page may load nothing from anywhere, whatever a plan's texts hold."""


def findings_html(plan: Plan, findings: Iterable[Finding], language: Language = "th") -> str:
    """The whole page: a summary, filters by severity and code, and each finding beside the row that it is about."""
    words = words_of(language)
    found = views(plan, findings, language)
    title = f"{words('title')} {headline(plan, language)[0]}"
    parts = [
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>\n<style>\n{_resource('page.css')}</style></head>\n<body>",
        _summary(plan, found, words, language),
        _filters(found, words) if found else f"<p>{escape(words('nothing'))}</p>",
        f"<main>{_sections(plan, found, words, language)}</main>",
        f"<script>\n{_resource('page.js')}</script>" if found else "",
        "</body></html>\n",
    ]
    return "\n".join(parts)


def _resource(name: str) -> str:
    return files("outputs.findings").joinpath(name).read_text("utf-8")


def _summary(plan: Plan, found: Sequence[View], words: Words, language: Language) -> str:
    counts = Counter(view.finding.severity for view in found)
    tally = "".join(
        f'<li class="{severity}">{escape(words(severity))} {counts[severity]}</li>' for severity in SEVERITIES
    )
    first, *lines = headline(plan, language)
    rows = "".join(_total_row(*row) for row in totals(plan, language))
    more = "".join(f"<p>{escape(line)}</p>" for line in lines)
    decide = escape(words("how_to_decide", name=argument(plan.source.name))) if found else ""
    return (
        f"<header><h1>{escape(words('title'))} {escape(first)}</h1>{more}"
        f'<p class="from">{escape(words("made_from", name=plan.source.name))}</p>'
        f'<table class="totals"><tbody>{rows}</tbody></table><ul class="tally">{tally}</ul>'
        f'<p class="from">{decide}</p></header>'
    )


def _total_row(label: str, count: str, amount: str, _baht: Decimal) -> str:
    return f'<tr><th scope="row">{escape(label)}</th><td>{escape(count)}</td><td>{escape(amount)}</td></tr>'


def _filters(found: Sequence[View], words: Words) -> str:
    """Hidden until the script runs, which alone can make it work."""
    present = [severity for severity in SEVERITIES if any(v.finding.severity == severity for v in found)]
    boxes = "".join(
        f'<label class="{severity}"><input type="checkbox" value="{severity}" checked> '
        f"{escape(words(severity))}</label>"
        for severity in present
    )
    codes = sorted({(view.finding.code, view.finding.entry.name) for view in found})
    options = "".join(f'<option value="{code}">{code} {escape(name)}</option>' for code, name in codes)
    told = escape(words.plain["shown"])
    return (
        f'<form class="filters" hidden><fieldset><legend>{escape(words("filters"))}</legend>{boxes}</fieldset>'
        f'<label>{escape(words("code"))} <select><option value="">{escape(words("all_codes"))}</option>{options}'
        f'</select></label><output aria-live="polite" data-words="{told}"></output></form>'
    )


def _sections(plan: Plan, found: Sequence[View], words: Words, language: Language) -> str:
    sections = []
    for place, members in groupby(found, key=View.place):
        entries = "".join(
            _entry(plan, list(entry), words, language)
            for _, entry in groupby(members, key=lambda view: view.position)
        )
        sections.append(f"<section><h2>{escape(place_text(place, words))}</h2>{entries}</section>")
    return "\n".join(sections)


def _entry(plan: Plan, found: Sequence[View], words: Words, language: Language) -> str:
    items = "".join(_item(view, words, language) for view in found)
    listed = f'<ul class="found">{items}</ul>'
    project = found[0].project
    if project is None:
        return f'<article class="entry alone">{listed}</article>\n'
    with_months = plan.kind == "operation_plan"
    return f'<article class="entry">{row_html(project, found, words, with_months=with_months)}{listed}</article>\n'


def _item(view: View, words: Words, language: Language) -> str:
    finding = view.finding
    row = finding.provenance.row
    where = [
        *([words("row", row=row + 1)] if row is not None else []),
        *([words("field", field=view.field)] if view.field else []),
    ]
    told = {
        "present": view.present if view.project is None else "",
        "printed": view.printed,
        "proposal": finding.proposal or "",
    }
    below = "".join(
        f"<dt>{escape(words(key))}</dt><dd>{escape(text)}</dd>" for key, text in told.items() if text
    )
    return (
        f'<li class="{finding.severity}" data-severity="{finding.severity}" data-code="{finding.code}">'
        f'<span class="severity">{escape(words(finding.severity))}</span> '
        f'<span class="code" title="{escape(finding.entry.explanation(language))}">{finding.code}</span> '
        f'<span class="at">{escape(" ".join(where))}</span>'
        f"<p>{escape(finding.message(language))}</p>{f'<dl>{below}</dl>' if below else ''}</li>"
    )
