"""What a file is, and which files are refused before anything reads them."""

import io
import zipfile

import pytest

from parsers.formats import detection, identify, safety
from schemas.failures import InputFailure

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
PDF = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n"
RTF = rb"{\rtf1 plan}"
LAUGHS = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def package(main_type=WORD_TYPE, **more):
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
    return zipped({"[Content_Types].xml": types, "word/document.xml": "<document/>"} | more)


def refusal(name, data):
    with pytest.raises(InputFailure) as caught:
        identify(name, data)
    assert caught.value.facts["name"] == name
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("plan.docx", package(), "docx"),
        ("PLAN.DOCX", package(), "docx"),
        ("plan", package(), "docx"),
        ("plan.pdf", PDF, "pdf"),
        ("plan.pdf", b"\n\n" + PDF, "pdf"),
        ("plan.rtf", RTF + b"\r\n\0", "rtf"),
        ("plan.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
        ("plan.xlsx", package(SHEET_TYPE), "xlsx"),
        ("plan.json", b'\xef\xbb\xbf {"kind": 1}', "json"),
    ],
)
def test_files_are_told_by_their_content(name, data, kind):
    assert identify(name, data) == kind


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("plan.docx", b"", "DOC002"),
        ("plan.txt", "แผนการดำเนินงาน".encode(), "DOC003"),
        ("plan.zip", zipped({"a.txt": "a"}), "DOC003"),
        ("plan.html", b"<!DOCTYPE html><html></html>", "DOC003"),
        ("plan.pptx", package(SLIDES_TYPE), "DOC003"),
        ("plan.docx", package()[:-40], "DOC004"),
        ("plan.pdf", PDF[:-7], "DOC004"),
        ("plan.rtf", RTF[:-1], "DOC004"),
        ("plan.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100), "DOC004"),
        ("plan.docx", PDF, "DOC013"),
        ("plan.doc", RTF, "DOC013"),
        ("plan.doc", package(), "DOC013"),
        ("plan.doc", b"<html><body>1</body></html>", "DOC013"),
        ("plan.docx", package(SHEET_TYPE), "DOC013"),
        ("plan.docm", package(MACRO_TYPE), "DOC014"),
        ("plan.docx", package(**{"word/vbaProject.bin": "x"}), "DOC014"),
        ("plan.docx", package(**{"word/styles.xml": LAUGHS}), "DOC008"),
        ("plan.docx", package(**{"customXml/item1.xml": LAUGHS.encode("utf-16")}), "DOC008"),
        (
            "plan.odt",
            zipped({"mimetype": detection._ODT_TYPE, "META-INF/manifest.xml": "<encryption-data/>"}),
            "DOC005",
        ),
    ],
)
def test_files_that_are_refused(name, data, code):
    assert refusal(name, data) == code


def test_the_failure_for_a_renamed_file_says_what_it_is():
    with pytest.raises(InputFailure) as caught:
        identify("plan.docx", PDF)
    assert caught.value.facts == {"name": "plan.docx", "suffix": ".docx", "actual": ".pdf"}


def test_an_old_manifest_may_name_its_document_type():
    manifest = (
        '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><m/>'
    )
    assert (
        identify("a.odt", zipped({"mimetype": detection._ODT_TYPE, "META-INF/manifest.xml": manifest}))
        == "odt"
    )


def test_files_above_the_limit(monkeypatch):
    monkeypatch.setattr(safety, "FILE_LIMIT_BYTES", 10)
    assert refusal("plan.pdf", PDF) == "DOC006"


def test_archives_that_declare_too_much():
    assert (
        refusal("plan.docx", package(**{"word/media/a.png": bytes(safety.RATIO_FREE_BYTES + 1)})) == "DOC007"
    )


def test_archives_that_lie_about_their_size():
    honest = package(**{"word/a.xml": "x" * 100_000})
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        size = archive.getinfo("word/a.xml").file_size
    lie = honest.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert refusal("plan.docx", lie) == "DOC007"


def test_archives_of_too_many_entries(monkeypatch):
    monkeypatch.setattr(safety, "ENTRIES_LIMIT", 3)
    assert identify("plan.docx", package(a="")) == "docx"
    assert refusal("plan.docx", package(a="", b="")) == "DOC007"


def test_a_flipped_byte_is_damage():
    data = bytearray(
        zipped({"[Content_Types].xml": f'<Types><O ContentType="{WORD_TYPE}"/></Types>', "b": "abcdef"}, 0)
    )
    data[data.index(b"abcdef")] ^= 1
    assert refusal("plan.docx", bytes(data)) == "DOC004"


def test_encrypted_entries():
    data = bytearray(package())
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert refusal("plan.docx", bytes(data)) == "DOC005"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
def test_no_xml_with_entities_is_parsed(encoding):
    with pytest.raises(InputFailure, match="DOC008"):
        safety.parse_xml("plan.docx", LAUGHS.removeprefix('<?xml version="1.0"?>').encode(encoding))


def test_entities_hidden_in_another_encoding_are_found_by_the_parser():
    hidden = LAUGHS.replace('"1.0"?', '"1.0" encoding="utf-7"?').replace("<!", "+ADwAIQ-")
    with pytest.raises(InputFailure, match=r"DOC008|DOC004"):
        safety.parse_xml("plan.docx", hidden.encode())


def test_broken_xml_is_damage():
    with pytest.raises(InputFailure, match="DOC004"):
        safety.parse_xml("plan.docx", b"<a><b></a>")
