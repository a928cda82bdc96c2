"""The files of a folder, read as projects that were handed in."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from outputs.forms.model import CollectedFile, FileKind
from parsers.formats import identify
from parsers.forms.sheets import SheetRows, read_csv, read_workbook
from parsers.forms.submission import Asked, Submitted, has_header, is_form, read_submission, shown
from pipeline.collect.merging import where
from pipeline.extract import Extraction, extract_file
from pipeline.files import read_input
from pipeline.programs.libreoffice import LibreOffice
from schemas.failures import InputFailure, PhaenFailure
from schemas.findings import Finding
from schemas.plan import Form, Organization, Plan, Project
from schemas.rules.identity import is_named

_TEMPORARY = ("~$", ".")
"""How the names of files begin that Office and LibreOffice keep beside an open one, and of hidden ones."""
_CSV = frozenset({".csv", ".txt", ".tsv"})
_BOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xls"})
_READING_FAMILIES = ("TXT", "TBL", "REC", "VAL")
"""What is told of a table that was handed in; what a whole book should have (PLN) is not asked of it."""
_NO_HEADER = {
    "reason_th": "ไม่พบหัวตารางที่มีชื่อโครงการ โปรดใช้แบบจาก phaen collect --form หรือใส่หัวคอลัมน์ เช่น ชื่อโครงการ แผนงาน งบประมาณ",
    "reason_en": "there is no header with a column of names. Use the form of `phaen collect --form`, or put headers in.",
}
_SISTER_FORMS: Mapping[str, Mapping[Form, Form]] = {
    "operation_plan": {"ผ.02": "ผด.02", "ผ.02/1": "ผด.02", "ผ.02/2": "ผด.02", "ผ.03": "ผด.02/1"},
    "development_plan": {"ผด.02": "ผ.02", "ผด.02/1": "ผ.03"},
}


class HandedIn(NamedTuple):
    """All that was handed in, in the order of the files, and which files these were."""

    submitted: tuple[Submitted, ...]
    files: tuple[CollectedFile, ...]
    findings: tuple[Finding, ...]


def read_folder(folder: Path, draft: Plan, environment: Mapping[str, str], leave: Sequence[Path]) -> HandedIn:
    """What is handed in by the files of a folder, its folders included, or by one file; `leave` are not read.

    A file that cannot be read becomes REC051. InputFailure DOC017 where there is no file at all.
    """
    paths = list(_files(folder, leave))
    if not paths:
        raise InputFailure("DOC017", name=str(folder))
    read = [_read(path, _name(path, folder), draft, environment) for path in paths]
    return HandedIn(
        tuple(one for item in read for one in item.submitted),
        tuple(file for item in read for file in item.files),
        tuple(finding for item in read for finding in item.findings),
    )


def _files(folder: Path, leave: Sequence[Path]) -> Iterator[Path]:
    left = {path.resolve() for path in leave}
    if folder.is_file():
        yield folder
        return
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(_TEMPORARY) for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.resolve() not in left:
            yield path


def _name(path: Path, folder: Path) -> str:
    """How reports call a file: its path within the folder, the same on every system."""
    return path.name if path == folder else path.relative_to(folder).as_posix()


def _read(path: Path, name: str, draft: Plan, environment: Mapping[str, str]) -> HandedIn:
    asked = Asked(draft.kind, draft.fiscal_year)
    try:
        sheets = _sheets(path, environment)
        if sheets is None:
            return _of_plan(extract_file(path, environment), name, draft)
    except PhaenFailure as failure:
        reasons = {"reason_th": failure.message("th"), "reason_en": failure.message("en")}
        return _unread(name, reasons)
    if not any(map(has_header, sheets)):
        return _unread(name, _NO_HEADER)
    read = read_submission(sheets, name, asked)
    kind: FileKind = "table" if path.suffix.lower() in _CSV else "form"
    file = CollectedFile(name=name, kind=kind, projects=len(read.projects))
    others = [_other_year(one, asked) for one in read.projects]
    return HandedIn(read.projects, (file,), (*read.findings, *filter(None, others)))


def _sheets(path: Path, environment: Mapping[str, str]) -> tuple[SheetRows, ...] | None:
    """The rows of a .csv or of the form; None for what the reader of plans is for."""
    suffix = path.suffix.lower()
    if suffix in _CSV:
        return (read_csv(path.name, read_input(path)),)
    if suffix not in _BOOKS:
        return None
    data = read_input(path)
    if identify(path.name, data) == "xls":
        data = LibreOffice(environment).to_xlsx(data, suffix, path.name)
    sheets = read_workbook(path.name, data)
    return tuple(sheet for sheet in sheets if is_form([sheet])) or None


def _unread(name: str, reasons: Mapping[str, str]) -> HandedIn:
    finding = Finding(code="REC051", facts={"file": name, **reasons})
    return HandedIn((), (CollectedFile(name=name, kind="unread"),), (finding,))


# ---- plans and tables in any layout ----


def _of_plan(extraction: Extraction, name: str, draft: Plan) -> HandedIn:
    plan, asked = extraction.plan, Asked(draft.kind, draft.fiscal_year)
    agency = _agency(plan.organization, draft.organization)
    submitted = tuple(_of_project(project, name, agency, plan, asked) for project in plan.projects)
    file = CollectedFile(name=name, kind="plan", projects=len(submitted))
    doubts = (_doubt(finding, name) for finding in extraction.findings if _is_of_reading(finding))
    others = (_other_year(one, asked, before) for one, before in zip(submitted, plan.projects, strict=True))
    return HandedIn(submitted, (file,), (*doubts, *filter(None, others)))


def _agency(own: Organization, draft: Organization) -> str:
    """Whose table it is, where it says so and is not the draft's own local government."""
    name, its = (each.full_name for each in (own, draft))
    return name if is_named(own) and name != its else ""


