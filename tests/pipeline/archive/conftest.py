"""What tests of the archive share: both databases behind one fixture."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.archive import postgres_server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Path]:
    """The folder of a running server's socket."""
    if reason := postgres_server.missing():
        pytest.skip(reason)
    with postgres_server.running() as folder:
        yield folder


@pytest.fixture
def postgres_address(postgres: Path) -> str:
    """The URL of an empty PostgreSQL database."""
    return postgres_server.empty_database(postgres)


@pytest.fixture
def sqlite_address(tmp_path: Path) -> str:
    """The name of a file that does not exist yet."""
    return str(tmp_path / "คลัง แผน.sqlite")


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an archive that does not exist yet, in each database."""
    address: str = request.getfixturevalue(f"{request.param}_address")
    return address
