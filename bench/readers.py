"""Who reads the files: phaen, and other tools with the little code that an office would write around them."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.baselines import plan_of_grids
from schemas.findings import Finding
from schemas.plan import Plan


@dataclass(frozen=True)
class Reading:
    """What a reader made of one file."""

    plan: Plan
    findings: tuple[Finding, ...] = ()


def _phaen(path: Path) -> Reading:
    # Imported here, for generating and scoring must work without the reader.
    from pipeline.extract import extract_file  # noqa: PLC0415

    extraction = extract_file(path, os.environ)
    return Reading(extraction.plan, extraction.findings)


def _python_docx(path: Path) -> Reading:
    import docx  # noqa: PLC0415

    tables = docx.Document(str(path)).tables
    grids = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    return Reading(plan_of_grids(grids, path))


def _pdfplumber(path: Path) -> Reading:
    import pdfplumber  # noqa: PLC0415

    with pdfplumber.open(path) as pdf:
        grids = [
            [[cell or "" for cell in row] for row in found]
            for page in pdf.pages
            for found in page.extract_tables()
        ]
    return Reading(plan_of_grids(grids, path))


def _camelot(path: Path) -> Reading:
    from camelot.io import read_pdf  # noqa: PLC0415

    grids = [table.df.to_numpy().tolist() for table in read_pdf(str(path), pages="all")]
    return Reading(plan_of_grids(grids, path))


READERS: dict[str, Callable[[Path], Reading]] = {
    "phaen": _phaen,
    "python-docx": _python_docx,
    "pdfplumber": _pdfplumber,
    "camelot": _camelot,
}
_READS = {"python-docx": ".docx", "pdfplumber": ".pdf", "camelot": ".pdf"}


def can_read(reader: str, path: Path) -> bool:
    """Whether the reader knows the file's format."""
    return _READS.get(reader, path.suffix) == path.suffix
