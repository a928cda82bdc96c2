"""Runs of a batch that end early, and places that cannot be written: nothing is lost."""

import errno
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch import storing
from pipeline.batch.ledger import opened_ledger
from schemas.failures import OutputFailure


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("after", range(1, 12))
def test_a_run_that_ends_at_any_write_goes_on_to_the_same_tree(
    batch: Any, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    for number, projects in enumerate((1, 9, 5, 3), start=1):
        batch.put(f"{number}.json", projects=projects)
    batch.run()
    whole = batch.tree()
    for path in (*batch.top.glob("phaen*"), *batch.top.rglob("*.json")):
        path.unlink()
    with monkeypatch.context() as context:
        context.setattr(storing, "write_output", dying_after(after, storing.write_output))
        with suppress(Killed):
            batch.run()
    run = batch.run()
    assert run.done + run.as_before == 4
    assert batch.tree() == whole


def dying_after(writes: int, write: Any) -> Any:
    """A write that ends the process before or after the file is there, in turns."""
    left = [writes]

    def dying(target: Path, data: bytes) -> None:
        left[0] -= 1
        if left[0] == 0 and writes % 2:
            raise Killed
        write(target, data)
        if left[0] == 0:
            raise Killed

    return dying


def test_a_full_disk_ends_the_run_and_loses_nothing(batch: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.put("ก.json", name="ก")
    batch.put("ข.json", name="ข", projects=2)
    with monkeypatch.context() as context:
        context.setattr(storing, "write_output", full_after_one(storing.write_output))
        with pytest.raises(OutputFailure) as failure:
            batch.run()
    assert failure.value.code == "OUT001"
    assert len(batch.tree()) == 1
    run = batch.run()
    assert (run.done, run.as_before, run.failures) == (1, 1, ())


def full_after_one(write: Any) -> Any:
    written: list[Path] = []

    def full(target: Path, data: bytes) -> None:
        if written:
            cause = OSError(errno.ENOSPC, "full")
            raise OutputFailure("OUT001", name=str(target), reason_th="เต็ม", reason_en="full") from cause
        written.append(target)
        write(target, data)

    return full


def test_a_file_that_cannot_be_written_fails_alone(batch: Any) -> None:
    batch.put("ก.json", name="ก")
    batch.put("ข.json", name="ข")
    outside = batch.folder.parent / "outside"
    outside.mkdir()
    (batch.top / "สมมุตินคร/เมืองงาม").mkdir(parents=True)
    (batch.top / "สมมุตินคร/เมืองงาม/เทศบาลตำบลก").symlink_to(outside)
    run = batch.run()
    assert [reason.code for _, reason in run.failures] == ["BAT011"]
    assert run.done == 1
    assert list(outside.rglob("*")) == []


def test_what_a_person_changed_in_the_tree_is_kept(batch: Any) -> None:
    batch.put("ก.json")
    batch.run()
    (path,) = batch.tree()
    (batch.top / path).write_text("แก้เอง")
    batch.run()
    kept = [name for name in batch.tree() if "แก้ไข" in name]
    assert (batch.top / kept[0]).read_text() == "แก้เอง"
    assert (batch.top / path).read_text() != "แก้เอง"


def test_a_broken_ledger_write_is_no_defect(batch: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.put("ก.json")

    def broken(*_given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("pipeline.batch.ledger.Ledger.intend", broken)
    with pytest.raises(OutputFailure) as failure:
        batch.run()
    assert failure.value.code == "OUT001"


def test_temporary_files_of_a_killed_run_are_removed_by_the_next(batch: Any, tmp_path: Path) -> None:
    batch.put("ก.json")
    left = tmp_path / "phaen-batch-left"
    left.mkdir()
    batch.top.mkdir()
    with opened_ledger(batch.top) as ledger:
        ledger.begin("elsewhere", "0", str(left), [])
    begun = batch.top / ".แผนการดำเนินงาน 2566.json.0123456789ab.tmp"
    begun.touch()
    batch.run()
    assert not left.exists()
    assert not begun.exists()
