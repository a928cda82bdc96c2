"""From a Plan to the bytes of a fresh plan, in the kind that the target's name asks for."""

from collections.abc import Callable, Mapping

from outputs.docx import BookStyle
from outputs.docx import render as render_docx
from outputs.pdf import render as render_pdf
from outputs.plan_json import render as render_plan_file
from pipeline.programs.libreoffice import LibreOffice
from schemas.plan import Plan

SUFFIXES = (".docx", ".pdf", ".xlsx", ".csv", ".sqlite", ".db", ".zip", ".json")


def render_plan(plan: Plan, suffix: str, style: BookStyle, environment: Mapping[str, str]) -> bytes:
    """The fresh plan as bytes of one of SUFFIXES.

    .csv has the projects alone, one row for each; .sqlite (or .db) and .zip, a data package, have all as tables.

    A .pdf needs LibreOffice and a font of the Sarabun family: MissingProgram (DOC020, OUT003) without them.
    """
    writers: dict[str, Callable[[], bytes]] = {
        ".docx": lambda: render_docx(plan, style),
        ".pdf": lambda: render_pdf(render_docx(plan, style), LibreOffice(environment).to_pdf),
        ".xlsx": lambda: _render_xlsx(plan, style),
        ".csv": lambda: _render_csv(plan),
        ".sqlite": lambda: _render_sqlite(plan),
        ".db": lambda: _render_sqlite(plan),
        ".zip": lambda: _render_data_package(plan),
        ".json": lambda: render_plan_file(plan),
    }
    return writers[suffix]()


def _render_xlsx(plan: Plan, style: BookStyle) -> bytes:
    # Writers of single formats are imported on use: most runs write a book of Word.
    from outputs.xlsx import render  # noqa: PLC0415

    return render(plan, style)


def _render_csv(plan: Plan) -> bytes:
    from outputs.csv_projects import render  # noqa: PLC0415

    return render(plan)


def _render_sqlite(plan: Plan) -> bytes:
    from outputs.sqlite import render  # noqa: PLC0415

    return render(plan)


def _render_data_package(plan: Plan) -> bytes:
    from outputs.data_package import render  # noqa: PLC0415

    return render(plan)


def book_style(font: str | None) -> BookStyle:
    """The style of a fresh plan, with `font` in place of the usual one where it is given."""
    return BookStyle(font=font) if font else BookStyle()
