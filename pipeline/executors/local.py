"""Worker processes of this machine behind the interface of concurrent.futures.

The standard library's ProcessPoolExecutor breaks as a whole when one process dies and cannot end one task that
hangs; here a lost process costs its task only.
"""

import queue
import tempfile
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar

from pipeline.executors.child import Task
from pipeline.executors.limits import Limits, TaskLost
from pipeline.executors.process import WorkerProcess

_WATCH_SECONDS = 0.25
_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


class _Job(NamedTuple):
    future: "Future[Any]"
    task: Task
    is_fresh: bool


class LocalExecutor(Executor):
    """`workers` processes, each with a thread here that hands it one task after another.

    A future ends with a TaskLost when its process died or was killed past a limit; the next task gets a new process.
    `environment` is that of the processes; `scratch` is an existing folder for their temporary files.
    """

    def __init__(
        self,
        workers: int,
        environment: Mapping[str, str],
        limits: Limits | None = None,
        scratch: Path | None = None,
    ) -> None:
        self._environment, self._limits = environment, limits or Limits()
        self._own_scratch = None if scratch else tempfile.TemporaryDirectory(prefix="phaen-workers-")
        self._scratch = scratch or Path(self._own_scratch.name if self._own_scratch else "")
        self._jobs: queue.Queue[_Job | None] = queue.Queue()
        self._processes: dict[int, WorkerProcess] = {}
        self._over = threading.Event()
        self._is_closed = False
        self._seats = [
            threading.Thread(target=self._serve, args=(seat,), daemon=True) for seat in range(workers)
        ]
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        for thread in (*self._seats, self._watcher):
            thread.start()

    def submit(
        self, fn: Callable[_Parameters, _Result], /, *args: _Parameters.args, **kwargs: _Parameters.kwargs
    ) -> "Future[_Result]":
        """Work for any process; function, arguments and result have to be picklable, keyword arguments are refused."""
        if kwargs:
            raise TypeError("keyword arguments are not handed on")
        return self._put(fn, args, is_fresh=False)

    def submit_fresh(self, fn: Callable[..., _Result], /, *args: Any) -> "Future[_Result]":
        """Work for a process that has done nothing before."""
        return self._put(fn, args, is_fresh=True)

    def _put(self, fn: Callable[..., Any], args: tuple[Any, ...], *, is_fresh: bool) -> "Future[Any]":
        if self._is_closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future: Future[Any] = Future()
        self._jobs.put(_Job(future, (fn, args), is_fresh))
        return future

    def pids(self) -> tuple[int, ...]:
        """The numbers of the processes that are there now."""
        return tuple(process.pid for process in list(self._processes.values()))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """No more work is taken; what waits is done first, or cancelled."""
        self._is_closed = True
        for job in iter(self._drained, None) if cancel_futures else ():
            job.future.cancel()
        for _ in self._seats:
            self._jobs.put(None)
        if wait:
            for seat in self._seats:
                seat.join()
            self._over.set()
            if self._own_scratch:
                self._own_scratch.cleanup()

    def abandon(self) -> None:
        """Cancels what waits, kills what runs, and comes back when all processes are gone."""
        self.shutdown(wait=False, cancel_futures=True)
        for process in list(self._processes.values()):
            process.end()
        self.shutdown()

    def _drained(self) -> _Job | None:
        try:
            return self._jobs.get_nowait()
        except queue.Empty:
            return None

    def _serve(self, seat: int) -> None:
        """The life of one seat: its process is replaced when it is worn, lost, or asked to be fresh."""
        while job := self._jobs.get():
            if not job.future.set_running_or_notify_cancel():
                continue
            try:
                is_done, result = self._process(seat, is_fresh=job.is_fresh).run(job.task)
            except TaskLost as lost:
                self._processes.pop(seat, None)
                job.future.set_exception(lost)
            except BaseException as error:  # an unpicklable task, a system without processes left
                job.future.set_exception(error)
            else:
                _settle(job.future, result, is_done=is_done)
        if process := self._processes.pop(seat, None):
            process.end()

    def _process(self, seat: int, *, is_fresh: bool) -> WorkerProcess:
        process = self._processes.get(seat)
        if process and (is_fresh or not process.is_usable()):
            process.end()
            process = None
        if process is None:
            process = self._processes[seat] = WorkerProcess(self._environment, self._limits, self._scratch)
        return process

    def _watch(self) -> None:
        while not self._over.wait(_WATCH_SECONDS):
            for process in list(self._processes.values()):
                process.watch()


def _settle(future: "Future[Any]", result: Any, *, is_done: bool) -> None:
    if is_done:
        future.set_result(result)
    else:
        future.set_exception(result)
