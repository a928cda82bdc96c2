"""How fast a PDF is read, against pdfplumber's table extraction of the same file in the same run.

    python -m bench.pdf_speed FILE.pdf [--rounds 3]

Prints the seconds of both (the best of the rounds) and their ratio; reading is meant to be five times faster.
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
    """Measures one file and prints a line for each reader."""
    arguments = _arguments()
    data = arguments.file.read_bytes()
    source = Source(
        name=arguments.file.name, sha256=hashlib.sha256(data).hexdigest(), format="pdf", size_bytes=len(data)
    )
    ours = _best_seconds(lambda: sum(1 for _ in read(data, source).tables()), arguments.rounds, "phaen")
    theirs = _best_seconds(lambda: _pdfplumber_tables(data), arguments.rounds, "pdfplumber")
    print(f"ratio       {theirs / ours:8.2f} (target {TARGET_RATIO})")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    return parser.parse_args()


def _best_seconds(work: Callable[[], int], rounds: int, name: str) -> float:
    best = float("inf")
    tables = 0
    for _ in range(rounds):
        start = time.perf_counter()
        tables = work()
        best = min(best, time.perf_counter() - start)
    print(f"{name:11} {best:8.2f} s, {tables} tables")
    return best


def _pdfplumber_tables(data: bytes) -> int:
    count = 0
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            count += len(page.extract_tables())
            page.close()
    return count


if __name__ == "__main__":
    main()
