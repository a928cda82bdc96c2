"""What a process may use, and how work ends that used more."""

from dataclasses import dataclass

MEGABYTE_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one process: seconds per task, memory with that of its children, and when it is replaced by a new one.

    Past `time_seconds` or `memory_bytes` a process is killed in the middle of its task; after `tasks` tasks, or
    when it holds more than `worn_bytes` at a task's end, it is replaced between two tasks.
    """

    time_seconds: float = 600.0
    memory_bytes: int = 2048 * MEGABYTE_BYTES
    tasks: int = 200
    worn_bytes: int = 400 * MEGABYTE_BYTES


class TaskLost(Exception):
    """The process of a task is gone before the task was done; the work itself said nothing."""


class ProcessDied(TaskLost):
    """It ended by itself or was killed from outside; `status` is its exit status, negative for a signal."""

    def __init__(self, status: int = 0) -> None:
        super().__init__(status)
        self.status = status


class TookTooLong(TaskLost):
    """It was killed past its time limit of `seconds`."""

    def __init__(self, seconds: int = 0) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class TookTooMuchMemory(TaskLost):
    """It was killed past its memory limit of `megabytes`."""

    def __init__(self, megabytes: int = 0) -> None:
        super().__init__(megabytes)
        self.megabytes = megabytes
