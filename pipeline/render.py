"""From a Plan to the bytes of a fresh plan, in the kind that the target's name asks for."""

from collections.abc import Callable, Mapping

from outputs.docx import BookStyle
from outputs.docx import render as render_docx
from outputs.pdf import render as render_pdf
from outputs.plan_json import render as render_plan_file
from pipeline.programs.libreoffice import LibreOffice
from schemas.plan import Plan

SUFFIXES = (".docx", ".pdf", ".json")


def render_plan(plan: Plan, suffix: str, style: BookStyle, environment: Mapping[str, str]) -> bytes:
    """The fresh plan as .docx, .pdf or .json bytes; `suffix` is one of SUFFIXES.

    A .pdf needs LibreOffice and a font of the Sarabun family: MissingProgram (DOC020, OUT003) without them.
    """
    writers: dict[str, Callable[[], bytes]] = {
        ".docx": lambda: render_docx(plan, style),
        ".pdf": lambda: render_pdf(render_docx(plan, style), LibreOffice(environment).to_pdf),
        ".json": lambda: render_plan_file(plan),
    }
    return writers[suffix]()


def book_style(font: str | None) -> BookStyle:
    """The style of a fresh plan, with `font` in place of the usual one where it is given."""
    return BookStyle(font=font) if font else BookStyle()
