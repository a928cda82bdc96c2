"""A plan and the next year's, with the truth of which project is which: made as officers change their plans.

Nothing here uses phaen's own reading of names, so that the benchmark does not judge by what it measures.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.legacy_plans.content import SHORT_TYPES, unit_text
from bench.legacy_plans.contents import draw_contents
from bench.legacy_plans.layout import random_layout
from bench.legacy_plans.words import words
from schemas.document import Source
from schemas.plan import FISCAL_MONTHS, Plan, PlanKind, Project, ResponsibleUnit

_LEAST_PROJECTS, _MOST_PROJECTS = 25, 90
_DROPPED_SHARE, _NEW_SHARE, _TWIN_SHARE = 0.18, 0.25, 0.25
_RENAMED_SHARE, _MOVED_SHARE, _OTHER_UNIT_SHARE = 0.75, 0.1, 0.06
_SAME_MONEY_SHARE, _SAME_DETAILS_SHARE, _SAME_MONTHS_SHARE = 0.4, 0.5, 0.5
_SOURCE = Source(name="plan.docx", sha256="0" * 64, format="docx", size_bytes=1)
_STRANGER_SEED = 5_000_000
"""Added to a seed, it gives the plan that its new projects come from."""

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_VILLAGE_NUMBER = re.compile(r"หมู่ที่ (\d+)")
_SERIAL = re.compile(r"(ครั้งที่|รุ่นที่) (\d+)")
_VILLAGE = re.compile(r"(?<!หมู่)บ้าน(?!หมู่)([ก-๎]{4,})")
_ROAD_ENDS = re.compile(r" ?สายบ้าน[ก-๎]+(?: - บ้าน[ก-๎]+)?")
_NUMBER = re.compile(r"\d[\d,]*")
_MARKS = re.compile("[็-๎ิ-ู]")
_SPELLINGS = (
    ("คอนกรีตเสริมเหล็ก", "คสล."), ("คสล.", "คอนกรีตเสริมเหล็ก (คสล.)"), ("คสล.", "คอนกรีตเสริมเหล็ก"),
    ("แอสฟัลท์ติกคอนกรีต", "แอสฟัลติกคอนกรีต"), ("โรงเรียน", "ร.ร."), ("ศูนย์พัฒนาเด็กเล็ก", "ศพด."),
    ("โซล่าเซลล์", "โซลาร์เซลล์"), ("ผู้สูงอายุ", "ผู้สูงวัย"), ("ตำบล", "ต."), ("กล้องวงจรปิด (CCTV)", "กล้องโทรทัศน์วงจรปิด"),
)  # fmt: skip
_SYNONYMS = (
    ("ฝึกอบรม", "อบรม"), ("ก่อสร้าง", "จ้างเหมาก่อสร้าง"), ("ปรับปรุงผิวจราจร", "ซ่อมแซมผิวจราจร"),
    ("จัดงาน", "สืบสาน"), ("ป้องกันและควบคุม", "ควบคุมและป้องกัน"), ("ติดตั้ง", "จัดซื้อพร้อมติดตั้ง"), ("ส่งเสริม", "สนับสนุน"),
    ("รณรงค์ป้องกัน", "รณรงค์และป้องกัน"), ("พัฒนาคุณภาพชีวิต", "ส่งเสริมคุณภาพชีวิต"), ("ขุดลอก", "ขุดลอกและกำจัดวัชพืช"),
    ("สนับสนุนอาหารกลางวัน", "อาหารกลางวัน"), ("ปรับปรุงภูมิทัศน์", "ปรับภูมิทัศน์"), ("แข่งขัน", "จัดการแข่งขัน"),
    ("จัดหาอาหารเสริม", "จัดซื้ออาหารเสริม"), ("เครื่องคอมพิวเตอร์", "คอมพิวเตอร์"), ("ซ่อมแซม", "ปรับปรุงซ่อมแซม"),
)  # fmt: skip
_TAILS = (
    " (ต่อเนื่อง)",
    " พร้อมป้ายประชาสัมพันธ์",
    " ตามแบบที่กำหนด",
    " ภายในตำบล",
    " ให้มีประสิทธิภาพ",
    " (จ่ายขาดเงินสะสม)",
)


@dataclass(frozen=True)
class YearPair:
    """Two plans and the true pairs of their projects' indices.

    `renamed` says of a new project how its name was changed; `twins` are new projects that were made of an old
    one by another village, school or temple.
    """

    old: Plan
    new: Plan
    pairs: frozenset[tuple[int, int]]
    renamed: dict[int, tuple[str, ...]]
    twins: frozenset[int]


@dataclass(frozen=True)
class _Draft:
    """A project of next year; `origin` is the index of what it was, None for a new one."""

    project: Project
    origin: int | None = None
    renamed: tuple[str, ...] = ()
    is_twin: bool = False


def draw_pair(seed: int) -> YearPair:
    """The same seed gives the same two plans: two of three pairs are operation plans."""
    rng = Random(f"{seed}/years")
    kind: PlanKind = rng.choice(("operation_plan", "operation_plan", "development_plan"))
    size = rng.randint(_LEAST_PROJECTS, _MOST_PROJECTS)
    layout = random_layout(rng)
    old = draw_contents(seed, layout, kind, size).truth(_SOURCE)
    strange = draw_contents(seed + _STRANGER_SEED, layout, kind, size).truth(_SOURCE)
    return _Officer(rng, old).next_year(strange)


def draw_link(seed: int) -> YearPair:
    """A development plan (as `old`) and an operation plan of its second year (as `new`), with the true origins.

    The operation plan takes the projects that have money in that year, and adds near-twins and projects of others,
    which have no origin.
    """
    rng = Random(f"{seed}/links")
    layout = random_layout(rng)
    size = rng.randint(_LEAST_PROJECTS, _MOST_PROJECTS)
    book = draw_contents(seed, layout, "development_plan", size).truth(_SOURCE)
    pair = _Officer(rng, book).next_year(
        draw_contents(seed + _STRANGER_SEED, layout, "development_plan", size).truth(_SOURCE)
    )
    year = str((book.fiscal_year or 0) + 1)
    chosen = [at for at, project in enumerate(pair.new.projects) if year in project.budgets]
    places = {at: index for index, at in enumerate(chosen)}
    action = Plan(
        kind="operation_plan",
        organization=book.organization,
        fiscal_year=int(year),
        projects=tuple(_as_activity(pair.new.projects[at], year) for at in chosen),
        source=_SOURCE,
    )
    return YearPair(
        old=book,
        new=action,
        pairs=frozenset((old, places[new]) for old, new in pair.pairs if new in places),
        renamed={places[at]: renamed for at, renamed in pair.renamed.items() if at in places},
        twins=frozenset(places[at] for at in pair.twins if at in places),
    )


def _as_activity(project: Project, year: str) -> Project:
    """A line of a development plan as an operation plan has it: one amount, the target as details."""
    is_equipment = project.form == "ผ.03"
    return Project(
        form="ผด.02/1" if is_equipment else "ผด.02",
        name=(project.target or "").removeprefix("เพื่อจัดซื้อ") if is_equipment else project.name,
        details=None if is_equipment else project.target,
        strategy=project.strategy,
        program=project.program,
        responsible_unit=project.responsible_unit,
        responsible_units=project.responsible_units,
        budget=project.budgets[year],
    )


class _Officer:
    """Makes next year's plan from this year's."""

    def __init__(self, rng: Random, old: Plan) -> None:
        self.rng, self.old = rng, old
        self.year = (old.fiscal_year or 2566) + 1
        self._taken = {_bare(project) for project in old.projects}

    def next_year(self, strange: Plan) -> YearPair:
        """Drops, carries and adds projects, in a new order within each form."""
        drafts = [draft for index in range(len(self.old.projects)) for draft in self._drafts(index)]
        for project in strange.projects:
            if self.chance(_NEW_SHARE) and self._is_fresh(fresh := self._at_home(project, strange)):
                drafts.append(_Draft(fresh))
        self.rng.shuffle(drafts)
        drafts.sort(key=lambda draft: draft.project.form)
        new = self.old.model_copy(
            update={
                "fiscal_year": self.year,
                "fiscal_year_end": (self.old.fiscal_year_end or self.year - 1) + 1,
                "projects": tuple(draft.project for draft in drafts),
            }
        )
        numbered = list(enumerate(drafts))
        return YearPair(
            old=self.old,
            new=new,
            pairs=frozenset((draft.origin, at) for at, draft in numbered if draft.origin is not None),
            renamed={at: draft.renamed for at, draft in numbered},
            twins=frozenset(at for at, draft in numbered if draft.is_twin),
        )

    def chance(self, share: float) -> bool:
        """True in `share` of the draws."""
        return self.rng.random() < share

    def _drafts(self, index: int) -> Iterator[_Draft]:
        project = self.old.projects[index]
        if not self.chance(_DROPPED_SHARE):
            carried, renamed = self._renamed(self._changed(project))
            yield _Draft(carried, index, renamed)
        if self.chance(_TWIN_SHARE):
            twin = self._twin(project)
            if twin is not None and self._is_fresh(twin):
                renamed_twin, renamed = self._renamed(self._changed(twin))
                yield _Draft(renamed_twin, None, renamed, is_twin=True)

    def _is_fresh(self, project: Project) -> bool:
        """Whether nothing of that name was there: else it would be the old project in truth."""
        bare = _bare(project)
        fresh = bool(bare) and bare not in self._taken
        self._taken.add(bare)
        return fresh

    def _at_home(self, project: Project, strange: Plan) -> Project:
        """A project of another local government with this one's names in it."""
        theirs, ours = strange.organization, self.old.organization
        swaps = [(theirs.name, ours.name), (theirs.district, ours.district), (theirs.type, ours.type)]
        known = [(one, other) for one, other in swaps if one and other]
        return _reworded(project, lambda text: _swapped(text, known))

    # ---- near-twins ----

    def _twin(self, project: Project) -> Project | None:
        """The same in another place: one village, school or temple changed wherever the project names it."""
        name = project.name or ""
        number, village = _VILLAGE_NUMBER.search(name), _VILLAGE.search(name)
        if village and (not number or self.chance(0.5)):
            other = "".join(self.rng.choice(words("places")[part]) for part in _VILLAGE_PARTS)
            return _reworded(project, lambda text: text.replace(village[1], other))
        if number:
            other = str(int(number[1]) % 15 + self.rng.choice((1, 2, 3)))
            changed = re.compile(rf"หมู่ที่ {number[1]}(?!\d)")
            return _reworded(project, lambda text: changed.sub(f"หมู่ที่ {other}", text))
        return None

    # ---- what changes beside the name ----

    def _changed(self, project: Project) -> Project:
        update: dict[str, Any] = {}
        if not self.chance(_SAME_MONEY_SHARE):
            update |= self._other_money(project)
        if not self.chance(_SAME_MONTHS_SHARE) and project.months:
            update["months"] = self._shifted(project.months)
        if not self.chance(_SAME_DETAILS_SHARE):
            update |= {field: self._resized(getattr(project, field)) for field in ("details", "target")}
        if self.chance(_OTHER_UNIT_SHARE) and project.responsible_units:
            units = (ResponsibleUnit(unit=self.rng.choice(("สำนักปลัด", "กองช่าง", "กองการศึกษา"))),)
            update |= {"responsible_units": units, "responsible_unit": unit_text(units)}
        if self.chance(_MOVED_SHARE):
            other = self.rng.choice([its for its in self.old.projects if its.form == project.form])
            update |= {field: getattr(other, field) for field in ("strategy", "tactic", "groups", "program")}
        return project.model_copy(update=update)

    def _other_money(self, project: Project) -> dict[str, Any]:
        factor = self.rng.choice((0.5, 0.8, 0.9, 1.05, 1.1, 1.2, 1.5, 2.0))

        def scaled(baht: str) -> str:
            return f"{max(1, round(float(baht) * factor / 100)) * 100}.00"

        return {
            "budget": project.budget and scaled(project.budget),
            "budgets": {year: scaled(baht) for year, baht in project.budgets.items()},
        }

    def _shifted(self, months: tuple[int, ...]) -> tuple[int, ...]:
        by = self.rng.choice((-2, -1, 1, 2))
        places = [FISCAL_MONTHS.index(month) + by for month in months]
        return tuple(FISCAL_MONTHS[place] for place in places if 0 <= place < len(FISCAL_MONTHS))

    def _resized(self, text: str | None) -> str | None:
        return text and _NUMBER.sub(lambda found: self._other_number(found[0]), text)

    def _other_number(self, text: str) -> str:
        if text.startswith("0") or len(text) < 2 or not self.chance(0.6):
            return text
        return f"{max(1, round(int(text.replace(',', '')) * self.rng.uniform(0.7, 1.4))):,}"

    # ---- names ----

    def _renamed(self, project: Project) -> tuple[Project, tuple[str, ...]]:
        if not project.name:
            return project, ()
        name, done = _SERIAL.sub(lambda found: f"{found[1]} {int(found[2]) + 1}", project.name), []
        if self.chance(_RENAMED_SHARE):
            for change in self.rng.sample(tuple(_CHANGES), self.rng.choice((1, 1, 2, 2, 3))):
                changed = _CHANGES[change](self.rng, name, self.year)
                if changed != name and len(changed) >= 8:
                    name = changed
                    done.append(change)
        return project.model_copy(update={"name": name}), tuple(done)


