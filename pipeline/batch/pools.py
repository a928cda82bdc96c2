"""Executors as pools of a batch."""

from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path

from pipeline.batch.orders import Answer, Order
from pipeline.batch.working import work
from pipeline.executors.dask_cluster import DaskCluster
from pipeline.executors.limits import Limits
from pipeline.executors.local import LocalExecutor

_WINDOW_PER_WORKER = 2
"""One file in work and one waiting, so that no worker waits for the ledger."""
_WINDOW_PER_THREAD = 4
"""The same over a network, whose answers take longer."""


class LocalPool:
    """`workers` processes of this machine."""

    def __init__(self, workers: int, environment: Mapping[str, str], limits: Limits, scratch: Path) -> None:
        self._executor = LocalExecutor(workers, environment, limits, scratch)
        self.window = workers * _WINDOW_PER_WORKER

    def submit(self, order: Order) -> "Future[Answer]":
        """Have the work done by any of the processes."""
        return self._executor.submit(work, order)

    def retry(self, order: Order) -> "Future[Answer]":
        """Have the work done by a process that has done nothing before."""
        return self._executor.submit_fresh(work, order)

    def abandon(self) -> None:
        """End the processes, and what they are doing."""
        self._executor.abandon()


class DaskPool:
    """The workers of an existing Dask cluster; fails as `DaskCluster` does."""

    def __init__(self, address: str, limits: Limits) -> None:
        self._cluster = DaskCluster(address, limits)

    @property
    def window(self) -> int:
        """Files handed out at a time; it follows the cluster, whose workers come and go."""
        return self._cluster.threads * _WINDOW_PER_THREAD

    def submit(self, order: Order) -> "Future[Answer]":
        """Have the work done by any worker."""
        return self._cluster.submit(work, order)

    def retry(self, order: Order) -> "Future[Answer]":
        """Have the work done by a fresh process of any worker."""
        return self._cluster.submit_fresh(work, order)

    def abandon(self) -> None:
        """Cancel what waits, and leave the cluster."""
        self._cluster.abandon()
