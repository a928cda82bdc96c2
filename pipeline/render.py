"""From a Plan to the bytes of a fresh plan, in the kind that the target's name asks for."""

from collections.abc import Callable, Mapping, Sequence

from outputs.docx import BookStyle
from outputs.docx import render as render_docx
from outputs.plan_json import render as render_plan_file
from pipeline.programs.libreoffice import LibreOffice
from schemas.findings import Finding
from schemas.plan import Plan

SUFFIXES = (".docx", ".pdf", ".xlsx", ".csv", ".sqlite", ".db", ".zip", ".json")


def render_plan(
    plan: Plan,
    suffix: str,
    style: BookStyle,
    environment: Mapping[str, str],
    appendix: Sequence[Finding] | None = None,
) -> bytes:
    """The fresh plan as bytes of one of SUFFIXES.

    .csv has the projects alone, one row for each; .sqlite (or .db) and .zip, a data package, have all as tables.

    `appendix` are the findings that the appendix of a .docx or .pdf lists; None for a book without one. A .pdf
    needs LibreOffice and a font of the Sarabun family: MissingProgram (DOC020, OUT003) without them.
    """
    writers: dict[str, Callable[[], bytes]] = {
        ".docx": lambda: render_docx(plan, style, appendix),
        ".pdf": lambda: _render_pdf(plan, style, appendix, LibreOffice(environment)),
        ".xlsx": lambda: _render_xlsx(plan, style),
        ".csv": lambda: _render_csv(plan),
        ".sqlite": lambda: _render_sqlite(plan, appendix or ()),
        ".db": lambda: _render_sqlite(plan, appendix or ()),
        ".zip": lambda: _render_data_package(plan, appendix or ()),
        ".json": lambda: render_plan_file(plan),
    }
    return writers[suffix]()


def _render_pdf(
    plan: Plan, style: BookStyle, appendix: Sequence[Finding] | None, office: LibreOffice
) -> bytes:
    from outputs.pdf import render_book  # noqa: PLC0415

    return render_book(lambda pages: render_docx(plan, style, appendix, pages), office.to_pdf)


def _render_xlsx(plan: Plan, style: BookStyle) -> bytes:
    # Writers of single formats are imported on use: most runs write a book of Word.
    from outputs.xlsx import render  # noqa: PLC0415

    return render(plan, style)


def _render_csv(plan: Plan) -> bytes:
    from outputs.csv_projects import render  # noqa: PLC0415

    return render(plan)


def _render_sqlite(plan: Plan, findings: Sequence[Finding]) -> bytes:
    from outputs.sqlite import render  # noqa: PLC0415

    return render(plan, findings)


def _render_data_package(plan: Plan, findings: Sequence[Finding]) -> bytes:
    from outputs.data_package import render  # noqa: PLC0415

    return render(plan, findings)


def book_style(
    font: str | None = None, numerals: str | None = None, narrative: str | None = None
) -> BookStyle:
    """The style of a fresh plan: what is given, in place of the usual."""
    asked = {"font": font, "numerals": numerals, "narrative": narrative}
    return BookStyle.model_validate({key: value for key, value in asked.items() if value})
