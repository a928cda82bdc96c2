"""Entries of the packages that phaen writes (.docx, .xlsx, .zip)."""

import zipfile
from typing import Final

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a .zip can tell."""


def zip_entry(name: str) -> zipfile.ZipInfo:
    """A compressed entry that tells nothing of when it was made: equal contents give equal packages."""
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
