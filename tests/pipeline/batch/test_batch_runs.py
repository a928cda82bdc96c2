"""Runs of a batch: what is done, what is left alone, and that nothing is lost."""

import errno
import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pipeline.batch import storing
from pipeline.batch.ledger import LOCK_NAME, NAME, opened_ledger
from pipeline.batch.orders import Answer, Job, Order
from pipeline.batch.working import work
from pipeline.executors.limits import ProcessDied, TookTooLong, TookTooMuchMemory
from schemas.failures import InputFailure, OutputFailure, UsageFailure

SAMPLES = Path(__file__).parents[3] / "samples"
FOLDER = "สมมุตินคร/เมืองงาม/เทศบาลตำบลธารทิพย์/2566"


def failing(error: Exception) -> Any:
    def fail(_order: Order) -> Answer:
        raise error

    return fail


def test_plans_of_any_depth_go_into_one_tree(batch: Any) -> None:
    batch.put("อำเภอหนึ่ง/ก/plan.json")
    batch.put("plan.json", name="ลำธาร")
    run = batch.run()
    assert set(batch.tree()) == {
        f"{FOLDER}/แผนการดำเนินงาน 2566.json",
        "สมมุตินคร/เมืองงาม/เทศบาลตำบลลำธาร/2566/แผนการดำเนินงาน 2566.json",
    }
    assert (run.files, run.contents, run.done, run.failures) == (2, 2, 2, ())


def test_copies_are_done_once(batch: Any) -> None:
    for path in ("ก/plan.json", "ข/plan.json", "สำเนา.json"):
        batch.put(path)
    run = batch.run()
    assert (run.files, run.contents, run.done, len(batch.tree())) == (3, 1, 1, 1)


def test_a_second_run_does_only_what_is_new_changed_or_gone(batch: Any) -> None:
    batch.put("ก.json", name="ก")
    changed, _ = batch.put("ข.json", name="ข"), batch.put("ค.json", name="ค")
    batch.run()
    assert batch.run().as_before == 3
    assert batch.pool.asked == []
    batch.put("ใหม่.json", name="ง")
    batch.put(changed.name, name="ข", projects=2)
    next(batch.top.rglob("*ตำบลค/2566/*.json")).unlink()
    batch.run()
    assert sorted(batch.pool.asked) == ["ข.json", "ค.json", "ใหม่.json"]


def test_other_settings_do_all_anew_and_leave_no_file_of_before(batch: Any) -> None:
    batch.put("ก.json")
    batch.run(job=Job(suffixes=(".json", ".csv")))
    assert len(list(batch.top.rglob("*.csv"))) == 1
    batch.run()
    assert (batch.pool.asked, list(batch.top.rglob("*.csv"))) == (["ก.json"], [])


def test_the_changed_content_of_a_file_takes_the_place_of_the_former(batch: Any) -> None:
    batch.put("ก.json")
    batch.run()
    batch.put("ก.json", projects=2)
    batch.run()
    assert list(batch.tree()) == [f"{FOLDER}/แผนการดำเนินงาน 2566.json"]


def test_of_equal_titles_the_first_file_has_the_plain_name_in_whatever_order_they_end(batch: Any) -> None:
    # The largest is worked on first.
    batch.put("ก.json", projects=1)
    batch.put("ข.json", projects=9)
    batch.put("ค.json", projects=5)
    batch.run()
    assert batch.pool.asked == ["ข.json", "ค.json", "ก.json"]
    names = sorted(batch.tree(), key=len)
    assert names[0] == f"{FOLDER}/แผนการดำเนินงาน 2566.json"
    assert batch.tree()[names[0]].count(b'"budget": ') == 1
    assert all(name.endswith(").json") for name in names[1:])
    assert batch.run().done == 0


