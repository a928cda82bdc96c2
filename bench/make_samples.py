"""Writes samples/: each plan as .docx, .doc and .pdf with its truth (`python -m bench.make_samples`)."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from bench.legacy_plans import Layout, generate
from bench.office import accept_changes, convert_all
from schemas.plan import Plan, PlanKind

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


@dataclass(frozen=True)
class Sample:
    """One example: its name, the seed and looks that give it, and how many projects it has at least."""

    name: str
    seed: int
    kind: PlanKind
    projects: int
    layout: Layout


SAMPLE_LIST = (
    Sample(
        "operation-arrows",
        14,
        "operation_plan",
        38,
        Layout(mark_jitter=0.15, cover=True, money_style="plain"),
    ),
    Sample(
        "operation-mixed",
        23,
        "operation_plan",
        12,
        Layout(
            wording=1,
            numerals="mixed",
            money_style="dash",
            rows="lines",
            mark_kinds=("vml_line", "glyph"),
            heading_style="ordinal",
            month_spelling="half_dotted",
            tracked_changes=True,
            damage=0.25,
            padding_spaces=True,
            fund_source=True,
            header_repeat="none",
            moneyless=True,
            other_agencies=True,
            mark_jitter=0.25,
            edition=True,
            sub_units=True,
            heading_place="once",
        ),
    ),
    Sample(
        "operation-inband",
        31,
        "operation_plan",
        26,
        Layout(
            wording=2,
            numerals="thai",
            money_style="baht",
            one_table=True,
            heading_place="inside",
            divider_rows=True,
            numbering="auto_thai",
            mark_kinds=("shading",),
            finish_column=True,
            method_column=True,
            form_label="drawing_box",
            year_row=False,
            vertical_months=True,
            totals=True,
            summary_table=True,
            rows_split=True,
            hidden_text=True,
            content_controls=True,
            cell_breaks="br",
            program_variants=True,
        ),
    ),
    Sample(
        "development-five-year",
        44,
        "development_plan",
        24,
        Layout(
            wording=0,
            tactics=True,
            upper_headings=True,
            heading_style="ordinal",
            totals=True,
            summary_table=True,
            numerals="thai",
            years=5,
            other_table=True,
            narrative=True,
            sub_units=True,
        ),
    ),
    Sample(
        "development-four-year",
        54,
        "development_plan",
        20,
        Layout(
            wording=5,
            points=True,
            kpi_column=False,
            years=4,
            numerals="arabic",
            money_style="spaced_dash",
            heading_style="colon",
            cut_tables_every=5,
            cut_repeats_headings=False,
            equipment=False,
            cell_breaks="paragraphs",
            numbers_run_on=True,
            moneyless=True,
            form_label="vml_box",
        ),
    ),
    Sample(
        "development-three-year",
        63,
        "development_plan",
        19,
        Layout(
            wording=1,
            rows="lines",
            one_table=True,
            heading_place="inside",
            header_repeat="by_hand",
            points=True,
            fund_source=True,
            years=3,
            numerals="arabic",
            money_style="dash",
            kpi_column=False,
            tactics=True,
            numbers_run_on=True,
            equipment=False,
            form_label="none",
            padding_spaces=True,
        ),
    ),
)


def write_sample(sample: Sample, folder: Path) -> None:
    """The .docx and its truth."""
    made = generate(sample.seed, sample.layout, sample.kind, sample.projects, f"{sample.name}.docx")
    (folder / f"{sample.name}.docx").write_bytes(made.docx)
    (folder / f"{sample.name}.truth.json").write_text(_truth_text(made.truth), "utf-8")


def _truth_text(truth: Plan) -> str:
    return truth.model_dump_json(indent=2) + "\n"


def main() -> None:
    """Writes every sample, then converts all of them in one run of LibreOffice per format."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, default=SAMPLES)
    options.add_argument("--only", help="the name of one sample")
    options.add_argument("--docx-only", action="store_true", help="leave the .doc and .pdf as they are")
    chosen = options.parse_args()
    samples = [sample for sample in SAMPLE_LIST if chosen.only in (None, sample.name)]
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for sample in samples:
        write_sample(sample, chosen.folder)
    if chosen.docx_only:
        return
    files = {sample.name: (chosen.folder / f"{sample.name}.docx").read_bytes() for sample in samples}
    for name, data in convert_all(files, "doc").items():
        (chosen.folder / f"{name}.doc").write_bytes(data)
    shown = {name: accept_changes(data) for name, data in files.items()}
    for name, data in convert_all(shown, "pdf").items():
        (chosen.folder / f"{name}.pdf").write_bytes(data)


if __name__ == "__main__":
    main()
