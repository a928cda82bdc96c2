"""One run of a batch: finds what is left to do, has it done, keeps the ledger and the tree."""

import errno
import shutil
import sqlite3
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

from pipeline.batch.inputs import InputFile, find_files
from pipeline.batch.ledger import Ledger, SeenFile, Work, opened_ledger
from pipeline.batch.orders import Answer, Job, Order, Reason, mark_of
from pipeline.batch.storing import Tree
from pipeline.executors.limits import ProcessDied, TookTooLong, TookTooMuchMemory
from pipeline.files import read_input
from pipeline.settings_file import read_severities
from pipeline.version import phaen_version
from schemas.failures import InputFailure, OutputFailure, PhaenFailure, UsageFailure
from schemas.findings.severities import OwnSeverity

_FULL_OR_BROKEN = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO))
"""What ends a batch and not one file: nothing else could be written either."""
_TRIES = 2
_SCRATCH_PREFIX = "phaen-batch-"


class Pool(Protocol):
    """Who does the work: a future gives the answer, or the exception with which its process was lost."""

    @property
    def window(self) -> int:
        """How many files are handed out at a time."""

    def submit(self, order: Order) -> "Future[Answer]":
        """Have the work done by any process."""

    def retry(self, order: Order) -> "Future[Answer]":
        """Have the work done by a fresh process."""

    def abandon(self) -> None:
        """Stop all work at once."""


class Standing(NamedTuple):
    """How far a run is: contents to do and done, those of them that failed, and the share of all work (0 to 1)."""

    total: int
    done: int
    failed: int
    share: float
    last: str = ""


class Settings(NamedTuple):
    """What a run does: `retries_failed` takes up what failed before, `ships` sends files to workers as bytes."""

    job: Job
    settings_file: Path | None = None
    retries_failed: bool = False
    ships: bool = False


class BatchRun(NamedTuple):
    """What a run found and did. `failures` are all files that gave no plan, also those of earlier runs, by path."""

    files: int
    contents: int
    done: int
    as_before: int
    ignored: int
    failures: tuple[tuple[str, Reason], ...]
    seconds: float


OpenPool = Callable[[Path], Pool]
"""Makes a pool whose processes put temporary files into a folder; called where there is work."""
Watch = Callable[[Standing], None]


def run_batch(
    folder: Path,
    top: Path,
    settings: Settings,
    open_pool: OpenPool,
    watch: Watch,
    close: Callable[[Ledger], None],
) -> BatchRun:
    """Bring the tree at `top` up to date with the files under `folder`; `close` is called with the ledger at the end.

    InputFailure BAT005 where there is no such folder; UsageFailure BAT006 where one holds the other in a way that
    would read what is written; OutputFailure (BAT007, BAT008, OUT001) where the tree cannot be written: what was
    done until then stays done.
    """
    _check_folders(folder, top)
    started = time.monotonic()
    with _full_disk_told(top), opened_ledger(top) as ledger, _scratch(ledger) as scratch:
        tree = Tree(top, ledger)
        if ledger.left_scratch():
            tree.sweep()
        files = tuple(find_files(folder, leave_out=top))
        root = str(folder.resolve())
        number = ledger.begin(root, phaen_version(), str(scratch), [_seen(file) for file in files])
        batch = _Batch(ledger, tree, settings, files)
        todo = batch.todo(ledger.works(number))
        if todo:
            _work_off(batch, todo, open_pool(scratch), watch)
        tree.remove_replaced()
        close(ledger)
        ledger.end(number)
        contents = {file.sha256 for file in files if file.sha256}
        return BatchRun(
            files=len(files),
            contents=len(contents),
            done=batch.done,
            as_before=len(contents) - len(todo),
            ignored=ledger.counts(number).get("ignored", 0),
            failures=tuple(ledger.failures()),
            seconds=time.monotonic() - started,
        )


