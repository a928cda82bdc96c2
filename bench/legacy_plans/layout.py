"""The switches of a legacy plan's looks: one value per habit seen in real files."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any, Literal, get_args

Numerals = Literal["thai", "arabic", "mixed"]
MoneyStyle = Literal["plain", "dash", "spaced_dash", "baht", "satang"]
MarkKind = Literal[
    "drawing", "drawing_bare", "vml_line", "vml_shape", "glyph", "wingdings", "shading", "merged",
    "group", "flat_box",
]  # fmt: skip
MarkAnchor = Literal["first_month", "name", "last_month", "near_table"]
MarkOrigin = Literal["column", "page", "margin"]
HeadingPlace = Literal["above", "inside", "once"]
HeadingStyle = Literal["dotted", "ordinal", "colon"]
Numbering = Literal["typed", "auto_arabic", "auto_thai"]
RowKind = Literal["project", "lines"]
HeaderRepeat = Literal["none", "word", "by_hand"]
MonthSpelling = Literal["dotted", "half_dotted", "full"]
FormLabelPlace = Literal["paragraph", "drawing_box", "vml_box", "none"]
CellBreaks = Literal["none", "br", "paragraphs"]


@dataclass(frozen=True)
class Layout:
    """How one legacy file was typed; the defaults are a clean file of Word, and each switch is one quirk."""

    wording: int = 0  # picks among the synonyms of headers, titles and form labels
    year_row: bool = True
    month_spelling: MonthSpelling = "dotted"
    vertical_months: bool = False
    numerals: Numerals = "thai"
    money_style: MoneyStyle = "plain"
    mark_kinds: tuple[MarkKind, ...] = ("drawing",)  # of several, each table takes the next
    mark_glyph: str = "✓"
    mark_anchor: MarkAnchor = "first_month"
    mark_origin: MarkOrigin = "column"
    mark_jitter: float = 0.1  # share of a month's width by which a hand misses the cell's rule
    heading_place: HeadingPlace = "above"
    heading_style: HeadingStyle = "dotted"
    upper_headings: bool = False  # the lines ก. ข. … above the strategy of a development plan
    tactics: bool = False
    program_variants: bool = False
    numbering: Numbering = "typed"
    numbers_run_on: bool = False
    rows: RowKind = "project"
    points: bool = False
    header_repeat: HeaderRepeat = "word"
    one_table: bool = False  # a form's sections all stand in one Word table
    cut_tables_every: int = 0  # projects per table when cut by hand; 0 cuts nowhere
    cut_repeats_headings: bool = True
    rows_split: bool = False  # a page may end inside a row
    totals: bool = False
    summary_table: bool = False
    other_table: bool = False
    cover: bool = True
    narrative: bool = False
    form_label: FormLabelPlace = "paragraph"
    edition: bool = False
    tracked_changes: bool = False
    hidden_text: bool = False
    content_controls: bool = False
    split_runs: bool = False
    damage: float = 0.0  # share of cells whose Thai is typed in a malformed way
    padding_spaces: bool = False
    cell_breaks: CellBreaks = "none"
    divider_rows: bool = False
    finish_column: bool = False
    method_column: bool = False
    location_column: bool = True
    kpi_column: bool = True
    sub_units: bool = False
    moneyless: bool = False
    other_agencies: bool = False
    fund_source: bool = False
    equipment: bool = True
    years: int = 5
    comments: bool = False
    nested_tables: bool = False
    note_rows: bool = (
        False  # projects that were moved or merged: a note stands in place of what they would be
    )
    wrong_totals: bool = False
    village_form: bool = False  # ผ.02/1 beside ผ.02
    beyond_form: bool = False  # ผ.02/2 beside ผ.02
    unseen_headers: bool = False  # of a third of the columns: wordings that no list has verbatim
    blank_months: bool = False  # month columns without names
    name_spellings: bool = False  # titles over every table, the government's name typed in several ways
    running_titles: bool = False  # titles stand in the pages' running heads only

    def with_(self, **changes: object) -> "Layout":
        """The same layout with some switches set otherwise."""
        return replace(self, **changes)  # type: ignore[arg-type]


_GLYPHS = ("✓", "√", "/", "X", "●", "↔", "<->")


def _flip(rng: Random, share: float) -> bool:
    return rng.random() < share


def random_layout(rng: Random) -> Layout:
    """Any layout that a person could have made, for either kind of plan."""
    return _with_rare_quirks(_usual_layout(rng), rng)


def _with_rare_quirks(layout: Layout, rng: Random) -> Layout:
    """The layout with the quirks that a few files have; drawn last, so that the rest of a seed stays."""
    rare = {name: _flip(rng, share) for name, share in _RARE_SHARES.items()}
    if _flip(rng, 0.15):
        layout = layout.with_(mark_kinds=(rng.choice(_RARE_MARKS),))
    if _flip(rng, 0.08) and layout.rows == "project":
        layout = layout.with_(mark_anchor="near_table", mark_origin="column", **_SMALL_TABLES)
    return layout.with_(**rare)


_USUAL_MARKS = get_args(MarkKind)[:8]
_RARE_MARKS: tuple[MarkKind, ...] = ("group", "flat_box")
_SMALL_TABLES: dict[str, object] = {"one_table": False, "heading_place": "above", "cut_tables_every": 3}
_RARE_SHARES = {
    "comments": 0.15,
    "nested_tables": 0.1,
    "note_rows": 0.15,
    "wrong_totals": 0.3,
    "village_form": 0.15,
    "beyond_form": 0.2,
    "unseen_headers": 0.1,
    "blank_months": 0.05,
    "name_spellings": 0.15,
    "running_titles": 0.1,
}


def _usual_layout(rng: Random) -> Layout:
    """The draws stand in a fixed order, so that a seed keeps its layout."""
    lines, one_table = _flip(rng, 0.3), _flip(rng, 0.35)
    return Layout(
        **_headers(rng),
        **_marks(rng),
        **_headings(rng, one_table=one_table),
        **_rows(rng, lines=lines, one_table=one_table),
        **_parts(rng),
        **_typing(rng, lines=lines),
        **_columns(rng),
    )


def _headers(rng: Random) -> dict[str, Any]:
    months = rng.choice(get_args(MonthSpelling))
    return {
        "wording": rng.randrange(1000),
        "year_row": _flip(rng, 0.8),
        "month_spelling": months,
        "vertical_months": months == "full" or _flip(rng, 0.15),  # a name in full fits no other way
        "numerals": rng.choice(get_args(Numerals)),
        "money_style": rng.choice(get_args(MoneyStyle)),
    }


def _marks(rng: Random) -> dict[str, Any]:
    return {
        "mark_kinds": tuple(rng.sample(_USUAL_MARKS, rng.choice((1, 1, 2)))),
        "mark_glyph": rng.choice(_GLYPHS),
        "mark_anchor": rng.choice(("first_month", "name", "last_month")),
        "mark_origin": rng.choice(("column", "column", "page", "margin")),
        "mark_jitter": rng.choice((0.0, 0.1, 0.25)),
    }


def _headings(rng: Random, *, one_table: bool) -> dict[str, Any]:
    return {
        "heading_place": "inside" if one_table else rng.choice(("above", "above", "once")),
        "heading_style": rng.choice(get_args(HeadingStyle)),
        "upper_headings": _flip(rng, 0.3),
        "tactics": _flip(rng, 0.4),
        "program_variants": _flip(rng, 0.3),
    }


def _rows(rng: Random, *, lines: bool, one_table: bool) -> dict[str, Any]:
    return {
        "numbering": rng.choice(("typed", "typed", "typed", "auto_arabic", "auto_thai")),
        "numbers_run_on": _flip(rng, 0.3),
        "rows": "lines" if lines else "project",
        "points": _flip(rng, 0.3),
        "header_repeat": rng.choice(get_args(HeaderRepeat)),
        "one_table": one_table,
        "cut_tables_every": 0 if one_table else rng.choice((0, 0, 4, 7)),
        "cut_repeats_headings": _flip(rng, 0.5),
        "rows_split": _flip(rng, 0.4),
    }


def _parts(rng: Random) -> dict[str, Any]:
    """What a book has beside its projects."""
    return {
        "totals": _flip(rng, 0.5),
        "summary_table": _flip(rng, 0.4),
        "other_table": _flip(rng, 0.3),
        "cover": _flip(rng, 0.7),
        "narrative": _flip(rng, 0.4),
        "form_label": rng.choice(get_args(FormLabelPlace)),
        "edition": _flip(rng, 0.2),
    }


def _typing(rng: Random, *, lines: bool) -> dict[str, Any]:
    return {
        "tracked_changes": _flip(rng, 0.2),
        "hidden_text": _flip(rng, 0.2),
        "content_controls": _flip(rng, 0.2),
        "split_runs": _flip(rng, 0.4),
        "damage": rng.choice((0.0, 0.0, 0.15, 0.4)),
        "padding_spaces": _flip(rng, 0.3),
        "cell_breaks": "none" if lines else rng.choice(get_args(CellBreaks)),
        "divider_rows": _flip(rng, 0.2),
    }


def _columns(rng: Random) -> dict[str, Any]:
    """The columns, and what stands in them."""
    return {
        "finish_column": _flip(rng, 0.2),
        "method_column": _flip(rng, 0.2),
        "location_column": _flip(rng, 0.9),
        "kpi_column": _flip(rng, 0.8),
        "sub_units": _flip(rng, 0.3),
        "moneyless": _flip(rng, 0.4),
        "other_agencies": _flip(rng, 0.3),
        "fund_source": _flip(rng, 0.4),
        "equipment": _flip(rng, 0.6),
        "years": rng.choice((3, 4, 5, 5)),
    }
