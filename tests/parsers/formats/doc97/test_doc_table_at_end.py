"""Tables that end a .doc: mended before LibreOffice reads them, compared cell by cell after it did."""

import contextlib
import hashlib
import io
import shutil
import subprocess

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import formats
from parsers.formats.doc97 import ends_in_table, with_final_paragraph
from parsers.formats.doc97.fib import Structure
from schemas.document import Source
from schemas.failures import InputFailure

CONVERT_SECONDS = 180
ARROW = """<w:r %s xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:line id="a%d"
  style="position:absolute;z-index:%d" from="1pt,6pt" to="90pt,6pt"><v:stroke endarrow="block"/></v:line>
</w:pict></w:r>"""


def add_table(document, rows, columns=3, word="ช่อง"):
    table = document.add_table(rows, columns, style="Table Grid")
    for row in range(rows):
        for column, cell in enumerate(table.rows[row].cells):
            cell.text = f"{word} {row}.{column}"
    return table


def plain(document):
    add_table(document, 3)


def latin(document):
    document.add_paragraph("Plan")
    add_table(document, 2, word="cell")


def merged(document):
    table = add_table(document, 5)
    table.cell(1, 0).merge(table.cell(3, 0)).text = "สามแถว"
    table.cell(4, 1).merge(table.cell(4, 2)).text = "สองช่อง"


def several(document):
    for heading in ("แผนงานการศึกษา", "แผนงานสาธารณสุข", "แผนงานเคหะและชุมชน"):
        document.add_paragraph(heading)
        add_table(document, 4, word=heading)


def arrows(document):
    table = add_table(document, 6, 14)
    for row in range(1, 6):
        paragraph = table.cell(row, 2).paragraphs[0]._p
        paragraph.append(parse_xml(ARROW % (nsdecls("w"), row, row)))


def nested(document):
    inner = add_table(document, 3).cell(2, 2).add_table(2, 2)
    inner.cell(0, 0).text = "ตารางใน"


def sections(document):
    document.add_paragraph("แนวตั้ง")
    add_table(document, 3)
    document.add_section(WD_SECTION.NEW_PAGE)
    several(document)


def long(document):
    table = add_table(document, 250, 6, word="โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก")
    for row in range(0, 250, 2):
        table.rows[row].cells[1].paragraphs[0].runs[0].bold = True


def headed(document):
    document.sections[0].header.paragraphs[0].text = "หัวกระดาษ"
    document.sections[0].footer.paragraphs[0].text = "ท้ายกระดาษ"
    arrows(document)


def commented(document):
    run = document.add_paragraph().add_run("แผนงาน")
    document.add_comment(run, text="ความเห็น", author="ก", initials="ก")
    add_table(document, 3)


def ended(document):
    add_table(document, 3)
    document.add_paragraph()


AT_FAULT = [case.__name__ for case in (plain, latin, merged, several, arrows, nested, sections, long)]
SOUND = [case.__name__ for case in (headed, commented, ended)]


def built(build):
    """A document that ends in a table; python-docx leaves only the section's properties behind it."""
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def tables(data):
    """Each table outside of others, as rows of (text, columns spanned, continues from above)."""
    return [
        [[read_cell(cell) for cell in row.findall(qn("w:tc"))] for row in table._tbl.findall(qn("w:tr"))]
        for table in docx.Document(io.BytesIO(data)).tables
    ]


