"""Batches that read small plan files in this process, and a pool that does what a test tells it."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from outputs.plan_json import render
from pipeline.batch.ledger import Ledger
from pipeline.batch.orders import Answer, Job, Order
from pipeline.batch.run import BatchRun, Settings, Standing, run_batch
from pipeline.batch.working import work
from schemas.document import Source
from schemas.plan import Organization, Plan, Project

Work = Callable[[Order], Answer]


class PoolHere:
    """Does the work in this process, and remembers what was asked for."""

    def __init__(self, first: Work = work, again: Work = work, window: int = 3) -> None:
        self.window, self._first, self._again = window, first, again
        self.asked: list[str] = []
        self.retried: list[str] = []

    def submit(self, order: Order) -> "Future[Answer]":
        self.asked.append(order.name)
        return _settled(self._first, order)

    def retry(self, order: Order) -> "Future[Answer]":
        self.retried.append(order.name)
        return _settled(self._again, order)

    def abandon(self) -> None:
        """Nothing runs when this is called."""


def _settled(does: Work, order: Order) -> "Future[Answer]":
    future: Future[Answer] = Future()
    try:
        future.set_result(does(order))
    except Exception as error:
        future.set_exception(error)
    return future


class Batch:
    """A folder of plans and its tree."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.top = folder / "in", folder / "out"
        self.folder.mkdir()
        self.standings: list[Standing] = []
        self.pool = PoolHere()

    def put(self, path: str, name: str = "ธารทิพย์", projects: int = 1, year: int = 2566) -> Path:
        """A plan file of `name`'s operation plan; equal arguments give equal content."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(render(plan_of(name, projects, year)))
        return file

    def pool_of(self, first: Work, again: Work) -> PoolHere:
        """A pool that does the work by `first`, and what is tried once more by `again`."""
        return PoolHere(first, again)

    def run(
        self, pool: PoolHere | None = None, close: Callable[[Ledger], None] | None = None, **settings: object
    ) -> BatchRun:
        """One run; by a pool of this process unless another is given."""
        self.pool = pool or PoolHere()
        asked = Settings(**{"job": Job(suffixes=(".json",)), **settings})  # type: ignore[arg-type]
        return run_batch(
            self.folder,
            self.top,
            asked,
            lambda _: self.pool,
            self.standings.append,
            close or (lambda _: None),
        )

    def tree(self) -> dict[str, bytes]:
        """The fresh plans by their path."""
        files = (path for path in self.top.rglob("*.json") if path.is_file())
        return {path.relative_to(self.top).as_posix(): path.read_bytes() for path in files}


def plan_of(name: str, projects: int, year: int) -> Plan:
    return Plan(
        kind="operation_plan",
        organization=Organization(type="เทศบาลตำบล", name=name, district="เมืองงาม", province="สมมุตินคร"),
        fiscal_year=year,
        projects=tuple(
            Project(
                form="ผด.02",
                number=str(number),
                name=f"โครงการที่ {number}",
                program="แผนงานการศึกษา",
                budget="1000.00",
            )
            for number in range(1, projects + 1)
        ),
        source=Source(name="old.docx", sha256="0" * 64, format="docx", size_bytes=1),
    )


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    return Batch(tmp_path)
