"""phaen schema: the JSON Schema of the plan file."""

import click

from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data


@click.command("schema", cls=SpokenCommand)
@shared_options
def command() -> None:
    """The schema is made from the Plan itself, so that it cannot differ from what is read."""
    from outputs.plan_json import schema

    data(schema())
