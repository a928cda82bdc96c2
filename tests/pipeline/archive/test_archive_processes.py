"""Several processes write to one archive, and some of them are killed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from pipeline.archive.adding import add
from pipeline.archive.listing import Which, entries, whole
from pipeline.archive.reading import Reading
from pipeline.archive.store import Archive, open_archive
from pipeline.archive.tables import plan, project, reading, trace
from tests.pipeline.archive.archive_plans import plan as plan_of
from tests.pipeline.archive.archive_plans import project as project_of
from tests.pipeline.archive.archive_plans import reading as reading_of

ROOT = Path(__file__).parents[3]
LIMIT_S = 120
PROJECTS = 40

WRITER = """
import os, signal, sys
from pipeline.archive import adding, schema
from pipeline.archive.store import open_archive
from tests.pipeline.archive.test_archive_processes import some_plan

address, first, last, die_after = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]

def dying(work):
    def work_and_die(*given):
        work(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    return work_and_die

if die_after:
    module = schema if die_after == "bring_forward" else adding
    setattr(module, die_after, dying(getattr(module, die_after)))
with open_archive(address, create=True) as archive:
    for number in range(first, last):
        print(adding.add(archive, some_plan(number)).outcome, number, flush=True)
"""


def some_plan(number: int) -> Reading:
    """A plan that no other number has."""
    projects = [project_of(f"ก่อสร้างถนนสายที่ {number} ช่วงที่ {part}") for part in range(PROJECTS)]
    return reading_of(*projects, sha=f"{number % 16:x}", year=2500 + number % 100)


def start(address: str, first: int, last: int, die_after: str = "") -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, address, str(first), str(last), die_after]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def finish(writer: subprocess.Popen[str]) -> list[str]:
    written, _ = writer.communicate(timeout=LIMIT_S)
    assert writer.returncode == 0
    return written.splitlines()


def check_whole(archive: Archive) -> None:
    """Nothing is there by halves."""
    with archive.reading() as connection:
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar() for table in (plan, reading)
        ]
        in_plans = connection.execute(select(func.sum(plan.c.project_count))).scalar() or 0
        for table in (project, trace):
            assert connection.execute(select(func.count()).select_from(table)).scalar() == in_plans
        assert connection.execute(text("SELECT count(*) FROM project_words")).scalar() == in_plans
    assert counts[0] == counts[1]
    for entry in entries(archive, Which(replaced=True)):
        assert len(whole(archive, entry.id).plan.projects) == entry.projects == PROJECTS


def test_writers_wait_for_each_other_and_add_nothing_twice(address: str) -> None:
    # Each plan is added by two of them, and none of them finds an archive.
    writers = [start(address, first, first + 8) for first in (0, 4, 8)]
    outcomes = [line.split()[0] for writer in writers for line in finish(writer)]
    assert (outcomes.count("new"), outcomes.count("same")) == (16, 8)
    with open_archive(address) as archive:
        check_whole(archive)
        assert len(entries(archive, Which())) == 16


@pytest.mark.parametrize("stage", ["bring_forward", "_insert_plan", "_replace"])
def test_a_writer_killed_within_an_addition_leaves_nothing_of_it(address: str, stage: str) -> None:
    if stage != "bring_forward":
        with open_archive(address, create=True) as archive:
            add(archive, some_plan(1))
    writer = start(address, 2, 3, stage)
    assert writer.communicate(timeout=LIMIT_S)[0] == ""
    assert writer.returncode == -9
    with open_archive(address, create=True) as archive:
        check_whole(archive)
        assert len(entries(archive, Which())) == (0 if stage == "bring_forward" else 1)
        assert add(archive, some_plan(2)).outcome == "new"


def test_what_a_killed_writer_said_it_added_is_there(address: str) -> None:
    writer = start(address, 0, 1000)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(0.4)
    writer.kill()
    said = 1 + len(writer.communicate(timeout=LIMIT_S)[0].splitlines())
    with open_archive(address) as archive:
        check_whole(archive)
        assert said <= len(entries(archive, Which())) <= said + 1
        assert add(archive, some_plan(0)).outcome == "same"


def test_a_reader_is_not_kept_waiting_by_a_writer(address: str) -> None:
    with open_archive(address, create=True) as archive, open_archive(address, busy_limit_s=0.2) as other:
        add(archive, some_plan(1))
        with archive.writing() as connection:
            connection.execute(plan.update().values(edition="ระหว่างเขียน"))
            assert [entry.edition for entry in entries(other, Which())] == [None]


def test_a_draft_of_many_projects_is_added_as_one(sqlite_address: str) -> None:
    projects = [project_of(f"โครงการที่ {number}") for number in range(2500)]
    with open_archive(sqlite_address, create=True) as archive:
        number = add(archive, reading_of(*projects)).plan_id
        assert whole(archive, number).plan == plan_of(*projects)
