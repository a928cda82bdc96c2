"""Progress of long work, told to whoever started it."""

from collections.abc import Callable
from typing import Literal

Stage = Literal["read", "repair", "understand", "judge", "render", "write"]

Progress = Callable[[Stage, int, int], None]
"""Called as each stage begins: the stage, how many stages are done, and how many there are in all."""


def silent(_stage: Stage, _done: int, _total: int) -> None:
    """Tell nobody."""
