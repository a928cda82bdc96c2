"""From a Plan to the bytes of a fresh plan, in the kind that the target's name asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from outputs.docx import BookStyle
from outputs.docx import render as render_docx
from outputs.plan_json import render as render_plan_file
from schemas.findings import Finding
from schemas.plan import Plan


@dataclass(frozen=True, slots=True)
class _Work:
    """What a writer of a fresh plan may need."""

    style: BookStyle
    environment: Mapping[str, str]
    findings: Sequence[Finding]
    with_appendix: bool

    @property
    def appendix(self) -> Sequence[Finding] | None:
        """The findings that a book's appendix lists; None for a book without one."""
        return self.findings if self.with_appendix else None


# Writers of single formats are imported on use: most runs write a book of Word.


def _docx(plan: Plan, work: _Work) -> bytes:
    return render_docx(plan, work.style, work.appendix)


def _pdf(plan: Plan, work: _Work) -> bytes:
    from pipeline.drawing import draw_book  # noqa: PLC0415

    def write(pages: Sequence[int] | None) -> bytes:
        return render_docx(plan, work.style, work.appendix, pages)

    return draw_book(plan, write, work.environment)


def _xlsx(plan: Plan, work: _Work) -> bytes:
    from outputs.xlsx import render  # noqa: PLC0415

    return render(plan, work.style)


def _html(plan: Plan, work: _Work) -> bytes:
    from outputs.html import render  # noqa: PLC0415

    return render(plan, work.style)


def _csv(plan: Plan, _work: _Work) -> bytes:
    from outputs.csv_projects import render  # noqa: PLC0415

    return render(plan)


def _sqlite(plan: Plan, work: _Work) -> bytes:
    from outputs.sqlite import render  # noqa: PLC0415

    return render(plan, work.findings)


def _data_package(plan: Plan, work: _Work) -> bytes:
    from outputs.data_package import render  # noqa: PLC0415

    return render(plan, work.findings)


def _plan_file(plan: Plan, _work: _Work) -> bytes:
    return render_plan_file(plan)


_WRITERS: dict[str, Callable[[Plan, _Work], bytes]] = {
    ".docx": _docx,
    ".pdf": _pdf,
    ".xlsx": _xlsx,
    ".html": _html,
    ".csv": _csv,
    ".sqlite": _sqlite,
    ".db": _sqlite,
    ".zip": _data_package,
    ".json": _plan_file,
}

SUFFIXES = tuple(_WRITERS)
"""The endings of names that a fresh plan can have."""


def render_plan(
    plan: Plan,
    suffix: str,
    style: BookStyle,
    environment: Mapping[str, str],
    findings: Sequence[Finding] = (),
    with_appendix: bool = False,
) -> bytes:
    """The fresh plan as bytes of one of SUFFIXES.

    .html is a page for a website, without the plan's text; .csv has the projects alone, one row for each;
    .sqlite (or .db) and .zip, a data package, have all as tables, the findings too. A .docx or .pdf lists the
    findings in an appendix where it has one. A .pdf needs LibreOffice and a font of the Sarabun family:
    MissingProgram (DOC020, OUT003) without them.
    """
    return _WRITERS[suffix](plan, _Work(style, environment, findings, with_appendix))


def render_package(plan: Plan, findings: Sequence[Finding] = ()) -> dict[str, bytes]:
    """The data package of .zip as its files by name, for a folder."""
    from outputs.data_package import files  # noqa: PLC0415

    return files(plan, findings)
