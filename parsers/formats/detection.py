"""What a file is, by its content: the first look at bytes that nobody has vetted."""

import io
from pathlib import PurePath
from typing import Any

import olefile
from lxml import etree

from parsers.formats import biff, safety
from schemas.document import SourceFormat
from schemas.failures import InputFailure

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_HEAD_BYTES = 1024
_PDF_TAIL_BYTES = 8192
"""Where "%%EOF" must be found; some producers put a few bytes after it."""
_TEXT_HEAD_BYTES = 1024
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"
_FIB_FLAGS_OFFSET = 0x0A
_FIB_ENCRYPTED = 0x0100
_FIB_TABLE_ONE = 0x0200

_KINDS = ("docx", "doc", "pdf", "rtf", "odt", "xlsx", "xls", "pptx", "ppt", "html", "json")
_OLE_DAMAGE = (OSError, ValueError, IndexError, TypeError, AttributeError, KeyError)
"""What olefile raises on damaged containers."""
_FORMATS_BY_SUFFIX = {
    **{f".{kind}": kind for kind in _KINDS},
    ".htm": "html", ".dotx": "docx", ".docm": "docx", ".dot": "doc", ".ott": "odt", ".xlsm": "xlsx",
    ".xltx": "xlsx", ".xlt": "xls",
}  # fmt: skip
_READABLE: dict[str, SourceFormat] = {
    "docx": "docx", "doc": "doc", "pdf": "pdf", "rtf": "rtf", "odt": "odt", "json": "json",
    "xlsx": "xlsx", "xls": "xls",
}  # fmt: skip
_PACKAGE_KINDS = (
    (b"wordprocessingml", "docx"), (b"ms-word", "docx"), (b"spreadsheetml", "xlsx"), (b"ms-excel", "xlsx"),
    (b"presentationml", "pptx"), (b"ms-powerpoint", "pptx"),
)  # fmt: skip


def identify(name: str, data: bytes) -> SourceFormat:
    """The format of a file by its content; the name only has to fit it.

    Raises InputFailure: DOC002 empty, DOC003 of no kind that is read, DOC004 damaged, DOC005 encrypted,
    DOC006 too large, DOC007 archive bomb, DOC008 XML with entities, DOC013 content does not fit the suffix,
    DOC014 macros.
    """
    if not data:
        raise InputFailure("DOC002", name=name)
    safety.refuse_too_large(name, data)
    kind = _kind(name, data)
    suffix = PurePath(name).suffix.lower()
    if _FORMATS_BY_SUFFIX.get(suffix, kind) != kind:
        raise InputFailure("DOC013", name=name, suffix=suffix, actual=f".{kind}")
    if kind not in _READABLE:
        raise InputFailure("DOC003", name=name)
    return _READABLE[kind]


def _kind(name: str, data: bytes) -> str:
    if data.startswith(_OLE_MAGIC):
        return _ole_kind(name, data)
    if data.startswith(_ZIP_MAGICS):
        return _zip_kind(name, data)
    if b"%PDF-" in data[:_PDF_HEAD_BYTES]:
        if b"%%EOF" not in data[-_PDF_TAIL_BYTES:]:
            raise InputFailure("DOC004", name=name)
        return "pdf"
    if data.startswith(b"{\\rtf"):
        # A whole RTF closes its outermost group; Word itself leaves NUL bytes and line ends after it.
        if not data.rstrip(b"\0\r\n\t ").endswith(b"}"):
            raise InputFailure("DOC004", name=name)
        return "rtf"
    return _text_kind(name, data)


def _text_kind(name: str, data: bytes) -> str:
    head = data[:_TEXT_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"{"):
        return "json"
    if head.startswith((b"<!doctype html", b"<html")) or (head.startswith(b"<") and b"<html" in head):
        return "html"
    raise InputFailure("DOC003", name=name)


