"""The columns of each form: what they hold, how they are headed, and how wide they are."""

from dataclasses import dataclass

from bench.legacy_plans.layout import Layout
from bench.legacy_plans.typing_hand import Hand
from bench.legacy_plans.wordml import PAGE_MARGIN, PAGE_WIDTH, Align
from bench.legacy_plans.words import words
from schemas.plan import FISCAL_MONTHS, Form

USABLE_WIDTH = PAGE_WIDTH - 2 * PAGE_MARGIN
# The room of a wide letter per half point of its size, so that what a hand breaks is not broken again.
_DXA_PER_HALF_POINT = 5.4
_ROOMY, _CLOSE, _CROWDED = 26, 24, 22  # sizes in half points, by how much a table has to hold
_CROWDED_YEARS = 5
_VERTICAL_MONTH_WIDTH = 380
_FEW_YEARS_WIDTH = 1500
_UNSEEN_EVERY = 3

_FIXED_WIDTHS = {
    "number": 770,
    "budget": 1500,
    "finish_month": 950,
    "procurement_method": 1000,
    "category": 1150,
    "month": 490,
    "year": 1300,
}
_WEIGHTS = {
    "name": 2500,
    "details": 2400,
    "location": 1450,
    "responsible_unit": 1500,
    "objective": 2000,
    "target": 2300,
    "kpi": 1700,
    "expected_result": 1900,
    "program": 1500,
    "equipment_type": 1600,
}
_SPECIAL_HEADERS: dict[str, str] = {"ผด.02/1": "equipment", "ผ.03": "equipment", "ผ.02/2": "beyond"}
_CENTERED = {"number", "budget", "responsible_unit", "finish_month", "procurement_method", "location"}


@dataclass(frozen=True)
class Column:
    """One column: `field` of the Plan ("year:2566", "month:10"), its header, its width in dxa."""

    field: str
    header: str
    width: int
    half_points: int = _ROOMY
    band: str = ""  # the header above this column and its neighbours of the same band

    @property
    def letters(self) -> int:
        """About how many letters stand on one line."""
        return max(4, int((self.width - 120) / (_DXA_PER_HALF_POINT * self.half_points)))

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
            (
                f"month:{month}",
                "" if layout.blank_months else hand.month(month),
                _month_band(hand, month, fiscal_year),
            )
            for month in FISCAL_MONTHS
        ]
        plain = [(field, _header(form, field, layout), "") for field in named]
        return _fitted([*plain, *rest], layout)
    left, right = _development_fields(form, layout)
    band = _picked(words("headers")["years_band"]["development"], layout)
    wording = _picked(words("headers")["year"]["wordings"], layout)
    years = [
        (f"year:{year}", hand.digits(wording.format(year=year)), band)
        for year in range(fiscal_year, fiscal_year + layout.years)
    ]
    plain_left = [(field, _header(form, field, layout), "") for field in left]
    return _fitted(
        [*plain_left, *years, *((field, _header(form, field, layout), "") for field in right)], layout
    )


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
    unseen = headers["unseen"].get(field)
    if unseen and layout.unseen_headers and _is_odd_one(field, layout):
        return _picked(unseen, layout)
    special = headers[_SPECIAL_HEADERS[form]].get(field) if form in _SPECIAL_HEADERS else None
    return _picked(special or headers["columns"][field], layout)


def _is_odd_one(field: str, layout: Layout) -> bool:
    """Whether an office that has words of its own has one for this column: for about a third of them."""
    return (sum(map(ord, field)) + layout.wording) % _UNSEEN_EVERY == 0


def _month_band(hand: Hand, month: int, fiscal_year: int) -> str:
    if not hand.layout.year_row:
        return ""
    year = fiscal_year - 1 if month >= FISCAL_MONTHS[0] else fiscal_year
    wording = _picked(words("headers")["months_year"]["wordings"], hand.layout)
    return wording.format(year=year)


def _fitted(columns: list[tuple[str, str, str]], layout: Layout) -> list[Column]:
    """Columns of figures at their own width, columns of text sharing what the page leaves."""
    kinds = [field.partition(":")[0] for field, _, _ in columns]
    widths = {**_FIXED_WIDTHS, **({"month": _VERTICAL_MONTH_WIDTH} if layout.vertical_months else {})}
    if layout.years < _CROWDED_YEARS:
        widths["year"] = _FEW_YEARS_WIDTH
    fixed = sum(widths.get(kind, 0) for kind in kinds)
    size = _size(layout, "month" in kinds)
    scale = (USABLE_WIDTH - fixed) / sum(_WEIGHTS.get(kind, 0) for kind in kinds)
    return [
        Column(field, header, widths.get(kind) or int(_WEIGHTS[kind] * scale), size, band)
        for kind, (field, header, band) in zip(kinds, columns, strict=True)
    ]


def _size(layout: Layout, operation: bool) -> int:
    crowded = (layout.finish_column or layout.method_column) if operation else layout.years >= _CROWDED_YEARS
    if crowded:
        return _CROWDED
    return _CLOSE if layout.rows == "lines" or not operation else _ROOMY
