"""The options that say how a fresh plan looks."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

NUMERALS = ("thai", "thai-text", "arabic")
NARRATIVES = ("auto", "template", "keep")
_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


def looks_options(command: _Decorated) -> _Decorated:
    """The options --font, --numerals, --narrative and --appendix, as arguments of these names."""
    for option in (
        click.option("--appendix", is_flag=True),
        click.option("--narrative", type=click.Choice(NARRATIVES), metavar="TEXTS", default="auto"),
        click.option("--numerals", type=click.Choice(NUMERALS), metavar="DIGITS", default="thai"),
        click.option("--font", metavar="NAME"),
    ):
        command = option(command)
    return command
