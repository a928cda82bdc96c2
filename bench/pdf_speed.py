"""How fast a PDF is read, against pdfplumber's table extraction of the same file in the same run.

    python -m bench.pdf_speed FILE.pdf [--rounds 3]

Prints the processor's seconds of the PDF reader alone, of the whole way to a judged Plan (the file must be a plan),
and of pdfplumber, and the ratios of their best rounds; reading is meant to be four times faster. Processor
time, as other work on the machine would falsify the clock's.
"""

import argparse
import hashlib
import io
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from parsers.formats.pdf import read
from pipeline.extract import extract_file
from schemas.document import Source

TARGET_RATIO = 4.0


def main() -> None:
    """Measures one file and prints a line for each work and round, then how many times faster phaen is."""
    arguments = _arguments()
    data = arguments.file.read_bytes()
    source = Source(
        name=arguments.file.name, sha256=hashlib.sha256(data).hexdigest(), format="pdf", size_bytes=len(data)
    )
    works: dict[str, Callable[[], str]] = {
        "phaen, reader": lambda: f"{sum(1 for _ in read(data, source).tables())} tables",
        "phaen, all": lambda: f"{len(extract_file(arguments.file).plan.projects)} projects",
        "pdfplumber": lambda: f"{_pdfplumber_tables(data)} tables",
    }
    best = dict.fromkeys(works, float("inf"))
    for _ in range(arguments.rounds):
        for name, work in works.items():
            seconds, result = _measure(work)
            best[name] = min(best[name], seconds)
            print(f"{name:14} {seconds:8.2f} s, {result}")
    for name in ("phaen, reader", "phaen, all"):
        print(f"{name:14} {best['pdfplumber'] / best[name]:8.2f} times as fast (target {TARGET_RATIO})")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    return parser.parse_args()


def _measure(work: Callable[[], str]) -> tuple[float, str]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def _pdfplumber_tables(data: bytes) -> int:
    count = 0
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            count += len(page.extract_tables())
            page.close()
    return count


if __name__ == "__main__":
    main()
