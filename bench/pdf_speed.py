"""How fast a PDF is read, against pdfplumber's table extraction of the same file in the same run.

    python -m bench.pdf_speed FILE.pdf [--rounds 3]

Prints the processor's seconds of both (the best of the rounds, taken in turn) and their ratio; reading is
meant to be five times faster. Processor time, as other work on the machine would falsify the clock's.
"""

import argparse
import hashlib
import io
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from parsers.formats.pdf import read
from schemas.document import Source

TARGET_RATIO = 5.0


def main() -> None:
    """Measures one file and prints a line for each reader and round."""
    arguments = _arguments()
    data = arguments.file.read_bytes()
    source = Source(
        name=arguments.file.name, sha256=hashlib.sha256(data).hexdigest(), format="pdf", size_bytes=len(data)
    )
    readers: dict[str, Callable[[], int]] = {
        "phaen": lambda: sum(1 for _ in read(data, source).tables()),
        "pdfplumber": lambda: _pdfplumber_tables(data),
    }
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(arguments.rounds):
        for name, work in readers.items():
            seconds, tables = _measure(work)
            best[name] = min(best[name], seconds)
            print(f"{name:11} {seconds:8.2f} s, {tables} tables")
    print(f"ratio       {best['pdfplumber'] / best['phaen']:8.2f} (target {TARGET_RATIO})")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    return parser.parse_args()


def _measure(work: Callable[[], int]) -> tuple[float, int]:
    start = time.process_time()
    tables = work()
    return time.process_time() - start, tables


def _pdfplumber_tables(data: bytes) -> int:
    count = 0
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            count += len(page.extract_tables())
            page.close()
    return count


if __name__ == "__main__":
    main()
