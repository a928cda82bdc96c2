"""Where an archive is: a file, or the URL of a PostgreSQL database."""

import ssl
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from pipeline.archive.extras import need
from schemas.failures import UsageFailure

_POSTGRES: Final = frozenset({"postgres", "postgresql", "postgresql+pg8000"})
_DRIVER: Final = "postgresql+pg8000"
_PORT: Final = 5432
_UNVERIFIED: Final = frozenset({"require", "prefer"})
_VERIFIED: Final = frozenset({"verify-ca", "verify-full"})


def url_of(address: str) -> URL:
    """The database that `address` names: a file's path, or postgresql://user@host/database.

    A socket's folder may stand as ?host=/run/postgresql, as libpq has it. UsageFailure ARC002 for what is neither;
    MissingProgram ARC001 where the driver of PostgreSQL is not installed.
    """
    if "://" not in address:
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise UsageFailure("ARC002", address=address.partition("://")[0]) from error
    if url.drivername == "sqlite" and url.database:
        return URL.create("sqlite", database=url.database)
    if url.drivername not in _POSTGRES:
        raise UsageFailure("ARC002", address=url.render_as_string(hide_password=True))
    need("pg8000", "postgres")
    return _with_socket(url.set(drivername=_DRIVER))


def _with_socket(url: URL) -> URL:
    folder = url.query.get("host")
    if not isinstance(folder, str) or not folder.startswith("/"):
        return url
    socket = f"{folder}/.s.PGSQL.{url.port or _PORT}"
    return url.set(port=None).difference_update_query(["host"]).update_query_dict({"unix_sock": socket})


def driver_options(url: URL) -> tuple[URL, dict[str, Any]]:
    """The URL without libpq's `sslmode`, and what that means to the driver."""
    mode = url.query.get("sslmode")
    plain = url.difference_update_query(["sslmode"])
    if mode in _VERIFIED:
        return plain, {"ssl_context": ssl.create_default_context()}
    if mode in _UNVERIFIED:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return plain, {"ssl_context": context}
    return plain, {}


def shown(url: URL) -> str:
    """The address as people may see it: without the password."""
    if url.drivername == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """The file of an SQLite archive; None for PostgreSQL."""
    return Path(url.database) if url.drivername == "sqlite" and url.database else None
