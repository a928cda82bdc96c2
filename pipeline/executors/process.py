"""One worker process from outside: started, given tasks, measured, ended."""

import contextlib
import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, cast

from pipeline.executors.child import Answer, Task
from pipeline.executors.limits import (
    MEGABYTE_BYTES,
    Limits,
    ProcessDied,
    TaskLost,
    TookTooLong,
    TookTooMuchMemory,
)
from pipeline.executors.memory import family_bytes

_MODULE = "pipeline.executors.child"
_END_SECONDS = 5.0


class WorkerProcess:
    """A process of `pipeline.executors.child` with a folder of its own for temporary files under `scratch`."""

    def __init__(self, environment: Mapping[str, str], limits: Limits, scratch: Path) -> None:
        self._limits = limits
        self._folder = Path(tempfile.mkdtemp(prefix="worker-", dir=scratch))
        self._tasks = 0
        self._deadline: float | None = None
        self._lost: TaskLost | None = None
        self._process = subprocess.Popen(  # noqa: S603 - this Python, a module of ours
            [sys.executable, "-m", _MODULE],
            env=_environment(environment, self._folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # An interrupt from the keyboard is for whoever started us, and a kill takes what it has started, too.
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def run(self, task: Task) -> Answer:
        """The answer to a task; a TaskLost when the process is gone before it has answered."""
        self._tasks += 1
        self._deadline = time.monotonic() + self._limits.time_seconds
        try:
            return self._ask(pickle.dumps(task))
        except (EOFError, OSError, pickle.UnpicklingError):
            self._kill()
            raise self._lost or ProcessDied(self._process.returncode) from None
        finally:
            self._deadline = None

    def _ask(self, task: bytes) -> Answer:
        requests, answers = self._pipes()
        requests.write(task)
        requests.flush()
        answer: Answer = pickle.load(answers)  # noqa: S301 - from our own process
        return answer

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        """Both were asked for at the start."""
        return cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)

    def is_usable(self) -> bool:
        """Whether it lives and is not worn: it has had its number of tasks, or it holds much memory."""
        if self._process.poll() is not None or self._tasks >= self._limits.tasks:
            return False
        return family_bytes(self.pid) <= self._limits.worn_bytes

    def watch(self) -> None:
        """Kills it where its task has passed a limit; called from another thread than `run`."""
        deadline = self._deadline
        if deadline is None or self._lost:
            return
        if time.monotonic() > deadline:
            self._lost = TookTooLong(round(self._limits.time_seconds))
        elif family_bytes(self.pid) > self._limits.memory_bytes:
            self._lost = TookTooMuchMemory(self._limits.memory_bytes // MEGABYTE_BYTES)
        if self._lost:
            _kill_group(self._process)

    def end(self) -> None:
        """Lets it end, or kills it, and removes its temporary files."""
        with contextlib.suppress(OSError):
            self._pipes()[0].close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_SECONDS)
        self._kill()

    def _kill(self) -> None:
        _kill_group(self._process)
        self._process.wait()
        for stream in self._pipes():
            with contextlib.suppress(OSError):
                stream.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _environment(given: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The process finds our modules where this one does, and puts temporary files into its folder.

    One thread per process for numpy's linear algebra: there are as many processes as there are processors.
    """
    own = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OPENBLAS_NUM_THREADS": "1"}
    return {**given, **own, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))}
