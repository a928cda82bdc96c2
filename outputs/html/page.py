"""A plan as one page of HTML that needs no other file: to read, to search, to filter and to print."""

import re
from base64 import b64encode
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from outputs.docx.forms import month_name
from outputs.docx.style import BookStyle
from outputs.docx.titles import organization_line, plan_line
from outputs.html.facets import Facets, facets_of, money_shares
from outputs.html.looks import style_sheet
from outputs.html.phrases import page_words, sum_text
from outputs.html.sections import page_forms
from outputs.html.summary_table import summary_table
from outputs.numerals import table_numerals, write_numerals
from schemas.plan import EQUIPMENT_FORMS, FISCAL_MONTHS, Plan

# What no browser shows and HTML forbids: control characters and lone surrogates.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of the numbers at the head of the page."""

    label: str
    value: str


def render(plan: Plan, style: BookStyle) -> bytes:
    """The page in UTF-8; equal plans and styles give equal bytes. Only the numerals of `style` are used.

    The page may load nothing from anywhere and run nothing but its own script, whatever the plan's texts hold:
    its Content-Security-Policy names both by their digests. Without a script it is whole, but has no filters.
    """
    facets = facets_of(plan)
    forms = page_forms(plan, facets)
    sheet, script = style_sheet(forms, style.numerals), _resource("page.js")
    html = _template().render(
        text=partial(write_numerals, policy=style.numerals),
        cell=partial(write_numerals, policy=table_numerals(style.numerals)),
        words=page_words(),
        style=style,
        cell_digits=table_numerals(style.numerals),
        policy=_policy(sheet, script),
        sheet=sheet,
        script=script,
        title=plan_line(plan),
        organization=organization_line(plan.organization),
        figures=_key_figures(plan),
        summary=summary_table(plan),
        shares=money_shares(plan),
        by_strategy=bool(facets.strategies),
        filters=_filters(facets),
        forms=forms,
        month_names=[month_name(month) for month in FISCAL_MONTHS],
        sum_text=sum_text,
    )
    return _UNWRITABLE.sub("", html).encode()


@cache
def _template() -> Template:
    loader = FunctionLoader(_resource)
    environment = Environment(
        loader=loader,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("page.html.jinja")


def _resource(name: str) -> str:
    return files("outputs.html").joinpath(name).read_text("utf-8")


def _policy(sheet: str, script: str) -> str:
    digests = [b64encode(sha256(_inside(text).encode()).digest()).decode() for text in (sheet, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _inside(text: str) -> str:
    """What the browser takes the digest of: the text of the element, which the template begins with a new line."""
    return f"\n{text}"


def _money(plan: Plan) -> Decimal:
    return sum((project.total_baht() for project in plan.projects), Decimal(0))


def _key_figures(plan: Plan) -> list[KeyFigure]:
    """How many projects, pieces of equipment and baht; what the plan has none of is left out."""
    words = page_words()["figures"]
    equipment = sum(project.form in EQUIPMENT_FORMS for project in plan.projects)
    counts = {"projects": len(plan.projects) - equipment, "equipment": equipment}
    figures = [KeyFigure(words[key], f"{count:,}") for key, count in counts.items() if count]
    return [*figures, KeyFigure(words["amount"], sum_text(_money(plan)))] if figures else []


def _filters(facets: Facets) -> dict[str, list[tuple[str, str]]]:
    """The lists to choose from, as (value, label); a filter with nothing to choose from is left out."""
    found = {
        "strategy": [(str(at), label) for at, label in enumerate(facets.strategies)],
        "program": [(str(at), label) for at, label in enumerate(facets.programs)],
        "unit": [(str(at), label) for at, label in enumerate(facets.units)],
        "month": [(str(month), month_name(month, full=True)) for month in facets.months],
        "year": [(year, year) for year in facets.years],
    }
    return {key: choices for key, choices in found.items() if len(choices) > 1}
