"""The local government's name, typed in several ways or left over from another government's plan."""

from collections import Counter
from collections.abc import Iterator

from schemas.findings import Finding
from schemas.plan import Plan
from schemas.rules.language import OrganizationMention, ThaiLanguage
from schemas.rules.place import place_of
from schemas.rules.texts import PlanText, all_texts
from schemas.vocabulary import load

NEAR_NAME = 0.72
"""Likeness from which a name is the plan's own, mistyped: one letter of four may differ."""

LONGEST_NAME = 18
"""In letters; a longer one is prose."""


def organization_names(plan: Plan, thai: ThaiLanguage) -> Iterator[Finding]:
    """PLN044 for a name of the same type that is near the plan's own and not equal, once per spelling.

    PLN045 for another government's name where only the plan's own can stand: in a title, behind words such as
    นายก or ประกาศ. Neighbours in other places are none of our business.
    """
    own_type, own_name = plan.organization.type, plan.organization.name
    if own_type is None or own_name is None:
        return
    told: Counter[str] = Counter()
    first: dict[str, Finding] = {}
    for text in all_texts(plan):
        for found in thai.organization_mentions(text.text):
            finding = _finding(text, found, own_name, thai) if found.type == own_type else None
            if finding is not None:
                told[found.name] += 1
                first.setdefault(found.name, finding)
    for name, finding in first.items():
        yield finding.model_copy(update={"facts": {**finding.facts, "count": told[name]}})


def _finding(text: PlanText, found: OrganizationMention, own_name: str, thai: ThaiLanguage) -> Finding | None:
    name, own = _plain(found.name), _plain(own_name)
    # A name in prose may run on into the next word, or be cut before a word such as ที่ that it holds.
    if _plain(text.text[found.end - len(found.name) :]).startswith(own):
        return None
    facts = {
        "name": text.text[found.start : found.end],
        "own": f"{found.type}{own_name}",
        "proposal": text.text[: found.end - len(found.name)] + own_name + text.text[found.end :],
    }
    place = {"provenance": place_of(text.project.source)} if text.project else {}
    if thai.spelling_likeness(name, own) >= NEAR_NAME:
        return Finding(code="PLN044", facts=facts, path=text.path, **place)
    if _is_own_place(text, found):
        return Finding(code="PLN045", facts=facts, path=text.path, **place)
    return None


def _plain(name: str) -> str:
    return name.replace(" ", "")


def _is_own_place(text: PlanText, found: OrganizationMention) -> bool:
    """Whether the words before it can only lead to the plan's own government."""
    words = text.text[found.start : found.end]
    # "อบต. ทั้งหมด": behind an abbreviation and a space stands prose more often than a name.
    if text.project is not None or ". " in words or len(found.name) > LONGEST_NAME:
        return False
    before = text.text[: found.start].rstrip()
    return before.endswith(tuple(load("organizations")["own_before"]))
