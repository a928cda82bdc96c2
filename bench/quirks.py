"""Each rare quirk by itself: `python -m bench.quirks --formats docx,doc,pdf`.

Four plans per quirk that are clean otherwise: a cell that is not whole shows what the reader cannot do yet,
with the fields that came out wrong most often, and failures by code.
"""

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from bench.accuracy import FormatResult, results
from bench.legacy_plans import Layout, LegacyPlan, generate
from schemas.plan import PlanKind

_PROJECTS = 10
_BOTH: tuple[PlanKind, ...] = ("operation_plan", "development_plan")
_SMALL = {"cut_tables_every": 3}
QUIRKS: dict[str, tuple[dict[str, object], tuple[PlanKind, ...]]] = {
    "clean": ({}, _BOTH),
    "no cover": ({"cover": False}, _BOTH),
    "comments": ({"comments": True}, _BOTH),
    "nested tables": ({"nested_tables": True}, _BOTH),
    "notes in place of projects": ({"note_rows": True}, _BOTH),
    "wrong totals": ({"totals": True, "wrong_totals": True}, _BOTH),
    "unseen headers": ({"unseen_headers": True}, _BOTH),
    "names of the government": ({"name_spellings": True}, _BOTH),
    "titles in running heads": ({"running_titles": True}, _BOTH),
    "titles in running heads, no cover": ({"running_titles": True, "cover": False}, _BOTH),
    "months without names": ({"blank_months": True}, _BOTH[:1]),
    "grouped arrows": ({"mark_kinds": ("group",)}, _BOTH[:1]),
    "flat boxes for arrows": ({"mark_kinds": ("flat_box",)}, _BOTH[:1]),
    "arrows over the table": ({"mark_anchor": "near_table", **_SMALL}, _BOTH[:1]),
    "arrows over the table, VML": (
        {"mark_anchor": "near_table", "mark_kinds": ("vml_line",), **_SMALL},
        _BOTH[:1],
    ),
    "ผ.02/1": ({"village_form": True}, _BOTH[1:]),
    "ผ.02/2": ({"beyond_form": True}, _BOTH[1:]),
}


def plans_of(quirk: str) -> dict[str, LegacyPlan]:
    """The plans of a quirk, half of each kind that can have it, in the wordings 1 to 4."""
    switches, kinds = QUIRKS[quirk]
    made = {}
    for seed in range(1, 5):
        layout = Layout(wording=seed).with_(**switches)
        name = f"{'-'.join(quirk.replace('/', '-').split())}-{seed}"
        made[name] = generate(seed, layout, kinds[seed % len(kinds)], _PROJECTS, f"{name}.docx")
    return made


def _cell(result: FormatResult) -> str:
    found = result.score
    wrong = Counter(miss.field for miss in found.misses if miss.field != "project")
    told = [f"{name} {times}" for name, times in wrong.most_common(3)]
    told += [f"{code} {times}" for code, times in result.failures.items()]
    return f"{found.rows_exact} of {found.rows}" + (f" ({', '.join(told)})" if told else "")


def main() -> None:
    """Prints a row per quirk."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--formats", default="docx,doc,pdf")
    options.add_argument("--only", choices=list(QUIRKS), help="one quirk")
    chosen = options.parse_args()
    formats = chosen.formats.split(",")
    print(f"| quirk | {' | '.join(formats)} |\n| --- |{' --- |' * len(formats)}")
    for quirk in [chosen.only] if chosen.only else QUIRKS:
        with tempfile.TemporaryDirectory() as folder:
            cells = [
                _cell(result) for _, _, result in results(plans_of(quirk), formats, ["phaen"], Path(folder))
            ]
        print(f"| {quirk} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
