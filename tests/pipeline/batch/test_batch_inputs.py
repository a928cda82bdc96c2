"""Folders of a batch, the files that are taken from them, and how they are read."""

import errno
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pipeline.batch.ledger import LOCK_NAME, NAME
from pipeline.batch.orders import Answer, Order
from pipeline.batch.working import work
from schemas.failures import InputFailure, OutputFailure, UsageFailure


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

    assert batch.run(batch.pool_of(watching, work), ships=True).done == 1
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
