"""The schema: its steps lead to what the code expects, and an archive of an earlier edition keeps all it has."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from pipeline.archive import schema
from pipeline.archive.adding import add
from pipeline.archive.address import url_of
from pipeline.archive.listing import Which, entries
from pipeline.archive.migrations import versions
from pipeline.archive.search import Question, search
from pipeline.archive.store import Archive, open_archive
from pipeline.archive.tables import metadata
from tests.pipeline.archive.archive_plans import project, reading

FIRST_EDITION = (
    "INSERT INTO organization (mark, type, name) VALUES ('m', 'เทศบาลตำบล', 'ดงหลวง')",
    "INSERT INTO plan (organization_id, content_mark, kind, fiscal_year, fiscal_year_end, project_count, "
    "total_satang, added_at) VALUES (1, 'c', 'operation_plan', 2566, 2566, 2, 0, '2024-01-01T00:00:00Z')",
    "INSERT INTO project (plan_id, position, form, name, location) "
    "VALUES (1, 1, 'ผด.02', 'ซ่อมฝาย แม่ขะจาว', 'หมู่ที่ 3')",
    "INSERT INTO project (plan_id, position, form, name) VALUES (1, 2, 'ผด.02', 'ลอกท่อ')",
)


def make_first_edition(address: str) -> None:
    archive = Archive(url_of(address))
    try:
        with archive.writing() as connection:
            schema.bring_forward(connection, "0001")
            for statement in FIRST_EDITION:
                connection.execute(text(statement))
    finally:
        archive.close()


def test_the_steps_lead_to_the_tables_of_the_code(address: str) -> None:
    def ours(_object: object, name: str | None, kind: str, *_rest: object) -> bool:
        return kind != "table" or not (name or "").startswith("project_words")

    with open_archive(address, create=True) as archive, archive.reading() as connection:
        options = {"version_table": schema.VERSION_TABLE, "include_object": ours}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_each_edition_has_its_step() -> None:
    from importlib import resources

    steps = [path.name for path in resources.files(versions).iterdir() if path.name.startswith("v")]
    assert sorted(name[1:5] for name in steps) == list(schema.VERSIONS)


def test_an_earlier_archive_is_brought_forward_with_all_it_has(address: str) -> None:
    make_first_edition(address)
    with open_archive(address) as archive:
        assert [entry.organization.name for entry in entries(archive, Which())] == ["ดงหลวง"]
        assert [hit.name for hit in search(archive, Question(words="ขะจ")).hits] == ["ซ่อมฝาย แม่ขะจาว"]
        assert add(archive, reading(project("ปรับปรุงถนน"))).outcome == "new"
        with archive.reading() as connection:
            assert schema.version_of(connection) == schema.VERSIONS[-1]


def test_a_step_that_fails_leaves_the_earlier_edition(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make_first_edition(address)
    bring_forward = schema.bring_forward

    def fail_at_the_end(connection: Connection) -> None:
        bring_forward(connection)
        raise RuntimeError

    monkeypatch.setattr(schema, "bring_forward", fail_at_the_end)
    with pytest.raises(RuntimeError), open_archive(address):
        pass
    monkeypatch.undo()
    archive = Archive(url_of(address))
    with archive.reading() as connection:
        assert schema.version_of(connection) == "0001"
        assert connection.execute(text("SELECT count(*) FROM project")).scalar() == 2
    archive.close()
