"""A book in an office's own look: its styles, headers, footers and pages, and nothing that could do harm."""

import io
import zipfile
from typing import Any

import docx
import pytest
from lxml import etree

from bench.office_look import (
    FOOTER_TEXT,
    HEADER_TEXT,
    HEADING_COLOUR,
    LYING,
    REFERENCES,
    UPRIGHT,
    emblem,
    office_docx,
)
from outputs.docx import BookStyle, render
from outputs.docx.template.model import Template
from outputs.docx.template.reading import read_template
from schemas.failures import PhaenFailure
from schemas.plan import Plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def template_of(office: bytes, font: str | None = None) -> Template:
    with zipfile.ZipFile(io.BytesIO(office)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    return read_template("office.docx", held.get, font)


def book_of(plan: Plan, template: Template) -> dict[str, bytes]:
    """The parts of the book, which python-docx can open, too."""
    book = render(plan, BookStyle(font=template.font, template=template))
    assert docx.Document(io.BytesIO(book)).paragraphs
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def frames(parts: dict[str, bytes]) -> list[dict[str, Any]]:
    """By section, the roots of the headers and footers that it names: {"header default": root}."""
    targets = {each.get("Id"): each.get("Target") for each in xml(parts, "word/_rels/document.xml.rels")}
    found = []
    for section in xml(parts, "word/document.xml").iter(f"{W}sectPr"):
        references = [each for each in section if each.tag.endswith("Reference")]
        found.append(
            {
                f"{each.tag[len(W) : -9]} {each.get(f'{W}type')}": xml(
                    parts, f"word/{targets[each.get(f'{R}id')]}"
                )
                for each in references
            }
        )
    return found


def xml(parts: dict[str, bytes], name: str) -> Any:
    return etree.fromstring(parts[name])


def words(root: Any) -> str:
    return "".join(text.text or "" for text in root.iter(f"{W}t"))


def fields(root: Any) -> list[str]:
    return [(text.text or "").strip() for text in root.iter(f"{W}instrText")]


def styles(parts: dict[str, bytes]) -> dict[str, Any]:
    return {style.get(f"{W}styleId"): style for style in xml(parts, "word/styles.xml").iter(f"{W}style")}


def test_styles_of_the_office_stand_in_place_of_ours(operation_plan: Plan) -> None:
    """Thai Word's ids become those of the book, and what the office has not is added."""
    parts = book_of(operation_plan, template_of(office_docx()))
    by_id = styles(parts)
    heading = by_id["Heading1"]
    assert heading.find(f"{W}rPr/{W}color").get(f"{W}val") == HEADING_COLOUR
    assert heading.find(f"{W}basedOn").get(f"{W}val") == "Normal"
    assert heading.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"
    assert heading.find(f"{W}pPr/{W}numPr") is None
    assert by_id["PartHeading"].find(f"{W}rPr") is None
    spacing = by_id["PlanText14"].find(f"{W}pPr/{W}spacing")
    assert (spacing.get(f"{W}after"), spacing.get(f"{W}line")) == ("0", "240")
    names = [style.find(f"{W}name").get(f"{W}val").lower() for style in by_id.values()]
    assert len(names) == len(set(names))
    assert len(by_id) == len(list(xml(parts, "word/styles.xml").iter(f"{W}style")))
    body = xml(parts, "word/document.xml")
    used = {each.get(f"{W}val") for each in body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    based = {each.get(f"{W}val") for style in by_id.values() for each in style.iter(f"{W}basedOn")}
    assert used | based <= by_id.keys()


@pytest.mark.parametrize("name", ["หัวเรื่อง 1", "Heading 1"])
def test_headings_are_known_by_other_names_too(name: str, operation_plan: Plan) -> None:
    office = office_docx()
    with zipfile.ZipFile(io.BytesIO(office)) as archive:
        renamed = archive.read("word/styles.xml").replace(b'"heading 1"', f'"{name}"'.encode())
    parts = book_of(operation_plan, template_of(office_docx(parts={"word/styles.xml": renamed})))
    colour = styles(parts)["Heading1"].find(f"{W}rPr/{W}color")
    assert colour is not None
    assert colour.get(f"{W}val") == HEADING_COLOUR


def test_a_book_of_ours_can_be_the_template(operation_plan: Plan) -> None:
    """Somebody changes a style of last year's book in Word and takes that book for the new one's template."""
    book = render(operation_plan, BookStyle())
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    held["word/styles.xml"] = held["word/styles.xml"].replace(
        b'<w:name w:val="Plan Text 14"/>', b'<w:name w:val="Plan Text 14"/><w:autoRedefine/>'
    )
    parts = book_of(operation_plan, read_template("last.docx", held.get))
    assert styles(parts)["PlanText14"].find(f"{W}autoRedefine") is not None
    assert styles(parts).keys() - {"FooterThai"} == styles(held).keys()
    assert [sum(field == "PAGE" for field in fields(each["footer default"])) for each in frames(parts)[1:]] == [
        1, 1, 1,
    ]  # fmt: skip


def test_headers_and_footers_stand_on_all_pages_but_the_cover(operation_plan: Plan) -> None:
    parts = book_of(operation_plan, template_of(office_docx()))
    cover, *others = frames(parts)
    assert cover == {}
    assert len(others) == 3
    for section in others:
        assert words(section["header default"]) == HEADER_TEXT
        assert words(section["footer default"]).startswith(FOOTER_TEXT)
        assert fields(section["footer default"]) == ["PAGE"]
    media = {name: data for name, data in parts.items() if name.startswith("word/media/office")}
    assert list(media.values()) == [emblem()]


def test_a_header_is_stretched_to_lying_pages(operation_plan: Plan) -> None:
    """The tab stop of the header's style, at the right of upright pages, goes to the right of lying ones."""
    sections = frames(book_of(operation_plan, template_of(office_docx())))
    upright, lying = sections[1]["header default"], sections[3]["header default"]
    assert upright.find(f".//{W}pPr/{W}tabs") is None
    stops = lying.findall(f".//{W}pPr/{W}tabs/{W}tab")
    assert [stop.get(f"{W}val") for stop in stops] == ["clear", "right"]
    width = 16838 - 2 * 850
    assert abs(int(stops[1].get(f"{W}pos")) - width) < 20


def test_pages_have_the_office_s_margins_and_tables_fill_them(operation_plan: Plan) -> None:
    wide = LYING.replace('w:left="1418"', 'w:left="3000"')
    body = xml(
        book_of(operation_plan, template_of(office_docx(f"{REFERENCES}{UPRIGHT}|{wide}"))),
        "word/document.xml",
    )
    margins = [each.find(f"{W}pgMar") for each in body.iter(f"{W}sectPr")]
    assert [each.get(f"{W}left") for each in margins] == ["1418", "1418", "1418", "3000"]
    widths = [int(each.get(f"{W}w")) for each in body.iter(f"{W}tblW")]
    room = 16838 - 3000 - 1134
    assert all(room - 40 < width <= room for width in widths)


def test_signatures_and_the_cover_fit_narrow_and_low_pages(operation_plan: Plan) -> None:
    """On pages of 8 by 15 cm of text: indents of the usual page would leave one letter a line."""
    small = UPRIGHT.replace('w:left="1418"', 'w:left="5000"').replace('w:top="1701"', 'w:top="7000"')
    assert small.count("000") == 2
    parts = book_of(operation_plan, template_of(office_docx(f"{REFERENCES}{small}|{LYING}")))
    indent = styles(parts)["Signature"].find(f"{W}pPr/{W}ind")
    room = 11906 - 5000 - 1134
    assert int(indent.get(f"{W}left")) == round(3969 * room / 9071)
    spaces = [
        int(each.find(f"{W}pPr/{W}spacing").get(f"{W}after"))
        for each in list(xml(parts, "word/document.xml")[0])[:2]
    ]
    assert 0 < spaces[0] < 1400
    assert 0 < spaces[1] < 3600


def test_a_page_number_of_the_office_s_own_is_the_only_one(operation_plan: Plan) -> None:
    field = '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    own = f"<w:p><w:r><w:t>หน้า </w:t></w:r>{field}</w:p>"
    for section in frames(book_of(operation_plan, template_of(office_docx(header=own))))[1:]:
        assert len(list(section["header default"].iter(f"{W}fldSimple"))) == 1
        assert fields(section["footer default"]) == []
        # LibreOffice draws Thai digits where the paragraph's style is Thai.
        assert section["header default"].find(f".//{W}pStyle").get(f"{W}val") == "NormalThai"


def test_first_and_even_pages(operation_plan: Plan) -> None:
    first = REFERENCES.replace("default", "first")
    even = REFERENCES.replace("default", "even")
    settings = office_settings("<w:evenAndOddHeaders/>")
    office = office_docx(
        f"{REFERENCES}{first}{even}{UPRIGHT}<w:titlePg/>", parts={"word/settings.xml": settings}
    )
    parts = book_of(operation_plan, template_of(office))
    cover, *others = frames(parts)
    assert words(cover["header default"]) == HEADER_TEXT
    assert fields(cover["footer default"]) == []
    for section in others:
        assert section.keys() == {
            f"{kind} {each}" for kind in ("header", "footer") for each in ("default", "even")
        }
    assert xml(parts, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def office_settings(content: str) -> bytes:
    return f'<w:settings xmlns:w="{W[1:-1]}">{content}</w:settings>'.encode()


@pytest.mark.parametrize(
    ("display", "bordered"),
    [
        ("allPages", [True] * 4),
        ("firstPage", [True, False, False, False]),
        ("notFirstPage", [False, True, True, True]),
    ],
)
def test_page_borders(display: str, bordered: list[bool], operation_plan: Plan) -> None:
    top = '<w:top w:val="double" w:sz="6" r:id="rId9"/>'
    border = f'<w:pgBorders w:display="{display}" w:offsetFrom="page">{top}</w:pgBorders>'
    parts = book_of(operation_plan, template_of(office_docx(f"{REFERENCES}{UPRIGHT}{border}")))
    found = [each.find(f"{W}pgBorders") for each in xml(parts, "word/document.xml").iter(f"{W}sectPr")]
    assert [each is not None for each in found] == bordered
    shown = next(each for each in found if each is not None)
    assert dict(shown[0].attrib) == {f"{W}val": "double", f"{W}sz": "6"}


def test_the_font_is_the_theme_s_unless_another_is_asked_for(operation_plan: Plan) -> None:
    assert template_of(office_docx()).font == "TH Sarabun New"
    asked = template_of(office_docx(), "TH SarabunPSK")
    parts = book_of(operation_plan, asked)
    fonts = list(xml(parts, "word/styles.xml").iter(f"{W}rFonts"))
    assert [each.get(f"{W}cs") for each in fonts] == ["TH SarabunPSK"]


TINY = f'{REFERENCES}<w:pgSz w:w="3000" w:h="4000"/><w:pgMar w:left="0" w:right="0" w:top="0" w:bottom="0"/>'
HOSTILE = (
    '<w:p><w:hyperlink r:id="rId2"><w:r><w:t>เว็บ</w:t></w:r></w:hyperlink>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> INCLUDEPICTURE "http://example.org/x.png" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>ผล</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>ค่า</w:t></w:r></w:fldSimple>'
    '<w:r><w:object><v:shape><v:imagedata r:id="rId4"/></v:shape><o:OLEObject r:id="rId5"/></w:object></w:r>'
    '<w:r><w:pict><v:shape><v:imagedata r:id="rId3"/></v:shape></w:pict></w:r>'
    '<w:r><w:pict><v:shape><v:imagedata r:id="rId4"/></v:shape></w:pict></w:r>'
    '<w:ins w:id="1" w:author="ก"><w:r><w:t>เพิ่ม</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="ก"><w:r><w:delText>ลบ</w:delText></w:r></w:del>'
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent><w:r><w:t>กรอก</w:t></w:r></w:sdtContent></w:sdt>'
    "</w:p>"
)


def test_links_objects_and_fields_that_fetch_stay_out(operation_plan: Plan) -> None:
    office = office_docx(
        header=HOSTILE,
        relations={
            "rId2": "hyperlink http://example.org/ External", "rId3": "image http://example.org/x.png External",
            "rId4": "image media/metafile.emf", "rId5": "oleObject embeddings/o.bin",
        },
        parts={"word/media/metafile.emf": b"\x01\0\0\0EMF", "word/embeddings/o.bin": b"\xd0\xcf\x11\xe0"},
    )  # fmt: skip
    template = template_of(office)
    assert set(template.left_out) == {"link", "object", "picture", "field"}
    parts = book_of(operation_plan, template)
    header = frames(parts)[1]["header default"]
    assert words(header) == "เว็บผลค่าเพิ่มกรอก"
    allowed = {"rPr", "pPr", "r", "t", "p", "hdr", "pStyle", "lang"}
    assert {etree.QName(each).localname for each in header.iter()} <= allowed
    everything = b"".join(parts.values())
    for word in (b"TargetMode", b"example.org", b"DDEAUTO", b"INCLUDEPICTURE", b"OLEObject", b"dataBinding"):
        assert word not in everything
    assert not any(name.endswith((".bin", ".emf")) for name in parts)


@pytest.mark.parametrize(
    ("sections", "parts", "code"),
    [
        (TINY, {}, "SET010"),
        (UPRIGHT.replace("1134", "9000"), {}, "SET010"),
        (UPRIGHT.replace("1134", "ไม่ทราบ"), {}, "SET010"),
        (REFERENCES, {}, "SET010"),
        (UPRIGHT, {"word/document.xml": b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}, "SET010"),
        (UPRIGHT, {"_rels/.rels": b"<Relationships/>"}, "SET010"),
        (UPRIGHT, {"word/styles.xml": b"<w:styles"}, "DOC004"),
        (f"{REFERENCES}{UPRIGHT}", {"word/header1.xml": b"<w:hdr"}, "DOC004"),
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused(sections: str, parts: dict[str, bytes], code: str) -> None:
    with pytest.raises(PhaenFailure, match=code) as refused:
        template_of(office_docx(sections, parts=parts))
    assert refused.value.message("th")
