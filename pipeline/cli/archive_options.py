"""What the commands of the archive share: which archive, which plans, and how a result is given."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.cli.talk import data
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.archive.listing import Which
    from pipeline.archive.store import Archive
    from schemas.model import Frozen

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])

ADDRESS_VARIABLE = "PHAEN_ARCHIVE"
USUAL_ADDRESS = "phaen-archive.sqlite"
KINDS = {"operation": "operation_plan", "development": "development_plan"}

archive_option = click.option("--archive", "address", metavar="FILE|URL")
format_option = click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", metavar="FORM"
)
all_option = click.option("--all", "replaced", is_flag=True)


def which_options(function: _Decorated) -> _Decorated:
    """The options that narrow plans, for `which_of`."""
    options = (
        click.option("--lao", metavar="NAME"),
        click.option("--district", metavar="NAME"),
        click.option("--province", metavar="NAME"),
        click.option("--year", metavar="YEAR", type=click.IntRange(2400, 2700)),
        click.option("--kind", type=click.Choice(tuple(KINDS)), metavar="KIND"),
    )
    for option in reversed(options):
        function = option(function)
    return function


def which_of(options: dict[str, Any]) -> "Which":
    """The plans that the options of `which_options` mean."""
    from pipeline.archive.listing import Which

    fields = {key: options[key] for key in ("lao", "district", "province", "year")}
    kind = KINDS.get(options["kind"] or "")
    return Which(**fields, kind=kind, replaced=options.get("replaced", False))


@contextmanager
def opened(settings: Settings, address: str | None, *, create: bool = False) -> Iterator["Archive"]:
    """The archive that was named, else that of PHAEN_ARCHIVE, else the usual file; fails as `open_archive` does.

    MissingProgram ARC001 where the extra is not installed.
    """
    from pipeline.archive.extras import need

    need("sqlalchemy", "archive")
    need("alembic", "archive")
    from pipeline.archive.store import open_archive

    named = address or settings.environment.get(ADDRESS_VARIABLE) or USUAL_ADDRESS
    with open_archive(named, create=create) as archive:
        yield archive


def give_json(found: "Frozen | list[Frozen]") -> None:
    """The models as JSON on standard output; money as strings with two decimals."""
    models = found if isinstance(found, list) else [found]
    content = [model.model_dump(mode="json") for model in models]
    data(json.dumps(content if isinstance(found, list) else content[0], ensure_ascii=False, indent=2))
