"""phaen follow-up: the sheet of a plan, and the evaluation of the sheet when it is filled in."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from outputs.docx import BookStyle
from outputs.follow_up import as_json, report, sheet, text, workbook
from outputs.follow_up.model import Evaluation
from parsers.formats import identify
from parsers.forms.follow_sheet import read_follow_rows
from parsers.forms.sheets import read_workbook
from pipeline.extract import named_plan
from pipeline.files import read_input
from pipeline.follow_up.evaluation import evaluate
from pipeline.follow_up.following import followed, keys_of
from pipeline.office import NO_PROFILE, of_office
from pipeline.programs.libreoffice import LibreOffice
from pipeline.progress import Progress, silent
from schemas.failures import InputFailure
from schemas.findings import Finding
from schemas.findings.catalog import Language
from schemas.profile import Profile

Form = Literal["docx", "xlsx", "json", "text"]


class Sheet(NamedTuple):
    """The sheet as an .xlsx, and what a person should know of how it was made."""

    data: bytes
    findings: tuple[Finding, ...]


def make_sheet(
    plan: Path,
    environment: Mapping[str, str],
    year: int | None = None,
    progress: Progress = silent,
    profile: Profile = NO_PROFILE,
) -> Sheet:
    """The sheet for a plan's year, in an office's names; fails as reading does, and with UsageFailure OUT030."""
    read, findings = of_office(named_plan(plan, environment, progress), profile)
    results = followed(read, year)
    return Sheet(sheet.render(read, results, keys_of(read, results), year or read.fiscal_year), findings)


def evaluate_files(
    plan: Path,
    filled: Path,
    environment: Mapping[str, str],
    year: int | None = None,
    progress: Progress = silent,
    profile: Profile = NO_PROFILE,
) -> Evaluation:
    """The evaluation of a plan, in an office's names, by its filled sheet (.xlsx, or .xls through LibreOffice).

    InputFailure DOC018 for a file that is no such sheet; UsageFailure OUT030 where nothing is followed.
    """
    read, findings = of_office(named_plan(plan, environment, progress), profile)
    data = read_input(filled)
    kind = identify(filled.name, data)
    if kind == "xls":
        data = LibreOffice(environment).to_xlsx(data, ".xls", filled.name)
    elif kind != "xlsx":
        raise InputFailure("DOC018", name=filled.name, headers=".xlsx")
    rows = read_follow_rows(read_workbook(filled.name, data), filled.name)
    evaluation = evaluate(read, rows, filled.name, year)
    return evaluation.model_copy(update={"findings": (*findings, *evaluation.findings)})


def write_evaluation(
    evaluation: Evaluation, form: Form, style: BookStyle, language: Language = "th"
) -> bytes:
    """The evaluation in one form; .docx and .xlsx are Thai whatever the language."""
    writers: dict[Form, Callable[[], bytes]] = {
        "docx": lambda: report.render(evaluation, style),
        "xlsx": lambda: workbook.render(evaluation, style),
        "json": lambda: as_json.render(evaluation, language),
        "text": lambda: text.render(evaluation, language).encode() + b"\n",
    }
    return writers[form]()
