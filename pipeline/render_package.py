"""A data package as a folder: all of its files or none, and never over what is no package of phaen's."""

import errno
import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

from outputs.data_package import DESCRIPTOR, own_files
from pipeline.files import beside, unwritable, write_new
from schemas.failures import OutputFailure

_TOLD_NAMES = 3


def check_package_folder(target: Path) -> None:
    """Refuse a folder before the long work: there may be none yet, an empty one, or a package of phaen's.

    OutputFailure OUT010 for one that holds anything else; OUT001 where a file has this name, where the folder
    around it does not exist, or where somebody works in it.
    """
    try:
        _check(target.resolve(), target)
    except OSError as error:
        raise unwritable(target, error) from error


def write_package(target: Path, files: Mapping[str, bytes]) -> None:
    """Write all of `files`, or nothing, as the folder `target`; a package that is there is replaced as a whole.

    They are written into a folder beside the target, which is then renamed. Fails as `check_package_folder` does,
    and with OUT001 where the system refuses; what was there is as it was then.
    """
    try:
        final = target.resolve()
        _check(final, target)
        temporary = beside(final)
        try:
            temporary.mkdir()
            for name, data in files.items():
                write_new(temporary / name, data)
            _put(temporary, final)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise unwritable(target, error) from error


def _check(folder: Path, target: Path) -> None:
    if not folder.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    if not folder.exists():
        return
    # A folder that is replaced would be gone under the feet of who stands in it.
    if Path.cwd().is_relative_to(folder):
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
    if strange := _strange(folder):
        found = ", ".join(strange[:_TOLD_NAMES]) + (" …" if len(strange) > _TOLD_NAMES else "")
        raise OutputFailure("OUT010", name=str(target), found=found)


def _strange(folder: Path) -> list[str]:
    """What lies in the folder and is of no package that phaen made."""
    entries = sorted(folder.iterdir())
    descriptor = folder / DESCRIPTOR
    own = own_files(descriptor.read_bytes()) if descriptor.is_file() else frozenset[str]()
    return [entry.name for entry in entries if entry.name not in own or not _is_plain(entry)]


def _is_plain(entry: Path) -> bool:
    return entry.is_file() and not entry.is_symlink()


def _put(fresh: Path, final: Path) -> None:
    """Rename `fresh` to `final`; what is there goes aside first, and comes back where that fails."""
    if not final.exists():
        fresh.rename(final)
        return
    fresh.chmod(stat.S_IMODE(final.stat().st_mode))
    before = beside(final)
    try:
        final.rename(before)
        fresh.rename(final)
    except BaseException:
        if before.exists() and not final.exists():
            before.rename(final)
        raise
    shutil.rmtree(before, ignore_errors=True)
