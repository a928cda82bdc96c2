"""How the text columns of a form's tables share the room that the page has for them, by what they hold.

The widths of forms.toml suit the usual plan. Where one field is far longer than the others (a target of a thousand
letters beside short names), its column takes room from those that do not need theirs, and the tables come out shorter.
"""

from collections.abc import Sequence

from outputs.docx.values import field_text
from schemas.plan import Project

# How far a column may leave the width that its form gives it, and how narrow it may become: for about fifteen letters.
_LEAST, _MOST = 0.65, 2.2
_LEAST_WIDTH_EM = 6.0
_TWIPS_PER_POINT = 20
# How fast the shares follow the rows' heights, and how often.
_PACE, _ROUNDS = 0.25, 12
_LETTERS_OF_NO_ROW = 20.0
# The usual widths stay unless others save so much of the height of all rows.
_WORTH = 0.12
# So many projects, spread over the plan, tell how long its texts are.
_LOOKED_AT = 400

_FIXED_TEXT = "fixed_text"  # the same few words in each row

_Lengths = list[list[float]]


def shares(
    fields: Sequence[str], widths_twips: Sequence[float], projects: Sequence[Project], size_pt: int
) -> list[float]:
    """For each text column what its width is to be multiplied with; their widths keep their sum.

    `fields` are those of the columns, `widths_twips` what they have on the page. All are 1.0 where these will do.
    """
    rows = _lengths(fields, projects)
    narrowest = _LEAST_WIDTH_EM * size_pt * _TWIPS_PER_POINT
    bounds = [(min(1.0, max(_LEAST, narrowest / width)), _MOST) for width in widths_twips]
    usual = [1.0] * len(fields)
    best, least = usual, _height(rows, widths_twips, usual)
    wanted = least * (1 - _WORTH)
    tried = usual
    for _ in range(_ROUNDS):
        tried = _bounded(_followed(rows, widths_twips, tried), widths_twips, bounds)
        height = _height(rows, widths_twips, tried)
        if height < least:
            best, least = tried, height
    return best if least <= wanted else usual


def _lengths(fields: Sequence[str], projects: Sequence[Project]) -> _Lengths:
    """How many letters stand in each column, for each row of some projects."""
    step = max(1, len(projects) // _LOOKED_AT)
    return [row for project in projects[::step] for row in _rows(fields, project)]


def _rows(fields: Sequence[str], project: Project) -> _Lengths:
    """The row of a project, or those of its points with a share of what stands over all of them."""
    whole = [float(len(field_text(project, field))) if field != _FIXED_TEXT else 0.0 for field in fields]
    if len(project.points) < 2:
        return [whole]
    return [
        [
            len(getattr(point, field, None) or "") or length / len(project.points)
            for field, length in zip(fields, whole, strict=True)
        ]
        for point in project.points
    ]


def _height(rows: _Lengths, widths: Sequence[float], tried: Sequence[float]) -> float:
    """About how high all rows are; the unit is of no matter."""
    return sum(max(_heights(row, widths, tried), default=0.0) for row in rows)


def _heights(row: Sequence[float], widths: Sequence[float], tried: Sequence[float]) -> list[float]:
    return [length / (width * share) for length, width, share in zip(row, widths, tried, strict=True)]


def _followed(rows: _Lengths, widths: Sequence[float], tried: Sequence[float]) -> list[float]:
    """The shares moved to the columns that make rows high."""
    pressure = [0.0] * len(tried)
    for row in rows:
        heights = _heights(row, widths, tried)
        if max(row, default=0.0) > _LETTERS_OF_NO_ROW:
            pressure[heights.index(max(heights))] += max(heights)
    mean = sum(pressure) / len(pressure) if pressure else 0.0
    if not mean:
        return list(tried)
    return [share * (0.5 + force / mean / 2) ** _PACE for share, force in zip(tried, pressure, strict=True)]


def _bounded(
    tried: Sequence[float], widths: Sequence[float], bounds: Sequence[tuple[float, float]]
) -> list[float]:
    """Shares within their bounds whose widths keep their sum: what one may not give is not taken by the others."""
    total = sum(widths)
    bounded = list(tried)
    for _ in range(len(bounded)):
        taken = sum(width * share for width, share in zip(widths, bounded, strict=True))
        bounded = [
            min(most, max(least, share * total / taken))
            for share, (least, most) in zip(bounded, bounds, strict=True)
        ]
    surplus = sum(width * (share - 1.0) for width, share in zip(widths, bounded, strict=True))
    room = sum(
        width * (share - least) for width, share, (least, _) in zip(widths, bounded, bounds, strict=True)
    )
    given = min(1.0, surplus / room) if surplus > 0 and room else 0.0
    return [share - given * (share - least) for share, (least, _) in zip(bounded, bounds, strict=True)]