def _check_folders(folder: Path, top: Path) -> None:
    if not folder.is_dir():
        raise InputFailure("BAT005", name=str(folder))
    if folder.resolve().is_relative_to(top.resolve()):
        raise UsageFailure("BAT006", folder=str(folder), top=str(top))
    try:
        top.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = str(error.strerror)
        raise OutputFailure("OUT001", name=str(top), reason_th=reason, reason_en=reason) from error


@contextmanager
def _full_disk_told(top: Path) -> Iterator[None]:
    """A ledger that cannot be written is a target that cannot be written, not a defect."""
    try:
        yield
    except sqlite3.OperationalError as error:
        reasons = {
            "reason_th": f"บันทึกทะเบียนไม่ได้ ({error})",
            "reason_en": f"the ledger cannot be written ({error})",
        }
        raise OutputFailure("OUT001", name=str(top), **reasons) from error


@contextmanager
def _scratch(ledger: Ledger) -> Iterator[Path]:
    """A folder for temporary files of workers; those that killed runs have left are removed first."""
    for left in map(Path, ledger.left_scratch()):
        if left.name.startswith(_SCRATCH_PREFIX):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_SCRATCH_PREFIX, ignore_cleanup_errors=True) as name:
        yield Path(name)


def _seen(file: InputFile) -> SeenFile:
    reason = _why_closed(file.path) if file.problem else None
    return SeenFile(file.shown, file.sha256, file.size_bytes, reason)


def _why_closed(path: Path) -> Reason:
    try:
        read_input(path)
    except InputFailure as failure:
        return _reason(failure)
    return Reason(
        code="DOC012", facts={"name": path.name, "reason_th": "เปิดไม่ได้", "reason_en": "cannot be opened"}
    )


def _reason(failure: PhaenFailure) -> Reason:
    return Reason(code=failure.code, facts=failure.facts)


class _Batch:
    """The state of one run."""

    def __init__(self, ledger: Ledger, tree: Tree, settings: Settings, files: Iterable[InputFile]) -> None:
        self.ledger, self.tree, self._settings = ledger, tree, settings
        self._first: dict[str, InputFile] = {}
        for file in files:
            self._first.setdefault(file.sha256, file)
        self._severities: dict[Path, Mapping[str, OwnSeverity] | Reason] = {}
        self._marks: dict[Path, str] = {}
        self.done = 0

    def todo(self, works: Iterable[Work]) -> list[Work]:
        """What is new, changed, or not as it was written; the largest first, so that none comes alone at the end."""
        left = [work for work in works if self._is_left(work)]
        return sorted(left, key=lambda work: (-self.size_bytes(work.sha256), work.rank))

    def _is_left(self, work: Work) -> bool:
        file = self._first[work.sha256]
        if (work.settings, work.version) != (self._mark(file.path.parent), phaen_version()):
            return True
        if work.state == "done":
            return not self.tree.is_intact(work.sha256)
        return work.state not in ("failed", "ignored") or (
            work.state == "failed" and self._settings.retries_failed
        )

    def size_bytes(self, sha256: str) -> int:
        return self._first[sha256].size_bytes

    def _mark(self, folder: Path) -> str:
        if folder not in self._marks:
            severities = self._own_severities(folder)
            judged = {} if isinstance(severities, Reason) else severities
            self._marks[folder] = mark_of(self._settings.job, judged)
        return self._marks[folder]

    def _own_severities(self, folder: Path) -> Mapping[str, OwnSeverity] | Reason:
        """What phaen.toml beside the plan says, or why it cannot be followed."""
        if folder not in self._severities:
            try:
                self._severities[folder] = read_severities(folder / "plan", self._settings.settings_file)
            except PhaenFailure as failure:
                if self._settings.settings_file:
                    raise
                self._severities[folder] = _reason(failure)
        return self._severities[folder]

    def order(self, sha256: str) -> Order | Answer:
        """What a worker is asked for; an answer at once where that cannot be said."""
        file = self._first[sha256]
        severities = self._own_severities(file.path.parent)
        if isinstance(severities, Reason):
            return Answer(sha256=sha256, outcome="failed", reason=severities)
        try:
            data = read_input(file.path) if self._settings.ships else None
        except InputFailure as failure:
            return Answer(sha256=sha256, outcome="failed", reason=_reason(failure))
        name = file.shown.rpartition("/")[2]
        return Order(sha256, name, file.path, self._settings.job, data, severities)

    def start(self, sha256: str) -> None:
        self.ledger.start(sha256, self._mark(self._first[sha256].path.parent), phaen_version())

    def settle(self, answer: Answer) -> bool:
        """Keep what an answer says; whether the file gave a plan that lies in the tree now."""
        if answer.outcome != "done":
            self.ledger.refused(answer)
            return False
        try:
            self.tree.store(answer)
        except OutputFailure as failure:
            if getattr(failure.__cause__, "errno", None) in _FULL_OR_BROKEN:
                raise
            self.ledger.refused(Answer(sha256=answer.sha256, outcome="failed", reason=_reason(failure)))
            return False
        self.done += 1
        return True

    def shown(self, sha256: str) -> str:
        return self._first[sha256].shown


