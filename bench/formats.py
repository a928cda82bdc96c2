"""The formats that generated plans are measured in, each with the program that makes it."""

from bench.legacy_plans import LegacyPlan
from bench.office import accept_changes, convert_all, convert_tagged
from bench.printed import chromium, chromium_pdf, sheets_of, typst_pdf

FORMATS = ("docx", "doc", "pdf", "pdf-tagged", "pdf-typst", "pdf-chromium")


class Skipped(Exception):
    """A format whose program is not installed; the message says which."""


def suffix_of(name: str) -> str:
    """The file name's ending of a format: "pdf" for every kind of PDF."""
    return name.partition("-")[0]


def files_of(plans: dict[str, LegacyPlan], name: str) -> dict[str, bytes]:
    """The plans' bytes in a format, by the plans' names; Skipped where its program is missing."""
    if name not in FORMATS:
        raise Skipped(f"there is no format {name}; there are {', '.join(FORMATS)}")
    docx = {plan: made.docx for plan, made in plans.items()}
    if name == "docx":
        return docx
    if name == "doc":
        return convert_all(docx, "doc")
    if name in ("pdf", "pdf-tagged"):
        printed = {plan: accept_changes(data) for plan, data in docx.items()}
        return convert_all(printed, "pdf") if name == "pdf" else convert_tagged(printed)
    return _typst(plans) if name == "pdf-typst" else _chromium(plans)


def _typst(plans: dict[str, LegacyPlan]) -> dict[str, bytes]:
    try:
        return {plan: typst_pdf(sheets_of(made.contents)) for plan, made in plans.items()}
    except ModuleNotFoundError as missing:
        raise Skipped(f"{missing.name} is not installed (dependency group bench)") from missing


def _chromium(plans: dict[str, LegacyPlan]) -> dict[str, bytes]:
    program = chromium()
    if program is None:
        raise Skipped("Chromium is not installed (Debian: apt-get install chromium)")
    return {plan: chromium_pdf(sheets_of(made.contents), program) for plan, made in plans.items()}