def read_cell(cell):
    properties = cell.tcPr
    span = properties.gridSpan.val if properties.gridSpan is not None else 1
    below = properties.vMerge is not None and properties.vMerge.val != "restart"
    return "".join(text.text or "" for text in cell.iter(qn("w:t"))).strip(), span, below


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    """Many files in one call of the real LibreOffice; without it these tests are skipped."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = (tmp_path_factory.mktemp("profile")).as_uri()

    def run(files, source, target):
        folder = tmp_path_factory.mktemp("soffice")
        for name, data in files.items():
            (folder / f"{name}{source}").write_bytes(data)
        paths = [str(folder / f"{name}{source}") for name in files]
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", target[1:]]
        subprocess.run(
            [*command, "--outdir", str(folder / "out"), *paths],
            check=True,
            capture_output=True,
            timeout=CONVERT_SECONDS,
        )
        return {name: (folder / "out" / f"{name}{target}").read_bytes() for name in files}

    return run


@pytest.fixture(scope="module")
def originals():
    return {name: built(globals()[name]) for name in AT_FAULT + SOUND}


@pytest.fixture(scope="module")
def legacy(convert, originals):
    return convert(originals, ".docx", ".doc")


@pytest.fixture(scope="module")
def returned(convert, legacy):
    mended = {name: with_final_paragraph(f"{name}.doc", data) for name, data in legacy.items()}
    return convert({**mended, "unmended": legacy["several"]}, ".doc", ".docx")


@pytest.mark.parametrize("name", AT_FAULT)
def test_the_last_table_comes_back(originals, legacy, returned, name):
    assert ends_in_table(legacy[name])
    assert tables(returned[name]) == tables(originals[name])


@pytest.mark.parametrize("name", SOUND)
def test_a_file_that_loses_no_table_stays_byte_for_byte(originals, legacy, returned, name):
    assert with_final_paragraph("plan.doc", legacy[name]) is legacy[name]
    assert tables(returned[name]) == tables(originals[name])


def test_drawn_arrows_stay_with_their_rows(returned):
    (table,) = docx.Document(io.BytesIO(returned["arrows"])).tables
    drawn = [bool(row._tr.findall(f".//{qn('w:pict')}")) for row in table.rows]
    assert drawn == [False, True, True, True, True, True]


def test_libreoffice_still_loses_the_table_of_an_unmended_file(returned):
    assert len(tables(returned["unmended"])) == 2


def test_a_mended_file_needs_no_second_mending(legacy):
    mended = with_final_paragraph("plan.doc", legacy["long"])
    assert not ends_in_table(mended)
    assert with_final_paragraph("plan.doc", mended) is mended


def test_the_reader_of_legacy_files_mends_them(legacy):
    given = []

    def to_docx(data, suffix):
        given.append(data)
        return built(plain)

    data = legacy["plain"]
    source = Source(
        name="plan.doc", sha256=hashlib.sha256(data).hexdigest(), format="doc", size_bytes=len(data)
    )
    document = formats.read(data, source, to_docx)
    assert document.source == source
    assert [ends_in_table(each) for each in given] == [False]


@pytest.mark.parametrize("structure", [Structure.PARAGRAPH_PAGES, Structure.CHARACTER_PAGES])
def test_formatting_that_cannot_be_followed_is_refused(legacy, structure):
    broken = bytearray(legacy["plain"])
    size_at = broken.index(b"\xec\xa5") + 0x9A + 8 * structure + 4  # lcb in FibRgFcLcb97
    broken[size_at] += 1
    with pytest.raises(InputFailure, match="DOC015"):
        with_final_paragraph("plan.doc", bytes(broken))


def test_an_encrypted_or_older_file_is_handed_on(legacy):
    fib = legacy["plain"].index(b"\xec\xa5")
    for offset, value in ((0x0B, 0x13), (0x00, 0xDC), (0x20, 0x00)):  # fEncrypted, Word 6's wIdent, csw
        other = bytearray(legacy["plain"])
        other[fib + offset] = value
        assert with_final_paragraph("plan.doc", bytes(other)) == bytes(other)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=40),
    cut=st.floats(0, 1),
)
def test_damage_never_raises_anything_but_a_failure(legacy, changes, cut):
    damaged = bytearray(legacy["plain"])
    for place, value in changes:
        damaged[int(place * len(damaged))] = value
    for data in (bytes(damaged), bytes(damaged[: int(cut * len(damaged))])):
        with contextlib.suppress(InputFailure):
            result = with_final_paragraph("plan.doc", data)
            assert result is data or not ends_in_table(result)