def _work_off(batch: _Batch, todo: list[Work], pool: Pool, watch: Watch) -> None:
    """Hand out all work and settle each answer; what was lost with its process is tried once more in a fresh one."""
    try:
        _hand_out(batch, todo, pool, watch)
    finally:
        pool.abandon()


def _hand_out(batch: _Batch, todo: list[Work], pool: Pool, watch: Watch) -> None:
    waiting = deque(work.sha256 for work in todo)
    weights = {work.sha256: _weight(batch.size_bytes(work.sha256)) for work in todo}
    whole, behind, failed, finished = sum(weights.values()), 0.0, 0, 0
    running: dict[Future[Answer], tuple[Order, int]] = {}
    watch(Standing(len(todo), 0, 0, 0.0))
    while waiting or running:
        ready: list[Answer] = []
        while waiting and len(running) < pool.window:
            sha256 = waiting.popleft()
            batch.start(sha256)
            order = batch.order(sha256)
            if isinstance(order, Answer):
                ready.append(order)
            else:
                running[pool.submit(order)] = (order, 1)
        for future in wait(running, return_when=FIRST_COMPLETED).done if running else ():
            order, tries = running.pop(future)
            answer = _answer(future, order)
            if answer.reason and answer.reason.may_pass and tries < _TRIES:
                running[pool.retry(order)] = (order, tries + 1)
            else:
                ready.append(answer)
        for answer in ready:
            is_done = batch.settle(answer)
            finished, behind = finished + 1, behind + weights[answer.sha256]
            failed += not is_done and answer.outcome != "ignored"
            watch(Standing(len(todo), finished, failed, behind / whole, batch.shown(answer.sha256)))


_WEIGHT_OF_ANY_FILE_BYTES = 40_000
"""What a file costs before its size counts, as so many bytes more."""


def _weight(size_bytes: int) -> float:
    return float(size_bytes + _WEIGHT_OF_ANY_FILE_BYTES)


def _answer(future: "Future[Answer]", order: Order) -> Answer:
    """The answer, or why there is none: its process is gone."""
    try:
        return future.result()
    except Exception as error:
        return Answer(sha256=order.sha256, outcome="failed", reason=_loss(order, error))


def _loss(order: Order, error: Exception) -> Reason:
    match error:
        case TookTooLong():
            return Reason(code="BAT002", facts={"name": order.name, "seconds": error.seconds}, may_pass=True)
        case TookTooMuchMemory():
            return Reason(
                code="BAT003", facts={"name": order.name, "megabytes": error.megabytes}, may_pass=True
            )
        case ProcessDied():
            return Reason(code="BAT001", facts={"name": order.name, "status": error.status}, may_pass=True)
    kind = type(error).__name__
    return Reason(code="BAT004", facts={"name": order.name, "kind": kind}, may_pass=True, trace=str(error))
