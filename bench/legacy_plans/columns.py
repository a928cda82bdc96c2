"""The columns of each form: what they hold, how they are headed, and how wide they are."""

from dataclasses import dataclass

from bench.legacy_plans.layout import Layout
from bench.legacy_plans.typing_hand import Hand
from bench.legacy_plans.wordml import PAGE_MARGIN, PAGE_WIDTH, Align
from bench.legacy_plans.words import words
from schemas.plan import FISCAL_MONTHS, Form

USABLE_WIDTH = PAGE_WIDTH - 2 * PAGE_MARGIN
_DXA_PER_LETTER = 140  # a wide letter of the tables' font, so that what a hand breaks is not broken again

_WEIGHTS = {
    "number": 700, "name": 2500, "details": 2500, "budget": 1620, "location": 1300, "responsible_unit": 1450,
    "finish_month": 800, "procurement_method": 950, "objective": 2000, "target": 2300, "kpi": 1700,
    "expected_result": 2000, "program": 1500, "category": 1150, "equipment_type": 1600,
}  # fmt: skip
_MONTH_WEIGHT = 490
_YEAR_WEIGHT = 1300
_CENTERED = {"number", "budget", "responsible_unit", "finish_month", "procurement_method", "location"}


@dataclass(frozen=True)
class Column:
    """One column: `field` of the Plan ("year:2566" and "month:10" for those), its header, its width in dxa."""

    field: str
    header: str
    width: int
    band: str = ""  # the header above this column and its neighbours of the same band

    @property
    def letters(self) -> int:
        """About how many letters stand on one line."""
        return max(4, (self.width - 120) // _DXA_PER_LETTER)

    @property
    def align(self) -> Align:
        """How the cells are aligned."""
        centered = self.field in _CENTERED or ":" in self.field
        return "center" if centered else "left"


def columns_of(form: Form, hand: Hand, fiscal_year: int) -> list[Column]:
    """The columns of a form in a layout, wide as the page."""
    layout = hand.layout
    if form.startswith("ผด"):
        named = _operation_fields(layout)
        rest = [
            (f"month:{month}", hand.month(month), _month_band(hand, month, fiscal_year))
            for month in FISCAL_MONTHS
        ]
        plain = [(field, _header(form, field, layout), "") for field in named]
        return _fitted([*plain, *rest])
    left, right = _development_fields(form, layout)
    band = _picked(words("headers")["years_band"]["development"], layout)
    wording = _picked(words("headers")["year"]["wordings"], layout)
    years = [
        (f"year:{year}", hand.digits(wording.format(year=year)), band)
        for year in range(fiscal_year, fiscal_year + layout.years)
    ]
    plain_left = [(field, _header(form, field, layout), "") for field in left]
    return _fitted([*plain_left, *years, *((field, _header(form, field, layout), "") for field in right)])


def _operation_fields(layout: Layout) -> list[str]:
    fields = ["number", "name", "details", "budget"]
    fields += ["location"] if layout.location_column else []
    fields += ["responsible_unit"]
    fields += ["procurement_method"] if layout.method_column else []
    return fields + (["finish_month"] if layout.finish_column else [])


def _development_fields(form: Form, layout: Layout) -> tuple[list[str], list[str]]:
    if form == "ผ.03":
        return ["number", "program", "category", "equipment_type", "target"], ["responsible_unit"]
    right = (["kpi"] if layout.kpi_column else []) + ["expected_result", "responsible_unit"]
    return ["number", "name", "objective", "target"], right


def _picked(choices: list[str], layout: Layout) -> str:
    return choices[layout.wording % len(choices)]


def _header(form: Form, field: str, layout: Layout) -> str:
    headers = words("headers")
    special = headers["equipment"].get(field) if form in ("ผด.02/1", "ผ.03") else None
    return _picked(special or headers["columns"][field], layout)


def _month_band(hand: Hand, month: int, fiscal_year: int) -> str:
    if not hand.layout.year_row:
        return ""
    year = fiscal_year - 1 if month >= FISCAL_MONTHS[0] else fiscal_year
    wording = _picked(words("headers")["months_year"]["wordings"], hand.layout)
    return wording.format(year=year)


def _weight(field: str) -> int:
    if field.startswith("month:"):
        return _MONTH_WEIGHT
    return _YEAR_WEIGHT if field.startswith("year:") else _WEIGHTS[field]


def _fitted(columns: list[tuple[str, str, str]]) -> list[Column]:
    """The columns at their weights, stretched or pressed to the page; months keep one width each."""
    fixed = sum(_weight(field) for field, _, _ in columns if field.startswith("month:"))
    free = sum(_weight(field) for field, _, _ in columns) - fixed
    scale = (USABLE_WIDTH - fixed) / free
    return [
        Column(
            field, header, _weight(field) if field.startswith("month:") else int(_weight(field) * scale), band
        )
        for field, header, band in columns
    ]
