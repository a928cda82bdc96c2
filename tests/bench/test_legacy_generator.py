"""The generator: same seed same bytes, truth untouched by looks, and the looks really in the file."""

import io
import re
import zipfile
from itertools import pairwise
from random import Random

import pytest

from bench.legacy_plans import Layout, generate, random_layout
from bench.legacy_plans.marks import runs_of
from bench.legacy_plans.typing_hand import Hand, heading_line
from bench.office import accept_changes
from schemas.plan import Group, Plan


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 -- reproducible on purpose


def body(docx: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode("utf-8")


def truth_of(plan: Plan) -> dict[str, object]:
    return plan.model_dump(exclude={"source", "declared_totals"})


def test_same_seed_gives_the_same_bytes() -> None:
    layout = Layout(damage=0.5, padding_spaces=True, rows="lines", split_runs=True)
    assert generate(3, layout, "operation_plan", 8).docx == generate(3, layout, "operation_plan", 8).docx


def test_looks_leave_the_truth_alone() -> None:
    plain = generate(4, Layout(), "operation_plan", 10).truth
    looks = Layout(
        numerals="mixed", damage=0.6, rows="lines", mark_kinds=("vml_line",), split_runs=True, totals=True
    )
    assert truth_of(generate(4, looks, "operation_plan", 10).truth) == truth_of(plain)


@pytest.mark.parametrize("seed", range(6))
def test_any_layout_gives_a_valid_plan_of_either_kind(seed: int) -> None:
    layout = random_layout(seeded(seed))
    for kind in ("operation_plan", "development_plan"):
        made = generate(seed, layout, kind, 9)  # type: ignore[arg-type]
        assert Plan.model_validate_json(made.truth.model_dump_json()) == made.truth
        assert len(made.truth.projects) >= 9


def test_names_do_not_repeat() -> None:
    names = [
        project.name for project in generate(7, Layout(equipment=False), "operation_plan", 120).truth.projects
    ]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("kind", "sign"),
    [
        ("drawing", "<mc:AlternateContent>"),
        ("drawing_bare", "<wps:wsp>"),
        ("vml_line", "<v:line "),
        ("vml_shape", "_x0000_t32"),
        ("glyph", "✓"),
        ("wingdings", "<w:sym "),
        ("shading", 'w:fill="A6A6A6"'),
        ("merged", "↔"),
    ],
)
def test_month_marks_are_of_the_kind_asked_for(kind: str, sign: str) -> None:
    layout = Layout(mark_kinds=(kind,), form_label="none")  # type: ignore[arg-type]
    assert sign in body(generate(1, layout, "operation_plan", 5).docx)


def test_runs_of_months_are_positions_in_the_fiscal_year() -> None:
    assert runs_of((10, 11, 12, 1, 5, 6)) == [(0, 3), (7, 8)]


def test_every_arrow_is_within_its_months_by_the_jitter() -> None:
    made = generate(2, Layout(mark_jitter=0.0, equipment=False), "operation_plan", 6)
    months = sum(len(project.months) for project in made.truth.projects)
    lengths = [int(found) for found in re.findall(r'<wp:extent cx="(\d+)" cy="0"/>', body(made.docx))]
    assert sum(lengths) == pytest.approx(months * 490 * 635)


def test_accepted_changes_leave_only_the_new_text() -> None:
    made = generate(9, Layout(tracked_changes=True), "operation_plan", 40)
    assert "<w:delText" in body(made.docx)
    accepted = body(accept_changes(made.docx))
    assert "<w:delText" not in accepted
    assert "<w:ins " not in accepted


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("dotted", "1. ยุทธศาสตร์การพัฒนาคน"),
        ("ordinal", "ยุทธศาสตร์ที่ 1 การพัฒนาคน"),
        ("colon", "ยุทธศาสตร์ที่ 1 : การพัฒนาคน"),
    ],
)
def test_heading_styles(style: str, line: str) -> None:
    assert heading_line(Group(label="ยุทธศาสตร์", number="1", name="การพัฒนาคน"), style) == line


def test_wrapping_loses_no_letter_and_no_space_that_only_a_guess_could_give_back() -> None:
    text = "เพื่อให้ประชาชน มีน้ำสะอาดใช้อย่างทั่วถึง หมู่ที่ 5 จำนวน 12 แห่ง"
    lines = Hand(seeded(1), Layout()).wrapped(text, 12)
    assert len(lines) > 3
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line, follower in pairwise(lines):
        known = re.match(r"[0-9A-Za-z(]|หมู่ที่", follower)
        assert known or line.endswith(" ") or (line + follower) in text


def test_mixed_numerals_mix_inside_one_number() -> None:
    typed = Hand(seeded(2), Layout(numerals="mixed")).money("1234567.00")
    assert re.search(r"[0-9]", typed)
    assert re.search(r"[๐-๙]", typed)


def test_the_body_ends_with_a_paragraph_as_word_writes_it() -> None:
    assert re.search(
        r"</w:tbl><w:p>(?:(?!<w:tbl>).)*</w:p><w:sectPr>",
        body(generate(1, Layout(), "operation_plan", 5).docx),
    )
