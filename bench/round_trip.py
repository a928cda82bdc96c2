"""Whether a fresh plan that is read again is the same plan: `python -m bench.round_trip --plans 200 --formats docx`.

Each seed gives a plan of an office that nobody has seen (bench.legacy_plans); the samples come first. What one source
printed of itself (source, totals as printed) and how surely it was read are left aside, all else must be equal.
`--look` puts the book into an office's own look. One LibreOffice draws all PDFs.
"""

import argparse
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.accuracy import drawn_plan
from bench.office_look import emblem, office_docx
from outputs.docx import BookStyle
from outputs.docx.template.reading import read_template
from outputs.writable import writable
from parsers.formats.safety import Archive
from pipeline.extract import extract_file
from pipeline.plan_file import load_plan
from pipeline.programs.libreoffice_warm import kept_warm
from pipeline.render import render_plan
from schemas.failures import PhaenFailure
from schemas.plan import Plan

_SAMPLES = Path(__file__).parents[1] / "samples"
_UNSAID: Any = {"source": True, "declared_totals": True, "projects": {"__all__": {"source", "confidence"}}}
_SHOWN_LENGTH = 70


@dataclass
class Result:
    """What came back of the plans of one format: `fields` counts the differences by field."""

    plans: int = 0
    equal: int = 0
    values: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    spaces_only: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)


def plans(count: int, first: int) -> Iterator[tuple[str, Plan]]:
    """The samples' truths and then those of the seeds, by name."""
    for truth in sorted(_SAMPLES.glob("*.truth.json")):
        yield truth.name.removesuffix(".truth.json"), load_plan(truth.name, truth.read_bytes())
    for seed in range(first, first + count):
        yield f"seed {seed}", drawn_plan(seed).truth


def content(plan: Plan) -> dict[str, Any]:
    """What a plan says; not what one source of it printed, nor how surely that was read."""
    return plan.model_dump(exclude=_UNSAID)


def differences(before: Any, after: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Path, value before and value after, of each value that differs; lists are compared by position."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from differences(before.get(key), after.get(key), f"{path}.{key}" if path else key)
    elif isinstance(before, list | tuple) and isinstance(after, list | tuple) and len(before) == len(after):
        for index, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, f"{path}[{index}]")
    elif before != after:
        yield path, before, after


def values(content: Any) -> int:
    """How many values a plan says, blank ones left out."""
    if isinstance(content, dict):
        return sum(map(values, content.values()))
    if isinstance(content, list | tuple):
        return sum(map(values, content))
    return int(content is not None)


def add(result: Result, name: str, plan: Plan, again: Plan) -> None:
    """Count one plan that came back."""
    result.plans += 1
    before, after = content(plan), content(again)
    result.values += values(before)
    found = list(differences(before, after))
    result.equal += not found
    for path, one, other in found:
        result.fields["".join(letter for letter in path if not letter.isdigit())] += 1
        result.spaces_only += isinstance(one, str) and isinstance(other, str) and _bare(one) == _bare(other)
        result.shown.append(
            f"{name}: {path}\n    {str(one)[:_SHOWN_LENGTH]!r}\n    {str(other)[:_SHOWN_LENGTH]!r}"
        )


def _bare(text: str) -> str:
    return text.replace(" ", "")


def measure(format_name: str, count: int, first: int, style: BookStyle) -> Result:
    """Write and read each plan in one format."""
    result = Result()
    with tempfile.TemporaryDirectory() as folder, kept_warm(os.environ):
        for name, plan in plans(count, first):
            clean, _ = writable(plan)
            path = Path(folder) / f"fresh.{format_name}"
            try:
                path.write_bytes(render_plan(clean, path.suffix, style, os.environ))
                add(result, name, clean, extract_file(path, os.environ).plan)
            except PhaenFailure as failure:
                result.failures[failure.code] += 1
                result.plans += 1
    return result


def report(format_name: str, result: Result, show: int) -> str:
    """The counts of a format, the fields that differ, and the first differences."""
    wrong = sum(result.fields.values())
    lines = [
        f"{format_name}: {result.equal} of {result.plans} plans equal; {wrong} of {result.values} values differ"
        f" ({result.spaces_only} by spaces only)",
        *(f"  {times} {field}" for field, times in result.fields.most_common()),
        *(f"  {times} failed: {code}" for code, times in result.failures.items()),
    ]
    return "\n".join([*lines, *result.shown[:show]])


def office_style() -> BookStyle:
    """The look of an invented office, with its emblem on the cover."""
    archive = Archive("office.docx", office_docx())
    template = read_template(
        "office.docx", lambda part: archive.read(part) if part in archive.names else None
    )
    return BookStyle(font=template.font, template=template, logo=emblem())


def main() -> None:
    """Prints the counts of each format."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plans", type=int, default=20, help="how many generated plans, beside the samples")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--formats", default="docx,xlsx")
    parser.add_argument("--look", action="store_true", help="in an office's own look")
    parser.add_argument("--show", type=int, default=10, help="how many differences to show")
    chosen = parser.parse_args()
    style = office_style() if chosen.look else BookStyle()
    for format_name in chosen.formats.split(","):
        result = measure(format_name, chosen.plans, chosen.first, style)
        print(report(format_name, result, chosen.show), flush=True)


if __name__ == "__main__":
    main()