_VILLAGE_PARTS = ("village_heads", "village_middles", "village_tails")


def _bare(project: Project) -> str:
    text = _swapped(project.name or project.target or "", list(SHORT_TYPES.items()))
    return re.sub(r"\s|^โครงการ", "", text)


def _reworded(project: Project, reword: Callable[[str], str]) -> Project:
    fields = ("name", "details", "objective", "target", "location", "expected_result")
    return project.model_copy(
        update={field: reword(text) for field in fields if (text := getattr(project, field))}
    )


def _swapped(text: str, swaps: list[tuple[str, str]]) -> str:
    for one, other in swaps:
        text = text.replace(one, other)
    return text


def _one_of(rng: Random, name: str, swaps: tuple[tuple[str, str], ...]) -> str:
    fitting = [(one, other) for one, other in swaps if one in name]
    return name.replace(*rng.choice(fitting), 1) if fitting else name


def _year_added(rng: Random, name: str, year: int) -> str:
    form = rng.choice((" ประจำปี {}", " ประจำปีงบประมาณ พ.ศ. {}", " ปี {}", " ประจำปีงบประมาณ {}"))
    return name + form.format(year)


def _opening(_rng: Random, name: str, _year: int) -> str:
    return name.removeprefix("โครงการ") if name.startswith("โครงการ") else f"โครงการ{name}"


