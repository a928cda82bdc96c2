"""PLC, the list that Word's structures are made of ([MS-DOC] 2.2.2): positions, and records between them."""

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import Self


@dataclass(frozen=True, slots=True)
class Plc:
    """`records[i]` holds from `positions[i]` to before `positions[i + 1]`; one more position than records."""

    positions: tuple[int, ...]
    records: tuple[bytes, ...]

    @classmethod
    def read(cls, data: bytes, record_bytes: int) -> Self:
        """The list that fills `data`. Raises ValueError where it cannot be one."""
        count, rest = divmod(len(data) - 4, 4 + record_bytes)
        if count < 1 or rest:
            raise ValueError("a PLC of impossible size")
        positions = struct.unpack_from(f"<{count + 1}I", data)
        if any(left >= right for left, right in pairwise(positions)):
            raise ValueError("the positions of a PLC must rise")
        start = 4 * (count + 1)
        return cls(
            positions, tuple(data[at : at + record_bytes] for at in range(start, len(data), record_bytes))
        )

    def to_bytes(self) -> bytes:
        """The list as Word stores it."""
        return struct.pack(f"<{len(self.positions)}I", *self.positions) + b"".join(self.records)

    def followed_by(self, position: int, record: bytes) -> "Plc":
        """With one more record that goes from the last position to `position`."""
        return Plc((*self.positions, position), (*self.records, record))
