"""The percentages of ผด.01 against the figures that stand beside them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import DeclaredTotal, Plan
from schemas.rules.place import place_of
from schemas.rules.summaries import SummaryLine, summaries

ROUNDING = Decimal("0.01")
"""Percentages are rounded, or made to add up to 100.00."""

_HUNDRED = Decimal(100)
_PERCENTAGE = re.compile(r"\s*(\d+(?:\.\s*(\d+))?)\s*%?\s*")
_FIELDS = {"percent.summary_count": "count", "percent.budget": "amount"}


def summary_shares(plan: Plan) -> Iterator[Finding]:
    """PLN027 for each percentage that is not its row's share of the summary's own total, PLN028 where each is right
    but for rounding and those of a summary do not add up to 100.00 for a row is missing or doubled."""
    for lines in summaries(plan):
        for field, figure in _FIELDS.items():
            found = list(_wrong(lines, field, figure))
            yield from found or _sum(lines, field)


def _wrong(lines: Sequence[SummaryLine], field: str, figure: str) -> Iterator[Finding]:
    wholes = _wholes(lines, figure)
    for line in lines:
        index, total = line.totals[0]
        printed, own = _printed(total, field), _figure(total, figure)
        if printed is None or own is None or not wholes:
            continue
        shares = [_HUNDRED * own / whole for whole in wholes]
        if all(abs(share - printed) > _tolerance(printed) for share in shares):
            facts: dict[str, Fact] = {"printed": f"{printed}", "computed": f"{shares[0]:.2f}"}
            yield _finding("PLN027", index, total, figure, facts)


def _wholes(lines: Sequence[SummaryLine], figure: str) -> list[Decimal]:
    """What the percentages may be of: the printed grand total, else what its rows come to."""
    printed = [_figure(line.totals[0][1], figure) for line in lines if line.scope == "plan"]
    added = sum((_figure(line.totals[0][1], figure) or Decimal(0) for line in _parts(lines)), Decimal(0))
    return [whole for whole in (*printed, added) if whole]


def _parts(lines: Sequence[SummaryLine]) -> list[SummaryLine]:
    """The narrowest rows: those of แผนงาน where there are any, else those of strategies."""
    programs = [line for line in lines if line.scope == "program" and not line.is_of_group]
    return programs or [line for line in lines if not line.is_of_group]


def _sum(lines: Sequence[SummaryLine], field: str) -> Iterator[Finding]:
    parts = [
        (line, printed)
        for line in _parts(lines)
        if (printed := _printed(line.totals[0][1], field)) is not None
    ]
    added = sum((printed for _, printed in parts), Decimal(0))
    if parts and abs(added - _HUNDRED) > sum(_tolerance(printed) for _, printed in parts):
        index, total = lines[-1].totals[0]
        yield _finding("PLN028", index, total, _FIELDS[field], {"printed": f"{added}"})


def _finding(code: str, index: int, total: DeclaredTotal, figure: str, facts: dict[str, Fact]) -> Finding:
    of = {"of_th": "จำนวนโครงการ", "of_en": "projects"}
    if figure == "amount":
        of = {"of_th": "งบประมาณ", "of_en": "money"}
    path = f"declared_totals[{index}]"
    return Finding(
        code=code, facts={"label": total.label, **of, **facts}, provenance=place_of(total.source), path=path
    )


def _figure(total: DeclaredTotal, figure: str) -> Decimal | None:
    value = total.count if figure == "count" else total.amount
    return None if value is None else Decimal(value)


def _printed(total: DeclaredTotal, field: str) -> Decimal | None:
    match = _PERCENTAGE.fullmatch(total.source.raw.get(field, ""))
    # Decimal reads Thai digits as well.
    return Decimal("".join(match[1].split())) if match else None


def _tolerance(printed: Decimal) -> Decimal:
    """Half a unit of the last place is rounding; of two places or more, a whole hundredth."""
    places = -int(printed.as_tuple().exponent)
    return ROUNDING if places > 1 else Decimal(1).scaleb(-places)