def _village_written(rng: Random, name: str, _year: int) -> str:
    return _VILLAGE_NUMBER.sub(rng.choice((r"หมู่ \1", r"ม.\1", r"หมู่ที่\1", r"ม. \1")), name)


def _reordered(rng: Random, name: str, _year: int) -> str:
    """The last two pieces change places, or the village's number goes to another end."""
    found = _VILLAGE_NUMBER.search(name)
    if found and rng.random() < 0.6:
        rest = f"{name[: found.start()].rstrip()} {name[found.end() :].lstrip()}".strip()
        head, _, tail = rest.partition(" ")
        return f"{head} {found[0]} {tail}".strip() if found.end() == len(name) else f"{rest} {found[0]}"
    pieces = re.split(r" (?!\d|-)(?<!- )", name)
    if len(pieces) < 3:
        return name
    return " ".join((*pieces[:-2], pieces[-1], pieces[-2]))


def _shortened(rng: Random, name: str, _year: int) -> str:
    """Something left out that the project's place of work or its village's number still tells."""
    if not _VILLAGE_NUMBER.search(name):
        return name
    pattern = rng.choice((_ROAD_ENDS, re.compile(r" ?บ้าน[ก-๎]{4,}(?=$| )"), re.compile("ภายในบ้าน[ก-๎]+")))
    return re.sub(r"\s+", " ", pattern.sub("", name)).strip()


