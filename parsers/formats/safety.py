"""Guards against hostile files: sizes, archives that explode, XML that declares entities.

Every zip is read through `Archive`, every XML through `parse_xml`, so that no reader can forget a guard.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from schemas.failures import InputFailure

FILE_LIMIT_BYTES = 200 * 1024 * 1024
"""A usual plan has a few megabytes; the largest books full of pictures stay below this."""
UNPACKED_LIMIT_BYTES = 1024 * 1024 * 1024
"""Of all entries of an archive together."""
RATIO_LIMIT = 600
"""Unpacked to packed. Real plans reach 45, a made table of 20,000 rows 200; a bomb nears deflate's 1032."""
RATIO_FREE_BYTES = 32 * 1024 * 1024
"""Below this size a high ratio does no harm: a small file of blanks packs very well."""
ENTRIES_LIMIT = 20_000
_CHUNK_BYTES = 1024 * 1024
_DECLARATIONS = ("<!DOCTYPE", "<!ENTITY")
_WIDE_ENCODINGS = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_FLAG_ENCRYPTED = 0x1
_ZIP_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile raises on damaged archives."""


class Archive:
    """A zip in memory whose entries cannot unpack to more than the limits.

    Raises InputFailure: DOC004 for a damaged archive, DOC005 for an encrypted one, DOC007 for one whose
    declared or real sizes break a limit.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_DAMAGE as error:
            raise InputFailure("DOC004", name=name) from error
        self._entries = {info.filename: info for info in self._zip.infolist()}
        self._packed_bytes = len(data)
        self._check_declared()

    @property
    def names(self) -> frozenset[str]:
        """The names of all entries."""
        return frozenset(self._entries)

    def read(self, entry: str) -> bytes:
        """The bytes of an entry; KeyError where there is none."""
        return b"".join(self._chunks(self._entries[entry]))

    def _check_declared(self) -> None:
        infos = self._zip.infolist()
        if any(info.flag_bits & _FLAG_ENCRYPTED for info in infos):
            raise InputFailure("DOC005", name=self._name)
        if len(infos) > ENTRIES_LIMIT:
            raise InputFailure("DOC007", name=self._name)
        self._check_size(sum(info.file_size for info in infos), self._packed_bytes)
        for info in infos:
            self._check_size(info.file_size, info.compress_size)

    def _check_size(self, unpacked_bytes: int, packed_bytes: int) -> None:
        too_dense = unpacked_bytes > RATIO_FREE_BYTES and unpacked_bytes > RATIO_LIMIT * max(packed_bytes, 1)
        if unpacked_bytes > UNPACKED_LIMIT_BYTES or too_dense:
            raise InputFailure("DOC007", name=self._name)

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        # zipfile stops at the declared size, so a lie about it would look like damage: let it read on, count.
        declared, info.file_size = info.file_size, UNPACKED_LIMIT_BYTES + 1
        real_bytes = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    real_bytes += len(chunk)
                    self._check_real(real_bytes, declared, info.compress_size)
                    yield chunk
        except _ZIP_DAMAGE as error:
            raise InputFailure("DOC004", name=self._name) from error
        finally:
            info.file_size = declared
        if real_bytes < declared:
            raise InputFailure("DOC004", name=self._name)

    def _check_real(self, real_bytes: int, declared_bytes: int, packed_bytes: int) -> None:
        if real_bytes > declared_bytes:
            raise InputFailure("DOC007", name=self._name)
        self._check_size(real_bytes, packed_bytes)


def refuse_too_large(name: str, data: bytes) -> None:
    """Raise DOC006 for a file above `FILE_LIMIT_BYTES`."""
    if len(data) > FILE_LIMIT_BYTES:
        megabyte = 1024 * 1024
        raise InputFailure(
            "DOC006", name=name, megabytes=round(len(data) / megabyte), limit=FILE_LIMIT_BYTES // megabyte
        )


def declares_entities(xml: bytes, words: tuple[str, ...] = _DECLARATIONS) -> bool:
    """Whether the XML holds a document type or entity declaration, in any encoding of Unicode."""
    encodings = _WIDE_ENCODINGS if b"\0" in xml[:_CHUNK_BYTES] else ()
    return any(word.encode(encoding) in xml for word in words for encoding in ("utf-8", *encodings))


def parse_xml(name: str, xml: bytes) -> etree._Element:
    """The root of an XML part, without comments and processing instructions, nothing resolved or fetched.

    Raises InputFailure: DOC008 where a document type or entity is declared, DOC004 where it is not
    well-formed.
    """
    if declares_entities(xml):
        raise InputFailure("DOC008", name=name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputFailure("DOC004", name=name) from error
    # An encoding outside Unicode could hide the declaration from the search above.
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputFailure("DOC008", name=name)
    return root


def stream_xml(name: str, xml: bytes, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """The elements of `tags` as they end, in document order, without ever holding the whole tree.

    Each is emptied once the next is asked for. Raises as `parse_xml` does.
    """
    if declares_entities(xml):
        raise InputFailure("DOC008", name=name)
    try:
        for _, element in etree.iterparse(
            io.BytesIO(xml),
            events=("end",),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        ):
            yield element
            parent = element.getparent()
            element.clear()
            while parent is not None and parent[0] is not element:
                del parent[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputFailure("DOC004", name=name) from error
