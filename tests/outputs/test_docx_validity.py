"""The parts of a book against ECMA-376: the order of properties, unique names, and programs that open it.

`python -m bench.book_validity` puts books before the validator of Microsoft's Open XML SDK.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from lxml import etree

from outputs.docx import BookStyle, render
from schemas.document import Provenance
from schemas.findings import Finding
from schemas.plan import Plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The children of properties in the order of the schema (ECMA-376-1, transitional), as far as a book has them.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr shd tabs spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs sz szCs lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcMar vAlign",
    "sectPr": "footerReference type pgSz pgMar pgNumType",
    "style": "name basedOn qFormat pPr rPr tblPr",
    "sdtPr": "alias showingPlcHdr docPartObj picture",
    "sdt": "sdtPr sdtContent",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}
# Of these any number may stand, in any order in trPr.
ANY_ORDER = {"trPr"}
FINDING = Finding(code="PLN005", facts={"project": "ถนน"}, provenance=Provenance(page=1, table=0, row=2))


@pytest.fixture(params=["operation", "development", "bare"])
def book(request: pytest.FixtureRequest, operation_plan: Plan, development_plan: Plan) -> bytes:
    """A whole book with an appendix; one of a plan that tells nothing of itself."""
    plans = {"operation": operation_plan, "development": development_plan}
    unknown = {"organization": {}, "fiscal_year": None, "edition": None, "narrative": (), "projects": ()}
    bare = Plan.model_validate({**operation_plan.model_dump(), **unknown})
    return render(plans.get(request.param, bare), BookStyle(), [FINDING])


def parts(book: bytes) -> Iterator[tuple[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, etree.fromstring(archive.read(name))


def local(element: Any) -> str:
    return str(etree.QName(element).localname)


def test_properties_stand_in_the_order_of_the_schema(book: bytes) -> None:
    for name, root in parts(book):
        for element in root.iter(*(f"{W}{tag}" for tag in ORDERS)):
            order = ORDERS[local(element)].split()
            children = [local(child) for child in element]
            assert set(children) <= set(order), (name, local(element), children)
            if local(element) not in ANY_ORDER:
                assert children == sorted(children, key=order.index), (name, local(element), children)
                assert len(children) == len(set(children))


def test_names_and_numbers_are_unique_and_references_lead_somewhere(book: bytes) -> None:
    by_name = dict(parts(book))
    body = by_name["word/document.xml"]
    for tag, key in (("bookmarkStart", "id"), ("bookmarkStart", "name")):
        values = [each.get(f"{W}{key}") for each in body.iter(f"{W}{tag}")]
        assert len(values) == len(set(values))
    relations = by_name["word/_rels/document.xml.rels"]
    known = {each.get("Id"): each.get("Target") for each in relations}
    used = {value for each in body.iter() for key, value in each.attrib.items() if key.startswith(R)}
    assert used <= known.keys()
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        names = set(archive.namelist())
    assert {f"word/{target}" for target in known.values()} <= names
    overrides = {each.get("PartName") for each in by_name["[Content_Types].xml"] if each.get("PartName")}
    assert {name.lstrip("/") for name in overrides} <= names


def test_each_table_row_and_paragraph_is_whole(book: bytes) -> None:
    """Every cell ends in a paragraph, every row fills the grid, and a paragraph follows the last table."""
    body = dict(parts(book))["word/document.xml"][0]
    for cell in body.iter(f"{W}tc"):
        assert local(cell[-1]) == "p"
    for table in body.iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        for row in table.iter(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == columns
    assert [local(each) for each in body[-2:]] == ["p", "sectPr"]


def test_styles_are_named_and_based_on_styles_that_exist(book: bytes) -> None:
    by_name = dict(parts(book))
    styles = list(by_name["word/styles.xml"].iter(f"{W}style"))
    ids = [style.get(f"{W}styleId") for style in styles]
    assert len(ids) == len(set(ids))
    assert {each.get(f"{W}val") for style in styles for each in style.iter(f"{W}basedOn")} <= set(ids)
    body = by_name["word/document.xml"]
    used = {each.get(f"{W}val") for each in body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= set(ids)


def test_thai_is_set_as_a_complex_script_by_styles_alone(book: bytes) -> None:
    """Size and weight stand for both scripts, and no run or paragraph bears a look of its own."""
    by_name = dict(parts(book))
    for properties in by_name["word/styles.xml"].iter(f"{W}rPr"):
        tags = {local(child) for child in properties}
        assert ("sz" in tags) == ("szCs" in tags)
        assert ("b" in tags) == ("bCs" in tags)
    fonts = by_name["word/styles.xml"].find(f"{W}docDefaults//{W}rFonts")
    assert fonts.get(f"{W}cs") == "TH SarabunPSK"
    body = by_name["word/document.xml"]
    assert {local(child) for each in body.iter(f"{W}rPr") for child in each} <= {"rStyle", "lang"}
    assert {local(child) for each in body.iter(f"{W}pPr") for child in each} <= {
        "pStyle",
        "keepNext",
        "sectPr",
    }
    for run in body.iter(f"{W}r"):
        if run.find(f"{W}t") is not None:
            assert run.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "th-TH"


def test_python_docx_opens_it_and_writes_it_again(book: bytes) -> None:
    opened = docx.Document(io.BytesIO(book))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    again = io.BytesIO()
    opened.save(again)
    assert [paragraph.text for paragraph in docx.Document(again).paragraphs] == texts