def _of_project(project: Project, file: str, agency: str, plan: Plan, asked: Asked) -> Submitted:
    source = project.source
    who = agency or project.responsible_unit or Path(file).stem
    place = source.row if source.row is not None else plan.projects.index(project)
    return Submitted(_adapted(project, plan, asked), who, file, "", place + 1, source.table)


def _adapted(project: Project, plan: Plan, asked: Asked) -> Project:
    """The project as the draft's kind of plan has it: its form, and the money of the draft's year or years."""
    form = _SISTER_FORMS[asked.kind].get(project.form, project.form)
    changed: dict[str, object] = {"form": form}
    if asked.kind == "operation_plan" and project.budgets:
        changed |= {"budget": project.budgets.get(str(asked.year)), "budgets": {}, "points": ()}
    elif asked.kind == "development_plan" and project.budget is not None and plan.fiscal_year:
        changed |= {"budget": None, "budgets": {str(plan.fiscal_year): project.budget}}
    return project.model_copy(update=changed)


def _other_year(one: Submitted, asked: Asked, before: Project | None = None) -> Finding | None:
    """REC052 for a project that has money, but none in the draft's year."""
    raw = one.project.source.raw
    years = sorted(before.budgets if before else (key[8:] for key in raw if key.startswith("budgets.")))
    if asked.kind != "operation_plan" or one.project.budget is not None or not years:
        return None
    th, en = where(one.row, one.table)
    facts = {"file": one.file, "where_th": th, "where_en": en, "project": shown(one.project.name or "")}
    return Finding(
        code="REC052", facts={**facts, "found": ", ".join(years), "wanted": str(asked.year or "-")}
    )


def _is_of_reading(finding: Finding) -> bool:
    return finding.code.startswith(_READING_FAMILIES) and finding.severity in ("error", "warning")


def _doubt(finding: Finding, name: str) -> Finding:
    place = finding.provenance
    th, en = where((place.row or 0) + 1, place.table)
    facts = {
        "file": name,
        "where_th": th,
        "where_en": en,
        "message_th": finding.message("th"),
        "message_en": finding.message("en"),
    }
    return Finding(code="REC053", facts=facts)
