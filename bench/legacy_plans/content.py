"""Invented content: a local government, its strategies, and projects as a plan would list them."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.legacy_plans.layout import Layout
from bench.legacy_plans.words import Slots, words
from schemas.plan import (
    FISCAL_MONTHS,
    DeclaredTotal,
    Form,
    Group,
    Heading,
    Organization,
    Point,
    Project,
    ResponsibleUnit,
)

UNIT_SWAPS = {"องค์การบริหารส่วนตำบล": {"กองช่าง": "ส่วนโยธา"}, "องค์การบริหารส่วนจังหวัด": {"กองช่าง": "สำนักช่าง"}}
_METHODS = ("เฉพาะเจาะจง", "คัดเลือก", "ประกาศเชิญชวน")
SHORT_TYPES = {"องค์การบริหารส่วนตำบล": "อบต.", "องค์การบริหารส่วนจังหวัด": "อบจ."}
_FUND_LISTS = {"องค์การบริหารส่วนตำบล": "tambon", "องค์การบริหารส่วนจังหวัด": "province"}
_SPAN_MONTHS = {"one": (1, 2), "short": (2, 4), "long": (3, 8), "year": (12, 12)}
_NOTE_SHARE = 0.15
_EQUIPMENT_COUNT_WORDS = ("เครื่อง", "ชุด", "รายการ")


@dataclass(frozen=True)
class Place:
    """An invented local government and the names around it."""

    organization: Organization
    tambon: str

    @property
    def short(self) -> str:
        """As the government is called in running text, such as อบต.ธารทิพย์."""
        kind = self.organization.type or ""
        return f"{SHORT_TYPES.get(kind, kind)}{self.organization.name}"

    @property
    def slots(self) -> dict[str, str]:
        """The words of families.toml that are the same in the whole plan."""
        district, province = self.organization.district, self.organization.province
        around = {"district": district or "ในเมือง", "province": province or self.organization.name or ""}
        return {"lao": self.short, "tambon": self.tambon, **around}


@dataclass(frozen=True)
class Section:
    """The projects under one set of headings; `dividers` are (project index, row typed before it).

    `totals` is what the row รวม under them prints.
    """

    form: Form
    groups: tuple[Group, ...]
    projects: tuple[Project, ...]
    dividers: tuple[tuple[int, str], ...] = ()
    totals: tuple[DeclaredTotal, ...] = ()


def draw_place(rng: Random) -> Place:
    """A local government of one of the usual types."""
    lists = words("places")
    kind = rng.choice(
        ("องค์การบริหารส่วนตำบล",) * 4 + ("เทศบาลตำบล",) * 3 + ("เทศบาลเมือง", "องค์การบริหารส่วนจังหวัด")
    )
    tambon, province = rng.choice(lists["tambons"]), rng.choice(lists["provinces"])
    if kind == "องค์การบริหารส่วนจังหวัด":
        return Place(Organization(type=kind, name=province), tambon)
    district = rng.choice(lists["districts"])
    return Place(Organization(type=kind, name=tambon, district=district, province=province), tambon)


class Author:
    """Draws projects for one plan; nothing but the seed, the layout and the place decides what comes."""

    def __init__(self, rng: Random, layout: Layout, place: Place, fiscal_year: int) -> None:
        self.rng, self.layout, self.place, self.fiscal_year = rng, layout, place, fiscal_year
        self._seen: set[str] = set()
        self._numbers: dict[Form, int] = {}

    def chance(self, share: float) -> bool:
        """True in `share` of the draws."""
        return self.rng.random() < share

    def number(self, form: Form, index: int) -> str:
        """The next ที่: from 1 in each section, or running on through the form."""
        self._numbers[form] = self._numbers.get(form, 0) + 1 if self.layout.numbers_run_on else index + 1
        return str(self._numbers[form])

    def slots(self) -> Slots:
        """Fresh words for one project."""
        return Slots(self.rng, self.place.slots)

    # ---- projects ----

    def project(self, form: Form, groups: tuple[Group, ...], number: str) -> Project:
        """One project of an operation plan (ผด.02) or of a development plan (ผ.02)."""
        program = _program(groups)
        family, slots, name = self._fresh_name(program)
        units = self._units(family, slots)
        common = {
            "form": form,
            "groups": groups,
            **heading_fields(groups),
            "number": number,
            "name": name,
            "responsible_unit": unit_text(units),
            "responsible_units": units,
        }
        if self.layout.note_rows and int(number) > 1 and self.chance(_NOTE_SHARE):
            field = "details" if form.startswith("ผด") else "objective"
            noted = {key: common[key] for key in common if not key.startswith("responsible")}
            return Project(**{**noted, field: self._note(number)})
        if form.startswith("ผด"):
            return Project(**common, **self._activity(family, slots))
        return Project(**{**common, **self._development(family, slots, units)})

    def _note(self, number: str) -> str:
        """What stands in place of a project that was moved, or merged with one before it."""
        if self.chance(0.5):
            return f"รวมกับลำดับที่ {self.rng.randint(1, int(number) - 1)}"
        every = [name for strategy in words("strategies")["strategy"] for name in strategy["programs"]]
        return f"ย้ายไปแผนงาน{self.rng.choice(every)}"

    def _fresh_name(self, program: str) -> tuple[dict[str, Any], Slots, str]:
        """A name that the plan does not have yet, for duplicates are a finding of their own."""
        while True:
            family = self._family(program)
            slots = self.slots()
            index = self.rng.randrange(len(family["names"]))
            name = slots.fill(family["names"][index])
            if name not in self._seen:
                self._seen.add(name)
                return _fitting_lists(family, index), slots, name

    def _family(self, program: str) -> dict[str, Any]:
        every = words("families")["family"]
        fitting = [family for family in every if program in family["programs"]] or every
        return dict(self.rng.choices(fitting, weights=[family["weight"] for family in fitting])[0])

    def _units(self, family: dict[str, Any], slots: Slots) -> tuple[ResponsibleUnit, ...]:
        if self.layout.other_agencies and self.chance(0.12):
            agency = slots.fill(self.rng.choice(words("families")["agencies"]["names"]))
            return (ResponsibleUnit(unit=agency),)
        swaps = UNIT_SWAPS.get(self.place.organization.type or "", {})
        first = self.rng.choice(family["units"])
        sub = self.rng.choice(family["subs"]) if self.layout.sub_units and self.chance(0.6) else None
        units = (ResponsibleUnit(unit=swaps.get(first, first), sub_unit=sub),)
        if sub is None and first != "กองคลัง" and self.chance(0.06):
            return (*units, ResponsibleUnit(unit="กองคลัง"))
        return units

    def amount(self, low: int, high: int, step: int) -> str:
        """Money in baht with two decimals; satang only where the layout writes them."""
        baht = self.rng.randrange(low, high, step)
        if self.layout.money_style == "satang" and self.chance(0.15):
            return f"{baht}.{self.rng.randrange(1, 100):02d}"
        return f"{baht}.00"

    def _activity(self, family: dict[str, Any], slots: Slots) -> dict[str, Any]:
        layout = self.layout
        months = self.months(family["span"])
        return {
            "details": slots.fill(self.rng.choice(family["details"])),
            "location": slots.fill(self.rng.choice(family["places"])) if layout.location_column else None,
            "months": months,
            "finish_month": months[-1] if layout.finish_column else None,
            "procurement_method": self.rng.choice(_METHODS) if layout.method_column else None,
            **self.single_budget(family),
        }

    def single_budget(self, family: dict[str, Any]) -> dict[str, Any]:
        """The money fields of an operation plan's project, of which some have none."""
        if self.layout.moneyless and self.chance(0.15):
            return self.rng.choice(
                ({"budget_text": "-"}, {"budget_text": "ไม่ใช้งบประมาณ"}, {}, {"budget": "0.00"})
            )
        amount = self.amount(family["low"], family["high"], family["step"])
        return {"budget": amount, "fund_source": self._fund()}

    def _fund(self) -> str | None:
        if not self.layout.fund_source or self.chance(0.2):
            return None
        funds = words("families")["funds"][_FUND_LISTS.get(self.place.organization.type or "", "municipal")]
        return str(self.rng.choice(funds[:1] * 3 + funds))

    def months(self, span: str) -> tuple[int, ...]:
        """Calendar months in fiscal order: one run, seldom two."""
        low, high = _SPAN_MONTHS[span]
        length = self.rng.randint(low, high)
        first = self.rng.randint(0, 12 - length)
        chosen = set(range(first, first + length))
        if first + length <= 9 and self.chance(0.15):
            second = self.rng.randint(first + length + 1, 10)
            chosen |= {second, second + 1}
        return tuple(FISCAL_MONTHS[index] for index in sorted(chosen))

    # ---- development plan ----

    def years(self) -> tuple[str, ...]:
        """The years of the development plan."""
        return tuple(str(self.fiscal_year + offset) for offset in range(self.layout.years))

    def _development(
        self, family: dict[str, Any], slots: Slots, units: tuple[ResponsibleUnit, ...]
    ) -> dict[str, Any]:
        rng = self.rng
        fields: dict[str, Any] = {
            "objective": slots.fill(rng.choice(family["objectives"])),
            "kpi": slots.fill(rng.choice(family["kpis"])) if self.layout.kpi_column else None,
        }
        if self.layout.points and "กองช่าง" in family["units"] and self.chance(0.4):
            return {**fields, **self._points(family, slots, units)}
        return {
            **fields,
            "target": slots.fill(rng.choice(family["details"])),
            "expected_result": slots.fill(rng.choice(family["results"])),
            **self.yearly_budgets(family),
        }

    def yearly_budgets(self, family: dict[str, Any]) -> dict[str, Any]:
        """The money fields of a development plan's project: one year, several, or none."""
        if self.layout.moneyless and self.chance(0.1):
            return self.rng.choice(({"budget_text": "-"}, {"budget_text": "ไม่ใช้งบประมาณ"}, {}))
        years = self.years()
        count = len(years) if self.chance(0.3) else self.rng.randint(1, 2)
        amount = self.amount(family["low"], family["high"], family["step"])
        chosen = sorted(self.rng.sample(years, count))
        return {"budgets": dict.fromkeys(chosen, amount), "fund_source": self._fund()}

    def _points(
        self, family: dict[str, Any], slots: Slots, units: tuple[ResponsibleUnit, ...]
    ) -> dict[str, Any]:
        count = self.rng.choice((2, 2, 3))
        results = self.rng.sample(family["results"], min(count, len(family["results"])))
        points = []
        for index in range(count):
            fresh = self.slots()
            shape = f"กว้าง {fresh['width']} เมตร ยาว {fresh['length']} เมตร จากบ้าน{fresh['village']}"
            money = self.amount(family["low"], family["high"], family["step"])
            points.append(
                Point(
                    target=f"จุดที่ {index + 1} {shape}",
                    budgets={self.rng.choice(self.years()): money},
                    expected_result=slots.fill(results[index % len(results)]),
                    responsible_unit=unit_text(units),
                )
            )
        return {**joined_points(points), "points": tuple(points), "fund_source": self._fund()}

    # ---- equipment ----

    def equipment(self, form: Form, groups: tuple[Group, ...], number: str, item: str) -> Project:
        """One piece of equipment under ผด.02/1."""
        count, word = self.rng.randint(1, 9), self.rng.choice(_EQUIPMENT_COUNT_WORDS)
        unit = (ResponsibleUnit(unit=self.rng.choice(("สำนักปลัด", "กองคลัง", "กองการศึกษา"))),)
        money = self.single_budget({"low": 3000, "high": 60000, "step": 100})
        months = self.months("one")
        return Project(
            form=form,
            groups=groups,
            **heading_fields(groups),
            number=number,
            name=item,
            details=f"จัดซื้อ{item} จำนวน {count} {word}",
            location=self.place.short if self.layout.location_column else None,
            responsible_unit=unit_text(unit),
            responsible_units=unit,
            months=months,
            finish_month=months[-1] if self.layout.finish_column else None,
            procurement_method=self.rng.choice(_METHODS) if self.layout.method_column else None,
            **money,
        )

    def listed_equipment(self, number: str, program: str, kind: str, item: str) -> Project:
        """One line of ผ.03, whose แผนงาน and ประเภท stand in columns and which has no column of names."""
        count, word = self.rng.randint(1, 9), self.rng.choice(_EQUIPMENT_COUNT_WORDS)
        unit = (ResponsibleUnit(unit=self.rng.choice(("สำนักปลัด", "กองคลัง", "กองการศึกษา"))),)
        return Project(
            form="ผ.03",
            number=number,
            program=f"แผนงาน{program}",
            equipment_type=f"ครุภัณฑ์{kind}",
            target=f"เพื่อจัดซื้อ{item} จำนวน {count} {word}",
            responsible_unit=unit_text(unit),
            responsible_units=unit,
            **self.yearly_budgets({"low": 3000, "high": 90000, "step": 100}),
        )