def _zip_kind(name: str, data: bytes) -> str:
    archive = safety.Archive(name, data)
    _refuse_macros(name, archive)
    kind = _package_kind(name, archive)
    # Packages of OpenDocument 1.1 carry a harmless document type in their manifest.
    words = ("<!ENTITY",) if kind == "odt" else ("<!DOCTYPE", "<!ENTITY")
    # Every entry is unpacked once: that proves the real sizes and the checksums.
    for entry in archive.names:
        content = archive.read(entry)
        if entry.lower().endswith((".xml", ".rels", ".vml")) and safety.declares_entities(content, words):
            raise InputFailure("DOC008", name=name)
        if kind == "odt" and entry == "META-INF/manifest.xml" and b"encryption-data" in content:
            raise InputFailure("DOC005", name=name)
    return kind


def _package_kind(name: str, archive: safety.Archive) -> str:
    if "[Content_Types].xml" in archive.names:
        types = safety.parse_xml(name, archive.read("[Content_Types].xml"))
        mains = [value for value in map(_main_type, types) if value]
        for marker, kind in _PACKAGE_KINDS:
            if any(marker in value for value in mains):
                return kind
    if "mimetype" in archive.names and archive.read("mimetype").startswith(_ODT_TYPE):
        return "odt"
    raise InputFailure("DOC003", name=name)


def _main_type(override: etree._Element) -> bytes | None:
    value = override.get("ContentType", "")
    return value.lower().encode() if ".main+xml" in value else None


def _refuse_macros(name: str, archive: safety.Archive) -> None:
    lowered = [entry.lower() for entry in archive.names]
    macros = any(entry.endswith("vbaproject.bin") or entry.startswith("basic/") for entry in lowered)
    if not macros and "[Content_Types].xml" in archive.names:
        types = archive.read("[Content_Types].xml").lower()
        macros = b"macroenabled" in types or b"macrosheet" in types
    if macros:
        raise InputFailure("DOC014", name=name)


def _ole_kind(name: str, data: bytes) -> str:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _ole_content(name, ole)
    except _OLE_DAMAGE as error:
        raise InputFailure("DOC004", name=name) from error


def _ole_content(name: str, ole: "olefile.OleFileIO[Any]") -> str:
    if ole.exists("EncryptedPackage"):
        raise InputFailure("DOC005", name=name)
    entries = {part.lower() for path in ole.listdir(streams=True, storages=True) for part in path}
    if "worddocument" in entries:
        _check_word_binary(name, ole)
        if entries & {"macros", "vba", "_vba_project"}:
            raise InputFailure("DOC014", name=name)
        return "doc"
    if entries & {"workbook", "book"}:
        _check_workbook(name, ole)
        if "_vba_project_cur" in entries:
            raise InputFailure("DOC014", name=name)
        return "xls"
    if "powerpoint document" in entries:
        return "ppt"
    raise InputFailure("DOC003", name=name)


def _check_word_binary(name: str, ole: "olefile.OleFileIO[Any]") -> None:
    """The flags of the FIB ([MS-DOC] 2.5.2): encryption, and which table stream must be there."""
    stream = ole.openstream("WordDocument").read()
    if len(stream) < _FIB_FLAGS_OFFSET + 2:
        raise InputFailure("DOC004", name=name)
    flags = int.from_bytes(stream[_FIB_FLAGS_OFFSET : _FIB_FLAGS_OFFSET + 2], "little")
    if flags & _FIB_ENCRYPTED:
        raise InputFailure("DOC005", name=name)
    table = "1Table" if flags & _FIB_TABLE_ONE else "0Table"
    if ole.exists(table):
        ole.openstream(table).read()


def _check_workbook(name: str, ole: "olefile.OleFileIO[Any]") -> None:
    """An .xls whose workbook stream is whole, without a password and without sheets of macros."""
    stream = ole.openstream("Workbook" if ole.exists("Workbook") else "Book").read()
    if biff.has_password(stream):
        raise InputFailure("DOC005", name=name)
    if biff.has_macro_sheet(stream):
        raise InputFailure("DOC014", name=name)
