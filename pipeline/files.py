"""The only place that reads what a user names and writes what a user asked for."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from parsers.formats.safety import FILE_LIMIT_BYTES
from schemas.failures import InputFailure, OutputFailure, UsageFailure

_MEGABYTE_BYTES = 1024 * 1024
_NEW_FILE_MODE = 0o666  # the kernel takes the user's umask off

_NOT_A_FILE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP})

_REASONS_TH = {
    errno.EACCES: "ไม่มีสิทธิ์",
    errno.EPERM: "ระบบไม่อนุญาต",
    errno.ENOENT: "ไม่มีโฟลเดอร์นี้",
    errno.ENOTDIR: "ไม่มีโฟลเดอร์นี้",
    errno.EISDIR: "ชื่อนี้เป็นโฟลเดอร์",
    errno.ENOSPC: "พื้นที่เต็ม",
    errno.EDQUOT: "เกินโควตาพื้นที่",
    errno.EROFS: "ที่เก็บนี้อ่านได้อย่างเดียว",
    errno.EIO: "อุปกรณ์ขัดข้อง",
    errno.EBUSY: "กำลังเปิดใช้โฟลเดอร์นี้อยู่",
    errno.ENAMETOOLONG: "ชื่อไฟล์ยาวเกินไป",
}


def read_input(path: Path) -> bytes:
    """The file's bytes.

    InputFailure DOC001 where there is no such file, DOC006 where it is larger than FILE_LIMIT_BYTES,
    DOC012 where the system does not let us read it.
    """
    try:
        with path.open("rb") as stream:
            # One byte more than allowed, not the size on disk: a pipe has none.
            data = stream.read(FILE_LIMIT_BYTES + 1)
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None) or errno.ENOENT  # ValueError: a null byte in the name
        if number in _NOT_A_FILE:
            raise InputFailure("DOC001", name=str(path)) from error
        raise InputFailure("DOC012", name=str(path), **_reasons(number)) from error
    if len(data) > FILE_LIMIT_BYTES:
        raise InputFailure("DOC006", name=path.name, **_sizes(path, data))
    return data


def check_target(target: Path, suffixes: Sequence[str], source: Path | None = None) -> None:
    """Refuse a target before the long work.

    UsageFailure OUT002 for an ending that is not one of `suffixes`, OUT004 for the file that is being read;
    OutputFailure OUT001 for a folder that does not exist or a name that is a folder.
    """
    if target.suffix.lower() not in suffixes:
        raise UsageFailure("OUT002", name=str(target), allowed=" ".join(suffixes))
    if source is not None and _same_file(target, source):
        raise UsageFailure("OUT004", name=str(target))
    if target.is_dir():
        raise OutputFailure("OUT001", name=str(target), **_reasons(errno.EISDIR))
    if not target.parent.is_dir():
        raise OutputFailure("OUT001", name=str(target), **_reasons(errno.ENOENT))


def write_output(target: Path, data: bytes) -> None:
    """Write all of `data` or nothing: a temporary file beside the target, synced, then renamed over it.

    An existing file keeps its mode; a new one gets the user's usual one. A link is followed, a device or a
    pipe is written straight. OutputFailure OUT001 where the system refuses; the temporary file is gone then.
    """
    try:
        final = target.resolve()
        if final.exists() and not final.is_file():
            final.write_bytes(data)
        else:
            _replace(final, data)
    except OSError as error:
        raise unwritable(target, error) from error


@contextmanager
def output_stream(target: Path) -> Iterator[BinaryIO]:
    """A stream for what is too large to hold in memory; as `write_output`, all of it or nothing stands at `target`.

    What the block writes counts once it has ended well. OutputFailure OUT001 where the system refuses.
    """
    try:
        final = target.resolve()
        temporary = beside(final)
        try:
            with os.fdopen(_new_file(temporary), "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(final)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(final.parent)
    except OSError as error:
        raise unwritable(target, error) from error


def unwritable(target: Path, error: OSError) -> OutputFailure:
    """The failure OUT001 for what the system said when `target` was to be written."""
    return OutputFailure("OUT001", name=str(target), **_reasons(error.errno or errno.EIO))


def write_new(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file that is not there yet, synced; OSError where the system refuses."""
    with os.fdopen(_new_file(path), "wb") as stream:
        stream.write(data)
        stream.flush()
        if mode is not None:
            path.chmod(mode)
        os.fsync(stream.fileno())


def beside(target: Path) -> Path:
    """A name in the target's folder for what is on its way there, hidden, and of nothing that is there."""
    return target.with_name(f".{target.name[:60]}.{secrets.token_hex(6)}.tmp")


def _new_file(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _NEW_FILE_MODE)


def _replace(target: Path, data: bytes) -> None:
    temporary = beside(target)
    try:
        write_new(temporary, data, _mode_of(target))
        temporary.replace(target)
    finally:
        # Also for an interrupt: nobody wants half a plan under a strange name.
        temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename last over a power cut, where the system can sync a folder (Windows cannot)."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)


def _mode_of(target: Path) -> int | None:
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else None


def _same_file(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()


def _sizes(path: Path, data: bytes) -> dict[str, int]:
    size = max(path.stat().st_size, len(data))
    return {"megabytes": -(-size // _MEGABYTE_BYTES), "limit": FILE_LIMIT_BYTES // _MEGABYTE_BYTES}


def _reasons(number: int) -> dict[str, str]:
    english = os.strerror(number)
    return {"reason_th": _REASONS_TH.get(number, english), "reason_en": english}
