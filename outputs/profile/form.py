"""profile.toml with Thai comments, filled in with what a plan tells of its office."""

import json
from collections import Counter
from importlib.resources import files
from itertools import chain

from outputs.docx.headings import kind_of
from schemas.book_texts import organization_words
from schemas.plan import Organization, Plan
from schemas.profile import OfficeName

_EXAMPLE = Organization(type="องค์การบริหารส่วนตำบล", name="ตัวอย่าง", district="ตัวอย่าง", province="ตัวอย่าง")
_EXAMPLE_UNITS = ("สำนักปลัด อบต.",)
_USUAL_TACTIC = "แนวทาง"
_TACTICS = ("กลยุทธ์", "แนวทาง", "แนวทางการพัฒนา")


def profile_form(plan: Plan | None, file_name: str) -> str:
    """The text of a profile called `file_name`: what `plan` tells stands in it, the rest as comments to fill in."""
    template = files("outputs.profile").joinpath("profile.toml").read_text("utf-8")
    known = plan.organization if plan else Organization()
    words = organization_words(known if known.type else _EXAMPLE)
    return template.format(
        file=file_name,
        organization=_organization(known),
        position=words["position"],
        tactic=_tactic(plan),
        ordinance=words["ordinance"].partition(" ")[0],
        units=_units(plan),
    )


def _organization(known: Organization) -> str:
    lines = []
    for field in OfficeName.model_fields:
        value = getattr(known, field)
        lines.append(
            f"{field} = {_quoted(value)}" if value else f"# {field} = {_quoted(getattr(_EXAMPLE, field))}"
        )
    return "\n".join(lines)


def _tactic(plan: Plan | None) -> str:
    """The plan's most frequent label of a tactic."""
    groups = chain.from_iterable(project.groups for project in plan.projects) if plan else ()
    labels = Counter(group.label for group in groups if kind_of(group).kind == "tactic")
    known = [label for label, _ in labels.most_common() if label in _TACTICS]
    return known[0] if known else _USUAL_TACTIC


def _units(plan: Plan | None) -> str:
    """A line for each name of a unit that the plan prints, the most frequent first, mapped to itself."""
    names = Counter(
        unit.unit for project in (plan.projects if plan else ()) for unit in project.responsible_units
    )
    printed = [name for name, _ in names.most_common()] or list(_EXAMPLE_UNITS)
    return "\n".join(f"# {_quoted(name)} = {_quoted(name)}" for name in printed)


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON's escapes are TOML's but for the one control character that JSON leaves."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
