"""A link of an operation plan to a development plan, for a person at a terminal."""

from collections.abc import Iterator

from outputs.comparison.figures import verdicts
from outputs.comparison.model import Linkage, LinkedProject
from outputs.comparison.sheets import origin_place, over_ceiling
from outputs.comparison.text import cautions, plan_line
from outputs.comparison.wording import name_text, wording
from schemas.findings.catalog import Language
from schemas.plan_text import baht_text

_ORDER = ("no_origin", "above", "no_money_that_year", "within")


def render(linkage: Linkage, language: Language = "th") -> str:
    """Both plans, the counts, then the projects by verdict, those to look at first; Arabic digits.

    Lines without a final newline.
    """
    words = wording(language)
    lines = [
        words["link_title"],
        plan_line("action", linkage.action, language),
        plan_line("development", linkage.development, language),
        *cautions(linkage.action, linkage.development, language),
        words["link_year"].format(year=linkage.year or "-"),
        words["link_counts"].format_map(verdicts(linkage)),
    ]
    for verdict in _ORDER:
        members = [linked for linked in linkage.projects if linked.verdict == verdict]
        lines += ["", f"{words[f'section_{verdict}']} ({len(members)})"]
        lines += [line for linked in members for line in _entry(linked, language)]
    return "\n".join(lines)


def _entry(linked: LinkedProject, language: Language) -> Iterator[str]:
    words = wording(language)
    number = f"{linked.project.number}. " if linked.project.number else ""
    money = f" ({baht_text(linked.amount)} {words['baht']})" if linked.amount else ""
    yield f"  - {number}{name_text(linked.project)}{money}"
    if linked.origin is None:
        return
    named = linked.origin.strategy
    strategy = words["strategy_of"].format(name=named.name) if named else words["no_strategy"]
    yield f"      {words['origin']}: {name_text(linked.origin)}"
    yield f"      {f'{strategy} {origin_place(linked.origin, language)}'.strip()}"
    if linked.ceiling is not None:
        over = over_ceiling(linked)
        excess = f" {words['over']}: {baht_text(over)}" if over else ""
        yield f"      {words['ceiling']}: {baht_text(linked.ceiling)}{excess}"