def test_a_file_that_fails_does_not_stop_the_others_and_is_listed(batch: Any) -> None:
    batch.put("ก.json")
    (batch.folder / "เสีย.docx").write_bytes(b"PK\x03\x04")
    (batch.folder / "ว่าง.pdf").write_bytes(b"")
    (batch.folder / "รูป.jpg").write_bytes(b"\xff\xd8\xff")
    (batch.folder / "~$ก.docx").write_bytes(b"lock")
    run = batch.run()
    assert [(path, reason.code) for path, reason in run.failures] == [
        ("ว่าง.pdf", "DOC002"),
        ("เสีย.docx", "DOC004"),
    ]
    assert (run.done, run.ignored, run.files) == (1, 1, 4)
    assert batch.standings[-1].share == 1.0
    assert batch.standings[-1].failed == 2


def test_failed_files_are_tried_again_when_asked(batch: Any) -> None:
    (batch.folder / "ว่าง.pdf").write_bytes(b"")
    batch.run()
    again = batch.run()
    assert (batch.pool.asked, len(again.failures)) == ([], 1)
    batch.run(retries_failed=True)
    assert batch.pool.asked == ["ว่าง.pdf"]


def test_a_file_that_failed_and_is_gone_is_listed_no_more(batch: Any) -> None:
    (batch.folder / "ว่าง.pdf").write_bytes(b"")
    kept = batch.put("ก.json")
    assert len(batch.run().failures) == 1
    (batch.folder / "ว่าง.pdf").unlink()
    kept.unlink()
    assert batch.run().failures == ()
    assert len(batch.tree()) == 1


def test_a_file_that_changes_before_its_turn_is_not_taken_for_what_it_was(batch: Any) -> None:
    file = batch.folder / "แผน.docx"
    shutil.copy(SAMPLES / "operation-arrows.docx", file)

    def changing(order: Order) -> Answer:
        shutil.copy(SAMPLES / "development-three-year.docx", file)
        return work(order)

    assert [reason.code for _, reason in batch.run(pool_here(batch, changing, work)).failures] == ["BAT012"]
    assert batch.run().done == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ProcessDied(-9), "BAT001"),
        (TookTooLong(600), "BAT002"),
        (TookTooMuchMemory(2048), "BAT003"),
        (RuntimeError("lost"), "BAT004"),
    ],
)
def test_what_is_lost_with_its_process_is_tried_once_more(batch: Any, error: Exception, code: str) -> None:
    batch.put("ก.json")
    run = batch.run(pool_here(batch, failing(error), work))
    assert (run.done, batch.pool.retried) == (1, ["ก.json"])
    batch.put("ก.json", projects=2)
    run = batch.run(pool_here(batch, failing(error), failing(error)))
    assert [reason.code for _, reason in run.failures] == [code]
    assert batch.pool.retried == ["ก.json"]


def pool_here(batch: Any, first: Any, again: Any) -> Any:
    return type(batch.pool)(first, again)


