"""Worker processes of this machine: what one loses does not touch the others."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from pipeline.executors.limits import MEGABYTE_BYTES, Limits, ProcessDied, TookTooLong, TookTooMuchMemory
from pipeline.executors.local import LocalExecutor

PATIENCE_SECONDS = 100
"""How long a task may take on a busy machine."""


@pytest.fixture
def executor(tmp_path: Path) -> Iterator[LocalExecutor]:
    executor = LocalExecutor(1, os.environ, Limits(time_seconds=PATIENCE_SECONDS), tmp_path)
    yield executor
    executor.abandon()


def made(tmp_path: Path, **limits: float | int) -> LocalExecutor:
    return LocalExecutor(1, os.environ, Limits(**limits), tmp_path)  # type: ignore[arg-type]


def test_results_and_exceptions_come_back(executor: LocalExecutor) -> None:
    assert executor.submit(pow, 2, 10).result(PATIENCE_SECONDS) == 1024
    with pytest.raises(ZeroDivisionError):
        executor.submit(divmod, 1, 0).result(PATIENCE_SECONDS)
    assert list(executor.map(abs, [-1, -2, -3])) == [1, 2, 3]


def test_a_process_that_dies_costs_its_task_only(executor: LocalExecutor) -> None:
    dead, alive = executor.submit(os._exit, 3), executor.submit(abs, -1)
    with pytest.raises(ProcessDied) as lost:
        dead.result(PATIENCE_SECONDS)
    assert lost.value.status == 3
    assert alive.result(PATIENCE_SECONDS) == 1


def test_a_killed_process_is_replaced(executor: LocalExecutor, tmp_path: Path) -> None:
    first = executor.submit(os.getpid).result(PATIENCE_SECONDS)
    begun = tmp_path / "begun"
    sleeping = executor.submit(exec, f"import time; open({str(begun)!r}, 'w').close(); time.sleep(60)")
    while not begun.exists():  # killed before, the process would cost no task
        time.sleep(0.01)
    os.kill(first, signal.SIGKILL)
    with pytest.raises(ProcessDied) as lost:
        sleeping.result(PATIENCE_SECONDS)
    assert lost.value.status == -signal.SIGKILL
    assert executor.submit(os.getpid).result(PATIENCE_SECONDS) != first


def test_a_task_past_its_time_is_killed(tmp_path: Path) -> None:
    executor = made(tmp_path, time_seconds=0.5)
    started = time.monotonic()
    with pytest.raises(TookTooLong):
        executor.submit(time.sleep, 60).result(PATIENCE_SECONDS)
    assert time.monotonic() - started < 30
    executor.abandon()


def test_a_task_past_its_memory_is_killed(tmp_path: Path) -> None:
    executor = made(tmp_path, memory_bytes=200 * MEGABYTE_BYTES)
    # The task holds its memory while the watcher looks at it.
    with pytest.raises(TookTooMuchMemory):
        executor.submit(exec, "import time\nheld = bytearray(400_000_000)\ntime.sleep(30)").result(
            PATIENCE_SECONDS
        )
    executor.abandon()


def test_processes_are_replaced_when_worn_and_for_fresh_tasks(tmp_path: Path) -> None:
    executor = made(tmp_path, tasks=2)
    pids = [executor.submit(os.getpid).result(PATIENCE_SECONDS) for _ in range(3)]
    assert pids[0] == pids[1] != pids[2]
    assert executor.submit_fresh(os.getpid).result(PATIENCE_SECONDS) != pids[2]
    executor.abandon()


def test_temporary_files_of_a_lost_process_are_gone(executor: LocalExecutor, tmp_path: Path) -> None:
    code = "import tempfile, os; tempfile.mkstemp(); os._exit(1)"
    with pytest.raises(ProcessDied):
        executor.submit(exec, code).result(PATIENCE_SECONDS)
    assert list(tmp_path.rglob("tmp*")) == []


def test_what_is_printed_does_not_come_between_the_answers(executor: LocalExecutor) -> None:
    assert executor.submit(os.system, "echo a line of a program").result(PATIENCE_SECONDS) == 0
    assert executor.submit(abs, -1).result(PATIENCE_SECONDS) == 1


def test_abandoning_ends_what_runs_and_cancels_what_waits(tmp_path: Path) -> None:
    executor = made(tmp_path)
    running, waiting = executor.submit(time.sleep, 60), executor.submit(time.sleep, 60)
    while not running.running():
        time.sleep(0.01)
    executor.abandon()
    with pytest.raises(ProcessDied):
        running.result(5)
    with pytest.raises(CancelledError):
        waiting.result(5)
    with pytest.raises(RuntimeError):
        executor.submit(abs, 1)
    assert executor.pids() == ()


def test_workers_end_with_whoever_started_them(tmp_path: Path) -> None:
    code = (
        "import os, sys, time\nfrom pathlib import Path\n"
        "from pipeline.executors.local import LocalExecutor\n"
        f"executor = LocalExecutor(1, os.environ, scratch=Path({str(tmp_path)!r}))\n"
        "print(executor.submit(os.getpid).result(), flush=True)\n"
        "executor.submit(time.sleep, 60).result()\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment) as starter:
        assert starter.stdout
        worker = int(starter.stdout.readline())
        starter.kill()
    deadline = time.monotonic() + 10
    while _is_alive(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_alive(worker)


def _is_alive(pid: int) -> bool:
    try:
        return "zombie" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
