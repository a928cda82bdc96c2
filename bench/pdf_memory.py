"""How much memory a PDF takes: books of 100, 500 and 1,000 pages, made of a sample's pages over and over.

    python -m bench.pdf_memory [FILE.pdf] [--pages 100 500 1000]

Each book is read in processes of its own. Columns, all in MB, peaks above the process before it reads:

    before    the process before it reads, with the file's bytes
    read      peak of the PDF reader
    document  the Document that it hands on, counted object by object (allocators take some 8 % more)
    working   peak of the PDF reader when each page's blocks are thrown away: must not grow with the pages
    extract   peak of the whole way to a checked plan, Thai dictionaries loaded before
"""

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pypdfium2 as pdfium
from pydantic import BaseModel

SAMPLE = Path(__file__).parents[1] / "samples/operation-arrows.pdf"
PAGES = (100, 500, 1_000)
_KB_PER_MB = 1024
# ru_maxrss is in kB on Linux, in bytes on macOS (getrusage(2) of each).
_RSS_PER_MB = _KB_PER_MB**2 if sys.platform == "darwin" else _KB_PER_MB
_MEASURES = ("read", "working", "extract")


def main() -> None:
    """Prints a line for each book, or (--measure) one book's figures as JSON."""
    arguments = _arguments()
    if arguments.measure:
        print(json.dumps(_figures(arguments.measure, arguments.file)))
        return
    print(f"{'pages':>6} {'before':>8} {'read':>8} {'document':>9} {'working':>8} {'extract':>8}   (MB)")
    with tempfile.TemporaryDirectory() as folder:
        for pages in arguments.pages:
            book = Path(folder, f"book-{pages}.pdf")
            repeat_pages(arguments.file, pages, book)
            read, working, extract = (_measured(measure, book) for measure in _MEASURES)
            print(
                f"{pages:6,} {read['before']:8.0f} {read['peak']:8.0f} {read['document']:9.0f} "
                f"{working['peak']:8.0f} {extract['peak']:8.0f}",
                flush=True,
            )


def repeat_pages(sample: Path, pages: int, book: Path) -> None:
    """Writes `book` with that many pages: those of `sample`, again and again."""
    source, target = pdfium.PdfDocument(sample), pdfium.PdfDocument.new()
    while len(target) < pages:
        target.import_pages(source, list(range(min(len(source), pages - len(target)))))
    target.save(book)
    target.close()
    source.close()


def deep_size(value: Any, seen: set[int]) -> int:
    """Bytes of a value and of all that it holds, without what `seen` (ids) holds already."""
    if id(value) in seen:
        return 0
    seen.add(id(value))
    size = sys.getsizeof(value)
    if isinstance(value, BaseModel):
        size += deep_size(value.__dict__, seen) + deep_size(value.__pydantic_fields_set__, seen)
    elif isinstance(value, dict):
        size += sum(deep_size(item, seen) for item in value.values())
    elif isinstance(value, tuple | list | set):
        size += sum(deep_size(item, seen) for item in value)
    return size


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--pages", type=int, nargs="+", default=PAGES)
    parser.add_argument("--measure", choices=_MEASURES, help=argparse.SUPPRESS)
    return parser.parse_args()


def _measured(measure: str, book: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.pdf_memory", "--measure", measure, str(book)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures: dict[str, float] = json.loads(printed)
    return figures


def _figures(measure: str, book: Path) -> dict[str, float]:
    return _extract_figures(book) if measure == "extract" else _read_figures(book, measure == "working")


def _read_figures(book: Path, throw_away: bool) -> dict[str, float]:
    from parsers.formats.pdf import read  # noqa: PLC0415 - in the process that is measured
    from parsers.formats.pdf.page import page_blocks  # noqa: PLC0415
    from pipeline.collection import cycles_uncollected  # noqa: PLC0415
    from schemas.document import Source  # noqa: PLC0415
    from schemas.failures import InputFailure  # noqa: PLC0415

    data = book.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    source = Source(name=book.name, sha256=digest, format="pdf", size_bytes=len(data))
    kept = slice(0) if throw_away else slice(None)
    document = None
    before = _peak_mb()
    # Without blocks the file is refused at the end, as one of pictures.
    with (
        patch("parsers.formats.pdf.reading.page_blocks", lambda *given: page_blocks(*given)[kept]),
        cycles_uncollected(),
        suppress(InputFailure),
    ):
        document = read(data, source)
    peak = _peak_mb() - before
    return {"before": before, "peak": peak, "document": deep_size(document, set()) / _KB_PER_MB**2}


def _extract_figures(book: Path) -> dict[str, float]:
    from pipeline.extract import extract_file  # noqa: PLC0415

    extract_file(SAMPLE)  # dictionaries of Thai words are loaded once
    before = _peak_mb()
    extract_file(book, os.environ)
    return {"before": before, "peak": _peak_mb() - before}


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _RSS_PER_MB


if __name__ == "__main__":
    main()
