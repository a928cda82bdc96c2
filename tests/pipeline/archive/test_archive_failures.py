"""How an archive refuses: in one sentence, and with what it holds as it was."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from outputs.sqlite import render
from pipeline.archive.adding import add
from pipeline.archive.listing import Which, entries
from pipeline.archive.schema import VERSION_TABLE
from pipeline.archive.store import open_archive
from schemas.failures import InputFailure, MissingProgram, OutputFailure, PhaenFailure, UsageFailure
from tests.pipeline.archive.archive_plans import plan, project, reading

ROAD = project("ปรับปรุงถนน")


def refusal(address: str, *, create: bool = True) -> PhaenFailure:
    with pytest.raises(PhaenFailure) as caught, open_archive(address, create=create):
        pass
    return caught.value


def test_the_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pg8000", None)
    failure = refusal("postgresql://phaen@localhost/plans")
    assert isinstance(failure, MissingProgram)
    assert "pip install 'phaen[postgres]'" in failure.message("en")


@pytest.mark.parametrize("address", ["mysql://a:secret@b/c", "://", "postgresql+psycopg2://x/y"])
def test_other_databases_are_refused_without_their_passwords(address: str) -> None:
    failure = refusal(address)
    assert (type(failure), failure.code) == (UsageFailure, "ARC002")
    assert "secret" not in failure.message("en")


def test_a_plans_own_database_is_no_archive(tmp_path: Path) -> None:
    file = tmp_path / "plan.sqlite"
    file.write_bytes(render(plan(ROAD)))
    before = file.read_bytes()
    assert refusal(str(file)).code == "ARC003"
    assert file.read_bytes() == before


def test_a_text_is_no_archive(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("โครงการ" * 500, "utf-8")
    assert refusal(str(file)).code == "ARC003"


def test_a_later_phaens_archive_is_refused_and_left_alone(address: str) -> None:
    from sqlalchemy import text

    with open_archive(address, create=True) as archive, archive.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))  # noqa: S608
    failure = refusal(address)
    assert (type(failure), failure.code, failure.facts["version"]) == (InputFailure, "ARC004", "9999")


def test_reading_makes_no_archive(address: str) -> None:
    assert refusal(address, create=False).code == "ARC005"
    assert address.startswith("postgres") or not Path(address).exists()


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "nowhere" / "a.sqlite")).code == "ARC006"


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    failure = refusal("postgresql://phaen:secret@127.0.0.1:1/plans")
    assert (type(failure), failure.code) == (InputFailure, "ARC006")
    assert "secret" not in failure.message("th")


def test_a_writer_does_not_wait_for_ever(address: str) -> None:
    with open_archive(address, create=True) as archive:
        add(archive, reading(ROAD))
        with (
            archive.writing(),
            open_archive(address, busy_limit_s=0.2) as other,
            pytest.raises(OutputFailure, match="ARC007"),
        ):
            add(other, reading(ROAD, sha="b"))
        assert len(entries(archive, Which())) == 1


def test_a_full_disk_leaves_the_archive_as_it_was(sqlite_address: str) -> None:
    with open_archive(sqlite_address, create=True) as archive:
        add(archive, reading(ROAD))
        event.listen(archive._engine, "connect", _fill_disk)
        many = [project(f"ก่อสร้างถนนสายที่ {number}", location="บ้านเหนือ " * 40) for number in range(60)]
        with pytest.raises(OutputFailure, match="ARC008"):
            add(archive, reading(*many, sha="b"))
        assert len(entries(archive, Which())) == 1
    with closing(sqlite3.connect(sqlite_address)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("SELECT count(*) FROM project").fetchall() == [(1,)]


def _fill_disk(connection: sqlite3.Connection, _record: Any) -> None:
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")
