"""A PostgreSQL of the tests' own: made in a temporary folder, reached by a socket only, gone at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DEBIAN = "/usr/lib/postgresql"
SERVICE_USER = "postgres"
_UNSAFE_BUT_QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_START_LIMIT_S = 60


def missing() -> str | None:
    """Why no server can be started; None where one can."""
    if _programs() is None:
        return "PostgreSQL is not installed (apt-get install postgresql)"
    if os.geteuid() == 0 and _user() is None:
        return f"PostgreSQL does not run as root, and there is no user {SERVICE_USER}"
    return None


@contextmanager
def running() -> Iterator[Path]:
    """A running server; the folder of its socket. Its superuser is called phaen and needs no password."""
    # Its path must be short: a socket's name has at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="phaen-pg-", dir="/tmp"))
    data = folder / "data"
    try:
        _give_to_user(folder)
        _run("initdb", "-D", data, "-U", "phaen", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        _run(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-t",
            _START_LIMIT_S,
            "-l",
            folder / "log",
            "-o",
            _options(folder),
            "start",
        )
        try:
            yield folder
        finally:
            _run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def empty_database(socket_folder: Path) -> str:
    """The URL of a database that has nothing in it; always the same one, as making one takes long."""
    import pg8000.native

    connection = pg8000.native.Connection(
        "phaen", unix_sock=f"{socket_folder}/.s.PGSQL.5432", database="postgres"
    )
    try:
        connection.run("DROP SCHEMA public CASCADE")
        connection.run("CREATE SCHEMA public")
    finally:
        connection.close()
    return f"postgresql://phaen@/postgres?host={socket_folder}"


def _options(folder: Path) -> str:
    settings = {"listen_addresses": "''", "unix_socket_directories": folder, "max_connections": 40}
    return " ".join(f"-c {key}={value}" for key, value in {**settings, **_UNSAFE_BUT_QUICK}.items())


def _programs() -> Path | None:
    versions = sorted(Path(DEBIAN).glob("*/bin/initdb"), key=lambda path: path.parts[-3])
    found = versions[-1] if versions else shutil.which("initdb")
    return Path(found).parent if found else None


def _user() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(SERVICE_USER)
    except KeyError:
        return None


def _give_to_user(folder: Path) -> None:
    user = _user()
    if os.geteuid() == 0 and user:
        os.chown(folder, user.pw_uid, user.pw_gid)
        folder.chmod(0o755)


def _run(program: str, *words: object) -> None:
    folder = _programs()
    assert folder is not None
    as_user: dict[str, Any] = {}
    if os.geteuid() == 0:
        as_user = {"user": SERVICE_USER, "group": SERVICE_USER, "extra_groups": []}
    subprocess.run(
        [folder / program, *map(str, words)],
        check=True, timeout=_START_LIMIT_S * 2, cwd="/", stdout=subprocess.DEVNULL, **as_user,
    )  # fmt: skip
