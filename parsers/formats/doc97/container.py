"""The compound file around a Word binary ([MS-CFB]): its streams read, and written into a new container.

A stream cannot grow in its place without a new allocation of sectors, so the container is made anew, from the
streams that hold a document's text and properties. Embedded objects (ObjectPool) and the summary stay behind;
their pictures are in the kept streams.
"""

import struct
from collections.abc import Iterable, Mapping
from io import BytesIO

import olefile

_SECTOR_BYTES = 512
_SECTOR_SHIFT = 9
"""Version 3; LibreOffice (7.4) does not open version 4 with its sectors of 4096 bytes."""
_MINI_SECTOR_SHIFT = 6
_SMALL_STREAM_BYTES = 4096
"""Shorter streams would have to lie in the mini stream; Word's streams may end in zeros instead."""
_FAT_ENTRIES = _SECTOR_BYTES // 4
_HEADER_FATS = 109
"""So many sectors of the allocation table are listed in the header, further ones in sectors of their own."""
_LISTED_FATS = _FAT_ENTRIES - 1
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSION = (0x3E, 3)
_LITTLE_ENDIAN = 0xFFFE
_FREE, _END_OF_CHAIN, _FAT_SECTOR, _FAT_LIST_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
_NO_ENTRY = 0xFFFFFFFF
_STREAM, _ROOT = 2, 5
_BLACK = 1
_ENTRY = struct.Struct("<64sHBBIII16sIQQIQ")
"""Name, its bytes, kind, colour, left, right, child, class, state, made, changed, first sector, size."""


def read_streams(data: bytes, names: Iterable[str]) -> dict[str, bytes]:
    """Those of the named streams that are in the root storage. Raises what olefile raises on damage."""
    with olefile.OleFileIO(BytesIO(data)) as ole:
        found = [name for name in names if ole.get_type(name) == olefile.STGTY_STREAM]
        return {name: ole.openstream(name).read() for name in found}


def write_streams(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of version 3 with these streams in its root, padded with zeros to whole sectors."""
    # Siblings are sorted by the length of their names first ([MS-CFB] 2.6.4).
    ordered = sorted(streams.items(), key=lambda item: (len(item[0]), item[0].upper()))
    bodies = [_padded(body, _SMALL_STREAM_BYTES) for _, body in ordered]
    stream_counts = [len(body) // _SECTOR_BYTES for body in bodies]
    counts = [-(-(1 + len(bodies)) * _ENTRY.size // _SECTOR_BYTES), *stream_counts]
    fats, lists = _allocation_sectors(sum(counts))
    firsts = [fats + lists + sum(counts[:index]) for index in range(len(counts))]
    directory = _directory([name for name, _ in ordered], firsts[1:], [len(body) for body in bodies])
    allocation = (_fat(fats, lists, firsts, counts), _fat_lists(fats, lists))
    return b"".join((_header(fats, lists), *allocation, directory, *bodies))


def _padded(body: bytes, least_bytes: int = 0, fill: bytes = b"\0") -> bytes:
    size = max(len(body), least_bytes)
    return body.ljust(-(-size // _SECTOR_BYTES) * _SECTOR_BYTES, fill)


def _allocation_sectors(used: int) -> tuple[int, int]:
    """How many sectors the allocation table needs, itself included, and how many the lists of its sectors."""
    fats = lists = 0
    while fats * _FAT_ENTRIES < used + fats + lists:
        fats += 1
        lists = -(-max(0, fats - _HEADER_FATS) // _LISTED_FATS)
    return fats, lists


def _header(fats: int, lists: int) -> bytes:
    """[MS-CFB] 2.2: the allocation table comes first, then the lists of its sectors, then the directory."""
    kind = (*_VERSION, _LITTLE_ENDIAN, _SECTOR_SHIFT, _MINI_SECTOR_SHIFT)
    directory = (0, fats, fats + lists)
    no_mini_stream = (0, _SMALL_STREAM_BYTES, _END_OF_CHAIN, 0)
    more_fats = (fats if lists else _END_OF_CHAIN, lists)
    listed = [*range(min(fats, _HEADER_FATS)), *[_FREE] * (_HEADER_FATS - fats)]
    words = (*directory, *no_mini_stream, *more_fats, *listed)
    return struct.pack(f"<8s16x5H6x{len(words)}I", _MAGIC, *kind, *words)


def _fat(fats: int, lists: int, firsts: list[int], counts: list[int]) -> bytes:
    """[MS-CFB] 2.3: for each sector the one that follows it in its stream."""
    entries = [*[_FAT_SECTOR] * fats, *[_FAT_LIST_SECTOR] * lists]
    for first, count in zip(firsts, counts, strict=True):
        entries += [*range(first + 1, first + count), _END_OF_CHAIN]
    return _padded(struct.pack(f"<{len(entries)}I", *entries), fill=b"\xff")


def _fat_lists(fats: int, lists: int) -> bytes:
    """[MS-CFB] 2.5: the allocation table's sectors that the header cannot list; a list ends in the next's."""
    sectors = [*range(_HEADER_FATS, fats)]
    sectors += [_FREE] * (lists * _LISTED_FATS - len(sectors))
    words: list[int] = []
    for index in range(lists):
        words += sectors[index * _LISTED_FATS : (index + 1) * _LISTED_FATS]
        words.append(fats + index + 1 if index + 1 < lists else _END_OF_CHAIN)
    return struct.pack(f"<{len(words)}I", *words)


def _directory(names: list[str], firsts: list[int], sizes: list[int]) -> bytes:
    """[MS-CFB] 2.6: the root, and behind it the streams, each the right sibling of the one before."""
    entries = [_entry("Root Entry", _ROOT, _END_OF_CHAIN, 0, child=1 if names else _NO_ENTRY)]
    for index, (name, first, size) in enumerate(zip(names, firsts, sizes, strict=True), 1):
        right = index + 1 if index < len(names) else _NO_ENTRY
        entries.append(_entry(name, _STREAM, first, size, right=right))
    unused = _ENTRY.pack(b"", 0, 0, 0, _NO_ENTRY, _NO_ENTRY, _NO_ENTRY, b"", 0, 0, 0, 0, 0)
    return b"".join(entries) + unused * (-len(entries) % (_SECTOR_BYTES // _ENTRY.size))


def _entry(
    name: str, kind: int, first: int, size: int, right: int = _NO_ENTRY, child: int = _NO_ENTRY
) -> bytes:
    encoded = f"{name}\0".encode("utf-16-le")
    links = (_NO_ENTRY, right, child)
    return _ENTRY.pack(encoded, len(encoded), kind, _BLACK, *links, b"", 0, 0, 0, first, size)
