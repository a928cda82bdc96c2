"""What is proposed for a project: whether it comes again, was done once, or people have to say.

The words are schemas/vocabularies/recurrence.toml's.
"""

from collections.abc import Iterable

from schemas.draft import DraftStatus, Reason
from schemas.plan import FISCAL_MONTHS, Project
from schemas.plan_text import month_text
from schemas.vocabulary import load

_WORK_REACH = 14
"""So many letters behind a word of mending the work is named."""

Standing = tuple[DraftStatus, tuple[Reason, ...]]


def standing(project: Project, earlier_years: Iterable[int]) -> Standing:
    """The proposal for a project of the last plan, which stood in the plans of `earlier_years` too.

    Found in earlier years, or worded as recurring: carried. A construction with a schedule that ends: proposed for
    dropping. All else people have to decide.
    """
    if years := sorted(set(earlier_years)):
        return "carried", (Reason(key="found_earlier", facts={"years": ", ".join(map(str, years))}),)
    if is_construction(project.name or ""):
        return _of_construction(project)
    if word := recurring_word(project):
        return "carried", (Reason(key="worded", facts={"word": word}),)
    if project.form == "ผด.02/1":
        return "undecided", (Reason(key="equipment"),)
    return "undecided", (Reason(key="nothing_tells"),)


def is_construction(name: str) -> bool:
    """Whether a project's name begins as that of something which is built, or mended, once."""
    words = load("recurrence")
    start = _without_lead_ins("".join(name.split()))
    if start.startswith(tuple(words["construction"])):
        return True
    mended = next((word for word in words["mending"] if start.startswith(word)), None)
    if mended is None:
        return False
    # Further on it may be the name of a village: "ซ่อมแซมบ้านผู้ยากไร้ บ้านคลองตาล".
    near = start[len(mended) : len(mended) + _WORK_REACH]
    return any(work in near for work in words["works"])


def recurring_word(project: Project) -> str | None:
    """The word of the name that says that it comes each year, or the program whose projects all do."""
    words = load("recurrence")
    name = "".join((project.name or "").split())
    # "ประจำปีงบประมาณ" tells which year it is, not that it comes each year.
    plain = name.replace("ประจำปีงบประมาณ", "")
    found = next((word for word in words["recurring"] if word in plain), None)
    if found is None and project.program in words["recurring_programs"]:
        return project.program
    return found


def _without_lead_ins(name: str) -> str:
    lead_ins = tuple(load("recurrence")["lead_ins"])
    while name.startswith(lead_ins):
        name = name[max(len(word) for word in lead_ins if name.startswith(word)) :]
    return name


def _of_construction(project: Project) -> Standing:
    told = f"{project.name} {project.details or ''}"
    if any(word in told for word in load("recurrence")["goes_on"]):
        return "undecided", (Reason(key="construction_goes_on"),)
    end = project.finish_month or max(project.months, key=FISCAL_MONTHS.index, default=None)
    if end is None:
        return "undecided", (Reason(key="construction_unscheduled"),)
    if project.finish_month is None and set(project.months) == set(FISCAL_MONTHS):
        return "undecided", (Reason(key="construction_all_year"),)
    return "proposed_drop", (Reason(key="construction_ended", facts={"month": month_text(end, full=True)}),)
