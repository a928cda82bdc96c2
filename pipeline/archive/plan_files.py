"""Which files are meant where a folder is named."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from pipeline.batch.ledger import NAME as LEDGER

_READABLE: Final = frozenset({".docx", ".doc", ".pdf", ".xlsx", ".xls", ".rtf", ".odt"})
_PLAN_FILE: Final = ".json"
_NO_DOCUMENTS: Final = ("~$", ".")
"""Word's lock files, and what is hidden."""


def plan_files(named: Iterable[Path]) -> tuple[Path, ...]:
    """The files that were named, and for a folder all books and plan files in it at any depth, in order of names.

    A book beside a plan file of the same name, as `phaen batch --json` writes them, is left to that. Links are not
    followed.
    """
    return tuple(dict.fromkeys(file for path in named for file in _files(path)))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        # The output folder of `phaen batch`: its plans lie deeper, and what lies beside the ledger sums them up.
        if LEDGER in names:
            continue
        found = [Path(folder, name) for name in sorted(names) if not name.startswith(_NO_DOCUMENTS)]
        files = [file for file in found if not file.is_symlink()]
        told = {file.stem for file in files if file.suffix.lower() == _PLAN_FILE}
        yield from (file for file in files if _is_meant(file, told))


def _is_meant(file: Path, told: set[str]) -> bool:
    suffix = file.suffix.lower()
    return suffix == _PLAN_FILE or (suffix in _READABLE and file.stem not in told)
