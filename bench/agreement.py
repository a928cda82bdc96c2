"""Whether two files of one book give the same plan: `python -m bench.agreement plan.doc plan.pdf --show 10`.

Where a book is at hand in two formats and no truth is, disagreement shows that at least one was misread;
agreement proves little. White space is left aside. Projects that only one file gives are counted, not judged.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.readers import READERS
from bench.scoring import PROJECT_FIELDS, Miss, align, place_of, value_of, without_spaces
from schemas.plan import Plan


@dataclass
class Agreement:
    """Counts by field over the projects of both plans: [equal, different]; and every difference."""

    pairs: int = 0
    only: tuple[int, int] = (0, 0)
    fields: dict[str, list[int]] = field(default_factory=dict)
    differences: list[Miss] = field(default_factory=list)

    def table(self) -> str:
        """The counts as text, the field that differs most first."""
        lines = [f"{'field':24}{'equal':>8}{'differ':>8}{'share':>8}"]
        for name, (equal, different) in sorted(self.fields.items(), key=lambda item: _share(*item[1])):
            lines.append(f"{name:24}{equal:8}{different:8}{_share(equal, different):8.3f}")
        lines.append(
            f"projects in both {self.pairs}, only in the first {self.only[0]}, second {self.only[1]}"
        )
        return "\n".join(lines)


def _share(equal: int, different: int) -> float:
    return equal / (equal + different)


def agreement(first: Plan, second: Plan) -> Agreement:
    """How far the projects of two plans agree, aligned by form, number and name."""
    result = Agreement()
    for left, right in align(first.projects, second.projects):
        result.pairs += 1
        for miss, equal in _compared(first, second, left, right):
            result.fields.setdefault(miss.field, [0, 0])[0 if equal else 1] += 1
            if not equal:
                result.differences.append(miss)
    result.only = (len(first.projects) - result.pairs, len(second.projects) - result.pairs)
    return result


def _compared(first: Plan, second: Plan, left: int, right: int) -> Iterator[tuple[Miss, bool]]:
    one, other = first.projects[left], second.projects[right]
    for name in PROJECT_FIELDS:
        values = value_of(one, name), value_of(other, name)
        if any(values):
            same = without_spaces(values[0]) == without_spaces(values[1])
            yield Miss(name, place_of(one), *values, index=right), same


def main() -> None:
    """Prints the agreement of two files."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("first", type=Path)
    options.add_argument("second", type=Path)
    options.add_argument("--show", type=int, default=0, help="how many differences to print, spread over all")
    options.add_argument("--field", help="print differences of this field only")
    chosen = options.parse_args()
    result = agreement(*(READERS["phaen"](path).plan for path in (chosen.first, chosen.second)))
    print(result.table())
    found = [miss for miss in result.differences if chosen.field in (None, miss.field)]
    step = max(1, len(found) // chosen.show) if chosen.show else 1
    for miss in found[::step][: chosen.show]:
        print(f"{miss.field} of {miss.where}\n    first  {miss.truth!r}\n    second {miss.read!r}")


if __name__ == "__main__":
    main()
