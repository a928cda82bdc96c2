"""Runs of a batch: what is done, and what is left alone."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.orders import Answer, Job, Order
from pipeline.batch.working import work
from pipeline.executors.limits import ProcessDied, TookTooLong, TookTooMuchMemory

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

    assert [reason.code for _, reason in batch.run(batch.pool_of(changing, work)).failures] == ["BAT012"]
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
    run = batch.run(batch.pool_of(failing(error), work))
    assert (run.done, batch.pool.retried) == (1, ["ก.json"])
    batch.put("ก.json", projects=2)
    run = batch.run(batch.pool_of(failing(error), failing(error)))
    assert [reason.code for _, reason in run.failures] == [code]
    assert batch.pool.retried == ["ก.json"]


def test_a_defect_in_one_file_is_told_with_its_trace(batch: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.put("ก.json")
    monkeypatch.setattr("pipeline.batch.working.extract_file", failing_reader)
    run = batch.run()
    ((path, reason),) = run.failures
    assert (path, reason.code, reason.facts["kind"]) == ("ก.json", "BAT004", "ZeroDivisionError")
    assert "failing_reader" in reason.trace


def failing_reader(*_given: object) -> None:
    raise ZeroDivisionError
