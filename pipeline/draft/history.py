"""Which projects of the last plan stood in earlier years' plans already."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.extract import extract_file
from pipeline.matching import match
from schemas.failures import InputFailure, MissingProgram
from schemas.findings import Finding
from schemas.plan import Organization, Plan

_READABLE = frozenset({".json", ".docx", ".doc", ".pdf", ".xlsx", ".xls", ".rtf", ".odt"})


class History(NamedTuple):
    """By the index of each project of the last plan, the earlier fiscal years that have it; and what was not read."""

    years: Mapping[int, frozenset[int]]
    findings: tuple[Finding, ...] = ()


NO_HISTORY = History({})


def read_history(folder: Path, last: Plan, environment: Mapping[str, str]) -> History:
    """The plans in `folder` (not in folders within) that are of years before `last`, matched with it.

    A file that cannot be read, or is no earlier plan of the same kind and organization, is told of (DRF006, DRF007).
    InputFailure DRF014 where `folder` is no folder.
    """
    if not folder.is_dir():
        raise InputFailure("DRF014", name=str(folder))
    findings: list[Finding] = []
    years: dict[int, set[int]] = {}
    for plan in _earlier(folder, last, environment, findings):
        for found in match(plan, last):
            years.setdefault(found.new, set()).add(plan.fiscal_year or 0)
    return History({index: frozenset(found) for index, found in years.items()}, tuple(findings))


def _earlier(
    folder: Path, last: Plan, environment: Mapping[str, str], findings: list[Finding]
) -> Iterator[Plan]:
    for path in _files(folder):
        try:
            plan = extract_file(path, environment).plan
        except (InputFailure, MissingProgram) as error:
            reasons = {"reason_th": error.message("th"), "reason_en": error.message("en")}
            findings.append(Finding(code="DRF006", facts={"name": path.name, **reasons}))
            continue
        if plan.source.sha256 == last.source.sha256 and plan.fiscal_year == last.fiscal_year:
            continue
        if _is_earlier(plan, last):
            yield plan
        else:
            findings.append(Finding(code="DRF007", facts={"name": path.name}))


def _files(folder: Path) -> Iterable[Path]:
    """Word's and LibreOffice's lock files begin with "~$" and ".~lock"."""
    found = (path for path in folder.iterdir() if path.suffix.lower() in _READABLE and path.is_file())
    return sorted(path for path in found if not path.name.startswith(("~$", ".")))


def _is_earlier(plan: Plan, last: Plan) -> bool:
    if plan.kind != last.kind or plan.fiscal_year is None or last.fiscal_year is None:
        return False
    return plan.fiscal_year < last.fiscal_year and _same(plan.organization, last.organization)


def _same(one: Organization, other: Organization) -> bool:
    """Whether nothing tells of two organizations."""
    names = [each.name.replace(" ", "") for each in (one, other) if each.name]
    return len(set(names)) < 2
