"""The same work on a real Dask cluster of several worker processes, one of which is killed during the run."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.batch.orders import Job
from pipeline.batch.pools import DaskPool
from pipeline.batch.run import Settings, run_batch
from pipeline.executors.limits import Limits, TookTooLong
from schemas.failures import MissingProgram

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster


def run(batch: Any, cluster: Any, **settings: Any) -> Any:
    asked = Settings(Job(suffixes=(".json",)), **settings)
    return run_batch(
        batch.folder,
        batch.top,
        asked,
        lambda _: DaskPool(cluster.scheduler_address, Limits()),
        batch.standings.append,
        lambda _: None,
    )


@pytest.mark.parametrize("ships", [False, True])
def test_a_cluster_gives_the_tree_that_this_process_gives(batch: Any, cluster: Any, ships: bool) -> None:
    for number in range(3):
        batch.put(f"{number}.json", projects=number + 1)
    (batch.folder / "เสีย.docx").write_bytes(b"")
    assert [reason.code for _, reason in run(batch, cluster, ships=ships).failures] == ["DOC002"]
    on_cluster = batch.tree()
    batch.top = batch.top.with_name("here")
    batch.run()
    assert on_cluster == batch.tree()


def test_a_worker_that_is_killed_during_the_run_loses_nothing(batch: Any, cluster: Any) -> None:
    for number in range(24):
        batch.put(f"{number}.json", name=f"ตำบล{number}")
    with distributed.Client(cluster) as client:
        pids = client.run(os.getpid)
    killer = threading.Thread(target=_kill_when_begun, args=(batch, next(iter(pids.values()))))
    killer.start()
    done = run(batch, cluster)
    killer.join()
    assert (done.done, done.failures) == (24, ())
    assert len(batch.tree()) == 24


def _kill_when_begun(batch: Any, pid: int) -> None:
    deadline = time.monotonic() + 60
    while not any(standing.done for standing in batch.standings) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)


def test_a_task_that_hangs_on_a_cluster_is_ended(cluster: Any) -> None:
    from pipeline.executors.dask_cluster import DaskCluster

    reached = DaskCluster(cluster.scheduler_address, Limits(time_seconds=1))
    with pytest.raises(TookTooLong):
        reached.submit(time.sleep, 60).result(30)
    assert reached.submit_fresh(abs, -1).result(30) == 1
    reached.abandon()


def test_a_scheduler_that_does_not_answer_is_told(batch: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.executors.dask_cluster._CONNECT_SECONDS", 0.5)
    with pytest.raises(MissingProgram) as failure:
        DaskPool("tcp://127.0.0.1:1", Limits())
    assert (failure.value.code, failure.value.facts["reason_en"]) == ("BAT009", "it does not answer")


def test_without_dask_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingProgram) as failure:
        DaskPool("tcp://127.0.0.1:1", Limits())
    assert "phaen[dask]" in failure.value.message("en")
