"""The files of a folder, at any depth, each with the hash of its content."""

import errno
import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CHUNK_BYTES = 1024 * 1024
_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini", "phaen.toml"))
_LOCK_OF_WORD = "~$"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file: where it is, its path from the folder as people read it (with "/"), its size and its hash.

    `problem` is an errno where the file is closed to us, and the hash is "" then.
    """

    path: Path
    shown: str
    size_bytes: int = 0
    sha256: str = ""
    problem: int = 0


def find_files(folder: Path, leave_out: Path) -> Iterator[InputFile]:
    """All ordinary files under `folder` in the order of their paths, without hidden ones and what systems put there.

    Links are followed to files within `folder` only, and never to folders; `leave_out` and all under it is no input.
    """
    root = folder.resolve()
    for path in sorted(_paths(root, leave_out.resolve()), key=lambda found: _key(found, root)):
        found = _input_file(path, root)
        if found:
            yield found


def _paths(root: Path, leave_out: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(root, followlinks=False):
        here = Path(name)
        folders[:] = [one for one in folders if not _is_hidden(one) and here / one != leave_out]
        yield from (here / one for one in files if not _is_hidden(one))


def _is_hidden(name: str) -> bool:
    return name.startswith((".", _LOCK_OF_WORD)) or name.lower() in _SYSTEM_FILES


def _key(path: Path, root: Path) -> str:
    """The same order on every system, however it writes Thai vowels (NFC or not)."""
    return unicodedata.normalize("NFC", shown(path.relative_to(root)))


def shown(path: Path) -> str:
    """A path as text: names that are no UTF-8 are Thai of an old Windows (cp874), as old archives unpack them."""
    name = os.fsencode(path.as_posix())
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("cp874", "replace")


def _input_file(path: Path, root: Path) -> InputFile | None:
    """None for what is no ordinary file, and for a link that leads out of the folder."""
    name = shown(path.relative_to(root))
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            return None
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return None
        return InputFile(path, name, found.st_size, hash_of(path))
    except OSError as error:
        return InputFile(path, name, problem=error.errno or errno.EIO)


def hash_of(path: Path) -> str:
    """The SHA-256 of a file's content, read in pieces; OSError where it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK_BYTES):
            digest.update(piece)
    return digest.hexdigest()
