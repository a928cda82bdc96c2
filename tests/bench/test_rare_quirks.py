"""The quirks that few files have are really in the generated file, and the truth says what they mean."""

import io
import re
import zipfile
from decimal import Decimal

import pytest

from bench.legacy_plans import Layout, LegacyPlan, generate
from bench.legacy_plans.content import is_note
from bench.legacy_plans.contents import sums
from bench.quirks import QUIRKS, plans_of
from schemas.vocabulary import load


def part(made: LegacyPlan, name: str = "document") -> str:
    return zipfile.ZipFile(io.BytesIO(made.docx)).read(f"word/{name}.xml").decode("utf-8")


def operation(**switches: object) -> LegacyPlan:
    return generate(5, Layout(**switches), "operation_plan", 14)  # type: ignore[arg-type]


def development(**switches: object) -> LegacyPlan:
    return generate(5, Layout(**switches), "development_plan", 14)  # type: ignore[arg-type]


def test_every_part_of_the_package_is_well_formed() -> None:
    from lxml import etree

    made = operation(comments=True, running_titles=True, nested_tables=True, mark_kinds=("group",))
    with zipfile.ZipFile(io.BytesIO(made.docx)) as archive:
        for name in archive.namelist():
            assert etree.fromstring(archive.read(name)) is not None


def test_comments_stand_in_their_part_and_are_referred_to() -> None:
    made = operation(comments=True)
    written = re.findall(r'<w:comment w:id="(\d+)"', part(made, "comments"))
    assert written
    assert re.findall(r'<w:commentReference w:id="(\d+)"', part(made)) == written


def test_a_nested_table_stands_inside_a_cell_and_a_paragraph_ends_the_cell() -> None:
    assert re.search(r"<w:tc>(?:(?!</w:tc>).)*<w:tbl>", part(operation(nested_tables=True)))
    assert "</w:tbl></w:tc>" not in part(operation(nested_tables=True))


@pytest.mark.parametrize("wording", [0, 1])
def test_a_note_stands_in_place_of_a_project(wording: int) -> None:
    notes = [
        project
        for project in operation(note_rows=True, wording=wording).truth.projects
        if project.form == "ผด.02" and is_note(project)
    ]
    assert notes
    for project in notes:
        assert re.match("ย้ายไปแผนงาน|รวมกับลำดับที่", project.details or "")
        assert (project.budget, project.months, project.location) == (None, (), None)


def test_wrong_totals_are_kept_as_printed() -> None:
    made = operation(totals=True, wrong_totals=True)
    printed = [Decimal(total.amount or 0) for total in made.truth.declared_totals]
    right = [
        amount for _, found in made.contents.forms for s in found for amount in sums(s.projects).values()
    ]
    assert len(printed) == len(right)
    assert printed != right


def test_right_totals_are_the_sums() -> None:
    made = operation(totals=True)
    right = [f"{x:.2f}" for _, found in made.contents.forms for s in found for x in sums(s.projects).values()]
    assert [total.amount for total in made.truth.declared_totals] == right


def test_forms_of_communities_and_of_works_beyond_the_means() -> None:
    made = development(village_form=True, beyond_form=True, equipment=False)
    forms = list(dict.fromkeys(project.form for project in made.truth.projects))
    assert forms == ["ผ.02", "ผ.02/1", "ผ.02/2"]
    assert "หน่วยงานที่จะขอประสาน" in part(made)


def test_unseen_headers_are_in_no_list() -> None:
    listed = {word for column in load("columns")["column"] for word in column["exact"]}
    text = part(operation(unseen_headers=True, numerals="arabic"))
    assert "ชื่องานหรือโครงการ" in text
    assert "ชื่องานหรือโครงการ" not in listed


def test_blank_months_have_columns_and_no_names() -> None:
    made = operation(blank_months=True, equipment=False)
    assert "ต.ค." not in part(made)
    assert any(project.months for project in made.truth.projects)


def test_running_titles_stand_in_running_heads_only() -> None:
    made = operation(running_titles=True, cover=False, form_label="none")
    assert "แผนการดำเนินงาน" not in part(made)
    assert "แผนการดำเนินงาน" in part(made, "header1")
    assert "ครุภัณฑ์" in part(made, "header2")


def test_the_name_is_spelled_in_full_first_and_then_otherwise() -> None:
    made = operation(name_spellings=True, cover=False)
    organization = made.truth.organization
    spelled = re.findall(rf">([^<]*{organization.name}[^<]*)<", part(made))
    titles = [text for text in spelled if text.startswith((organization.type or "", "อบต.", "อบจ."))]
    assert titles[0].startswith(f"{organization.type}{organization.name}")
    assert len(set(titles)) > 1


def test_grouped_arrows_lie_within_their_group() -> None:
    text = part(operation(mark_kinds=("group",), mark_anchor="name", mark_jitter=0.0))
    for group in re.findall(r"<wpg:wgp>.*?</wpg:wgp>", text):
        whole = int(re.search(r'<a:chExt cx="(\d+)"', group)[1])  # type: ignore[index]
        ends = [int(x) + int(cx) for x, cx in re.findall(r'<a:off x="(\d+)" y="0"/><a:ext cx="(\d+)"', group)]
        assert max(ends) == whole


def test_flat_boxes_have_no_height() -> None:
    text = part(operation(mark_kinds=("flat_box",)))
    assert re.search(r'cy="0"/></a:xfrm><a:prstGeom prst="rect">', text)


def test_arrows_over_a_table_hang_on_the_paragraph_before_it_and_rows_have_exact_heights() -> None:
    text = part(operation(mark_anchor="near_table", cut_tables_every=3, form_label="none"))
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", text)
    assert not any("<w:drawing>" in table for table in tables)
    assert re.search(r"<w:drawing>(?:(?!</w:p>).)*</w:p><w:tbl>", text)
    assert all('w:hRule="exact"' in row for table in tables for row in re.findall(r"<w:tr>.*?</w:tr>", table))


@pytest.mark.parametrize("quirk", list(QUIRKS))
def test_a_quirk_by_itself_is_one_of_its_kinds_of_plan(quirk: str) -> None:
    switches, kinds = QUIRKS[quirk]
    made = plans_of(quirk)
    assert {plan.truth.kind for plan in made.values()} == set(kinds)
    for plan in made.values():
        assert {name: getattr(plan.contents.layout, name) for name in switches} == switches
