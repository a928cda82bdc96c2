"""The whole draft as text for cells, so that a workbook alone is enough to go on with it."""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Iterable

from pydantic import ValidationError

from schemas.draft import Draft

_CELL_CHARACTERS = 30_000
"""A little less than Excel takes in one cell."""
_LARGEST_DRAFT_BYTES = 200_000_000


class NoDraft(ValueError):
    """What stands there is no draft, or not all of it."""


def packed(draft: Draft) -> list[str]:
    """The draft in texts of Latin letters and digits, each short enough for a cell."""
    text = b64encode(zlib.compress(draft.model_dump_json().encode(), 9)).decode()
    return [text[at : at + _CELL_CHARACTERS] for at in range(0, len(text), _CELL_CHARACTERS)]


def unpacked(texts: Iterable[str]) -> Draft:
    """The draft that was packed; NoDraft where a piece is missing or changed."""
    reader = zlib.decompressobj()
    try:
        content = reader.decompress(b64decode("".join(texts), validate=True), _LARGEST_DRAFT_BYTES)
        if not reader.eof:
            raise NoDraft
        return Draft.model_validate_json(content)
    except (Base64Error, zlib.error, ValidationError) as error:
        raise NoDraft from error
