"""How much memory processes hold, where the system tells it as files (Linux: proc(5))."""

import os
from pathlib import Path

_PROC = Path("/proc")
_RESIDENT_FIELD = 1  # of statm, in pages


def resident_bytes(pid: int) -> int:
    """The resident memory of one process; 0 where it is gone or the system does not tell."""
    try:
        pages = int((_PROC / str(pid) / "statm").read_text().split()[_RESIDENT_FIELD])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def family(pid: int) -> tuple[int, ...]:
    """The process and all that descend from it, as far as the system tells."""
    try:
        tasks = list((_PROC / str(pid) / "task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (OSError, ValueError):
        return (pid,)
    return (pid, *(member for child in children for member in family(child)))


def family_bytes(pid: int) -> int:
    """The resident memory of a process and all its descendants."""
    return sum(map(resident_bytes, family(pid)))
