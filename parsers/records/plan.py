"""From a repaired document to a Plan and what there is to say about reading it."""

from collections.abc import Iterable

from parsers.records.context import Context, read_context
from parsers.records.contradictions import contradictions
from parsers.records.declared import declared_totals
from parsers.records.dittos import without_dittos
from parsers.records.empty_headings import declared_headings, empty_headings, told_headings
from parsers.records.gather import gather
from parsers.records.gathered import Gathered
from parsers.records.narrative import read_narrative
from parsers.records.project import ReadProject, Surroundings, read_project, texts_of
from parsers.records.wraps import settled_wraps
from parsers.tables.walk import walk
from parsers.thai import SeamMemory
from schemas.document import Document, Provenance
from schemas.failures import InputFailure
from schemas.findings import Finding
from schemas.plan import Plan


def read_plan(document: Document) -> tuple[Plan, tuple[Finding, ...]]:
    """The Plan of a repaired document, and findings of tables, records and values.

    Raises InputFailure DOC009 where no project is found.
    """
    gathered = gather(walk(settled_wraps(document)))
    if not gathered.records:
        raise InputFailure("DOC009", name=document.source.name)
    context = read_context(gathered)
    around = _surroundings(gathered, context)
    read = without_dittos(read_project(record, around) for record in gathered.records)
    empty = empty_headings(gathered)
    plan = _plan(document, gathered, context, read)
    headings = told_headings(gathered, empty, len(plan.declared_totals))
    plan = plan.model_copy(update={"declared_totals": (*plan.declared_totals, *declared_headings(empty))})
    told = (*gathered.findings, *headings, *contradictions(gathered, context, empty), *_remarks(read))
    return plan, told


def _surroundings(gathered: Gathered, context: Context) -> Surroundings:
    prose = (line.text for line in (*gathered.titles, *gathered.prose))
    texts = (text for record in gathered.records for text in texts_of(record))
    marks = [row.marks for record in gathered.records for row in record.points.rows()]
    return Surroundings(
        context.fiscal_year,
        SeamMemory.of((*texts, *prose)),
        months_expected=any(found.months for found in marks),
        months_merged=any(found.straddles for found in marks),
    )


def _plan(document: Document, gathered: Gathered, context: Context, read: Iterable[ReadProject]) -> Plan:
    return Plan(
        kind=context.kind,
        organization=context.organization,
        fiscal_year=context.fiscal_year,
        fiscal_year_end=context.fiscal_year_end,
        edition=context.edition,
        narrative=read_narrative(gathered.prose),
        projects=tuple(item.project for item in read),
        declared_totals=declared_totals(gathered),
        source=document.source,
    )


def _remarks(read: Iterable[ReadProject]) -> Iterable[Finding]:
    for index, item in enumerate(read):
        source = item.project.source
        place = Provenance(page=source.page, table=source.table, row=source.row, bbox=source.bbox)
        for code, facts in item.remarks:
            yield Finding(code=code, facts=facts, provenance=place, path=f"projects[{index}]")