def _lengthened(rng: Random, name: str, _year: int) -> str:
    return name + rng.choice(_TAILS)


def _mistyped(rng: Random, name: str, _year: int) -> str:
    """One slip: a mark lost or doubled, or two letters in the wrong order."""
    marks = [found.start() for found in _MARKS.finditer(name)]
    slip = rng.choice(("lost", "doubled", "swapped"))
    if slip == "swapped" or not marks:
        at = rng.randrange(len(name) - 2)
        pair = name[at : at + 2]
        return name if _NUMBER.search(pair) or " " in pair else name[:at] + pair[::-1] + name[at + 2 :]
    at = rng.choice(marks)
    return name[:at] + name[at + 1 :] if slip == "lost" else name[: at + 1] + name[at:]


def _spaced(rng: Random, name: str, _year: int) -> str:
    places = [found.start() for found in re.finditer(r" (?!\d)", name)]
    if not places:
        return name.replace("โครงการ", "โครงการ ", 1)
    at = rng.choice(places)
    return name[:at] + rng.choice(("", "  ")) + name[at + 1 :]


_CHANGES: dict[str, Callable[[Random, str, int], str]] = {
    "year added": _year_added,
    "โครงการ added or left out": _opening,
    "spelling": lambda rng, name, _year: _one_of(rng, name, _SPELLINGS),
    "Thai digits": lambda _rng, name, _year: name.translate(_TO_THAI),
    "village written otherwise": _village_written,
    "reordered": _reordered,
    "shortened": _shortened,
    "lengthened": _lengthened,
    "other word": lambda rng, name, _year: _one_of(rng, name, _SYNONYMS),
    "mistyped": _mistyped,
    "spaces": _spaced,
}