def is_note(project: Project) -> bool:
    """Whether only a note stands in place of the project: nobody is responsible for it any more."""
    return not project.responsible_units


def _fitting_lists(family: dict[str, Any], index: int) -> dict[str, Any]:
    """The family with only those details, objectives and results that belong to its name at `index`."""
    count = len(family["names"])
    own = {
        key: family[key][index : index + 1]
        for key in ("details", "objectives", "kpis", "results")
        if len(family[key]) == count
    }
    return {**family, **own}


def _program(groups: tuple[Group, ...]) -> str:
    names = [group.name for group in groups if group.label == "แผนงาน"]
    variants = words("strategies")["variants"]
    canonical = {variant: name for name, listed in variants.items() for variant in listed}
    return canonical.get(names[-1], names[-1]) if names else ""


def heading_fields(groups: tuple[Group, ...]) -> dict[str, Any]:
    """strategy, tactic, program and equipment_type as the governing headings say."""
    fields: dict[str, Any] = {}
    for group in groups:
        heading = Heading(number=group.number, name=group.name)
        if group.label in ("ยุทธศาสตร์", "ประเด็นการพัฒนา"):
            fields["strategy"] = heading
        elif group.label in ("กลยุทธ์", "แนวทางการพัฒนา"):
            fields["tactic"] = heading
        elif group.label == "แผนงาน":
            fields["program"] = f"แผนงาน{_program(groups)}"
        elif group.label == "ประเภทครุภัณฑ์":
            fields["equipment_type"] = f"ครุภัณฑ์{group.name}"
    return fields


def unit_text(units: tuple[ResponsibleUnit, ...]) -> str:
    """Units joined by a comma, a sub-unit after its unit by a space."""
    return ", ".join(f"{unit.unit} {unit.sub_unit}" if unit.sub_unit else unit.unit for unit in units)


def joined_points(points: list[Point]) -> dict[str, Any]:
    """A project's fields over its points: texts joined, money summed per year."""
    cents: dict[str, int] = {}
    for point in points:
        for year, amount in point.budgets.items():
            cents[year] = cents.get(year, 0) + int(amount.replace(".", ""))
    return {
        "target": " ".join(point.target or "" for point in points),
        "expected_result": " ".join(dict.fromkeys(point.expected_result or "" for point in points)),
        "budgets": {year: f"{cents[year] // 100}.{cents[year] % 100:02d}" for year in sorted(cents)},
    }


def spread(rng: Random, total: int, parts: int) -> Iterator[int]:
    """`total` divided over `parts`, each at least 1, unevenly."""
    for left in range(parts, 0, -1):
        room = total - (left - 1)
        share = max(1, min(room, round(total / left * rng.uniform(0.6, 1.4)))) if left > 1 else max(1, total)
        yield share
        total -= share
