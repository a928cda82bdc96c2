"""An existing Dask cluster (the extra `dask`): its workers do the work, each in a process of its own for it.

A worker of Dask cannot end one task that hangs, and a crash takes all its tasks with it; so a task runs in a process
of LocalExecutor that the worker starts. What Dask itself loses, because a worker is gone, it gives to another.
"""

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from pipeline.executors.limits import Limits
from pipeline.executors.local import LocalExecutor
from schemas.failures import MissingProgram

_CONNECT_SECONDS = 30
_Result = TypeVar("_Result")
_executors: dict[Limits, LocalExecutor] = {}
_lock = threading.Lock()


class DaskCluster:
    """The workers of the cluster whose scheduler is at `address` ("tcp://host:8786").

    MissingProgram BAT009 where Dask is not installed or the scheduler does not answer.
    """

    def __init__(self, address: str, limits: Limits) -> None:
        self._client, self._limits = _connected(address), limits
        # A task that was lost twice with its worker is given up by Dask itself (distributed.scheduler.allowed-failures).
        self._executor = self._client.get_executor(pure=False)

    @property
    def threads(self) -> int:
        """How many tasks the cluster can do at a time, at least one."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def submit(self, function: Callable[..., _Result], *arguments: Any) -> "Future[_Result]":
        """Work for any worker."""
        future: Future[_Result] = self._executor.submit(run_apart, self._limits, False, function, *arguments)
        return future

    def submit_fresh(self, function: Callable[..., _Result], *arguments: Any) -> "Future[_Result]":
        """Work for a process that has done nothing before."""
        future: Future[_Result] = self._executor.submit(run_apart, self._limits, True, function, *arguments)
        return future

    def abandon(self) -> None:
        """Cancels what waits, and leaves the cluster as it was."""
        self._executor.shutdown(wait=False)
        self._client.close()


def run_apart(limits: Limits, is_fresh: bool, function: Callable[..., _Result], *arguments: Any) -> _Result:
    """The result of a task that a process of this worker's own did; for the machines of a cluster."""
    executor = _executor(limits)
    submit = executor.submit_fresh if is_fresh else executor.submit
    return submit(function, *arguments).result()


def _executor(limits: Limits) -> LocalExecutor:
    """One per worker process, with as many processes as the worker has threads. They end with it."""
    from distributed import get_worker  # noqa: PLC0415 - an extra

    with _lock:
        if limits not in _executors:
            _executors[limits] = LocalExecutor(get_worker().state.nthreads, os.environ, limits)
        return _executors[limits]


def _connected(address: str) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingProgram(
            "BAT009", name=address, reason_th="ยังไม่ได้ติดตั้ง dask", reason_en="dask is not installed"
        ) from error
    connect: Callable[..., Any] = Client
    try:
        return connect(address, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise MissingProgram(
            "BAT009", name=address, reason_th="ติดต่อไม่ได้", reason_en="it does not answer"
        ) from error