def test_a_defect_in_one_file_is_told_with_its_trace(batch: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.put("ก.json")
    monkeypatch.setattr("pipeline.batch.working.extract_file", failing_reader)
    run = batch.run()
    ((path, reason),) = run.failures
    assert (path, reason.code, reason.facts["kind"]) == ("ก.json", "BAT004", "ZeroDivisionError")
    assert "failing_reader" in reason.trace


def failing_reader(*_given: object) -> None:
    raise ZeroDivisionError


# ---- interruptions ----


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


# ---- folders ----


def test_a_folder_that_is_none_or_lies_in_the_output_is_refused(batch: Any) -> None:
    batch.folder.rmdir()
    with pytest.raises(InputFailure) as failure:
        batch.run()
    assert failure.value.code == "BAT005"
    batch.folder = batch.top / "in"
    batch.folder.mkdir(parents=True)
    with pytest.raises(UsageFailure) as refusal:
        batch.run()
    assert refusal.value.code == "BAT006"


def test_an_output_folder_that_cannot_be_made_is_told(batch: Any) -> None:
    (batch.folder.parent / "file").touch()
    batch.top = batch.folder.parent / "file" / "out"
    with pytest.raises(OutputFailure) as failure:
        batch.run()
    assert failure.value.code == "OUT001"


def test_the_tree_within_the_input_is_no_input(batch: Any) -> None:
    batch.top = batch.folder / "ผลลัพธ์"
    batch.put("ก.json")
    assert [batch.run().files for _ in range(2)] == [1, 1]


def test_links_are_followed_within_the_input_only(batch: Any, tmp_path: Path) -> None:
    inside = batch.put("ก.json")
    (tmp_path / "secret.json").write_bytes(inside.read_bytes() + b" ")
    (batch.folder / "ใน.json").symlink_to(inside)
    (batch.folder / "นอก.json").symlink_to(tmp_path / "secret.json")
    (batch.folder / "วน").symlink_to(batch.folder)
    os.mkfifo(batch.folder / "ท่อ.json")
    run = batch.run()
    assert (run.files, run.contents) == (2, 1)


def test_one_run_at_a_time_writes_to_a_tree(batch: Any) -> None:
    batch.put("ก.json")
    batch.run()
    lock = sqlite3.connect(batch.top / LOCK_NAME, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OutputFailure) as failure:
        batch.run()
    assert failure.value.code == "BAT007"
    lock.close()
    assert batch.run().as_before == 1


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be taken for one" * 20, None])
def test_a_ledger_of_another_kind_is_refused_and_left_alone(batch: Any, content: bytes | None) -> None:
    batch.put("ก.json")
    batch.top.mkdir()
    ledger = batch.top / NAME
    if content:
        ledger.write_bytes(content)
    else:
        with sqlite3.connect(ledger) as other:
            other.execute("CREATE TABLE other (id)")
    with pytest.raises(OutputFailure) as failure:
        batch.run()
    assert failure.value.code == "BAT008"
    assert content is None or ledger.read_bytes() == content


# ---- how files are read ----


def test_a_wrong_ending_is_no_obstacle_and_the_name_stays(batch: Any) -> None:
    batch.put("ก.json").rename(batch.folder / "ก.docx")
    run = batch.run()
    assert run.failures == ()
    (content,) = batch.tree().values()
    assert '"name": "ก.docx"' in content.decode()


def test_names_of_an_old_windows_are_read_as_thai(batch: Any) -> None:
    batch.put("x.json").rename(batch.folder / os.fsdecode("แผน.json".encode("cp874")))
    (batch.folder / os.fsdecode("เสีย.pdf".encode("cp874"))).write_bytes(b"")
    run = batch.run()
    assert run.done == 1
    assert [path for path, _ in run.failures] == ["เสีย.pdf"]


def test_bytes_are_sent_when_asked(batch: Any) -> None:
    batch.put("ก.json")
    sent: list[int] = []

    def watching(order: Order) -> Answer:
        sent.append(len(order.data or b""))
        return work(Order(order.sha256, order.name, Path("/nowhere/plan"), order.job, order.data))

    assert batch.run(pool_here(batch, watching, work), ships=True).done == 1
    assert sent[0] > 0


def test_own_severities_beside_a_plan_hold_for_its_folder(batch: Any) -> None:
    batch.put("ก/plan.json", name="ก")
    batch.put("ข/plan.json", name="ข")
    (batch.folder / "ก/phaen.toml").write_text("[severity]\nPLN001 = 'ignore'\n")
    (batch.folder / "ข/phaen.toml").write_text("[colour]\n")
    run = batch.run()
    assert [(path, reason.code) for path, reason in run.failures] == [("ข/plan.json", "SET005")]
    assert run.done == 1


def test_a_file_that_is_closed_to_us_is_listed(batch: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.put("ก.json")

    def closed(path: Path) -> str:
        raise PermissionError(errno.EACCES, "closed", str(path))

    monkeypatch.setattr("pipeline.batch.inputs.hash_of", closed)
    ((path, reason),) = batch.run().failures
    assert (path, reason.code) == ("ก.json", "DOC012")
    assert isinstance(reason, BaseModel)
