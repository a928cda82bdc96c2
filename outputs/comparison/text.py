"""A comparison for a person at a terminal."""

from collections.abc import Iterable, Iterator

from outputs.comparison.figures import counts
from outputs.comparison.model import Change, ComparedPlan, Comparison, GroupTotal, Pairing
from outputs.comparison.wording import (
    difference_text,
    money_text,
    name_text,
    organization_text,
    wording,
)
from schemas.findings.catalog import Language
from schemas.plan import Project
from schemas.plan_text import baht_text
from schemas.sentences import filled

_NO_MONEY = "-"


def render(comparison: Comparison, language: Language = "th") -> str:
    """Both plans, the counts, sums by strategy, and each new, dropped and changed project; Arabic digits.

    Lines without a final newline.
    """
    words = wording(language)
    found = counts(comparison)
    lines = [words["title_amendment" if comparison.is_amendment else "title"]]
    lines += [plan_line("old", comparison.old, language), plan_line("new", comparison.new, language)]
    lines += [*cautions(comparison.old, comparison.new, language), ""]
    lines += [words["counts"].format_map(found), words["changed_counts"].format_map(found), ""]
    lines += [words["section_totals"], *(f"  {line}" for line in _totals(comparison.totals, language))]
    for status in ("new", "dropped"):
        members = [pairing for pairing in comparison.pairings if pairing.status == status]
        lines += ["", f"{words[f'section_{status}']} ({len(members)})"]
        lines += [_entry(pairing.new or pairing.old, language) for pairing in members]
    changed = [pairing for pairing in comparison.pairings if pairing.changes]
    lines += ["", f"{words['section_changed']} ({len(changed)})"]
    lines += [line for pairing in changed for line in _changed(pairing, language)]
    return "\n".join(lines)


def plan_line(label: str, plan: ComparedPlan, language: Language) -> str:
    """Which plan it is, how many projects it has, and their money."""
    words = wording(language)
    facts = {
        "label": words[label],
        "name": plan.name,
        "organization": organization_text(plan.organization),
        "years": years_text(plan, language),
        "edition": plan.edition or "",
        "count": plan.projects,
        "amount": baht_text(plan.amount),
    }
    text = filled(words["plan_line"], facts)
    return " ".join(text.split()).replace(" ,", ",")


def cautions(first: ComparedPlan, second: ComparedPlan, language: Language) -> list[str]:
    """What speaks against having the two plans side by side: other offices, or years in the wrong order.

    A development plan as the second is held to cover the first one's year.
    """
    words = wording(language)
    told = []
    offices = [plan.organization for plan in (first, second)]
    if all(office.name for office in offices) and offices[0].name != offices[1].name:
        told.append(words["caution_offices"].format(*(organization_text(office) for office in offices)))
    if first.fiscal_year is None or second.fiscal_year is None:
        return told
    if first.kind == second.kind and second.fiscal_year < first.fiscal_year:
        told.append(words["caution_order"])
    last = second.fiscal_year_end or second.fiscal_year
    if first.kind != second.kind and not second.fiscal_year <= first.fiscal_year <= last:
        told.append(words["caution_years"].format(year=first.fiscal_year, years=years_text(second, language)))
    return told


def years_text(plan: ComparedPlan, language: Language) -> str:
    """The plan's year or years; "" where they are not known."""
    if plan.fiscal_year is None:
        return ""
    last = plan.fiscal_year_end or plan.fiscal_year
    key = "year" if last == plan.fiscal_year else "years"
    return wording(language)[key].format(first=plan.fiscal_year, last=last)


def change_line(change: Change, language: Language) -> str:
    """ "งบประมาณ: 100,000 → 120,000"."""
    words = wording(language)
    old, new = change.old or words["nothing"], change.new or words["nothing"]
    return f"{words[f'field_{change.field}']}: {old} → {new}"


def _totals(totals: Iterable[GroupTotal], language: Language) -> Iterator[str]:
    words = wording(language)
    for total in totals:
        money = f"{baht_text(total.old_amount)} → {baht_text(total.new_amount)} {words['baht']}"
        yield (
            f"{total.name or words['no_strategy']}: {total.old_count} → {total.new_count} {words['projects']}, "
            f"{money} ({difference_text(total.old_amount, total.new_amount)})"
        )


def _entry(project: Project | None, language: Language) -> str:
    if project is None:
        return ""
    money = money_text(project)
    unit = f" {wording(language)['baht']}" if money[-1:].isdigit() else ""
    return f"  - {name_text(project)}" + (f" ({money}{unit})" if money and money != _NO_MONEY else "")


def _changed(pairing: Pairing, language: Language) -> Iterator[str]:
    if pairing.new is not None:
        yield f"  - {name_text(pairing.new)}"
    yield from (f"      {change_line(change, language)}" for change in pairing.changes)
