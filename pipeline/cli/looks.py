"""The options that say how a fresh plan looks."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.paths import FILE
from pipeline.cli.talk import talk
from pipeline.settings import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.look import Look
    from schemas.findings import Finding

NUMERALS = ("thai", "thai-text", "arabic")
NARRATIVES = ("auto", "template", "keep")
_ARGUMENTS = (
    "profile", "template", "logo", "signatory", "position", "announced", "font", "numerals", "narrative", "appendix",
)  # fmt: skip


profile_option = click.option("--profile", metavar="FILE", type=FILE)
"""Gives a command the path of an office's profile, or None."""


def look_of_office(language: Language, **asked: Any) -> "Look":
    """The look that a profile and options make (fields of pipeline.look.AskedLook); tells what was left out of it."""
    from pipeline.look import AskedLook, look_of

    look = look_of(AskedLook(**asked))
    tell(look.findings, language)
    return look


def looks_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a book's look, all together as the one argument `asked` (pipeline.look.AskedLook)."""

    @wraps(command)
    def with_look(*given: Any, **named: Any) -> Any:
        from pipeline.look import AskedLook

        return command(*given, asked=AskedLook(**{key: named.pop(key) for key in _ARGUMENTS}), **named)

    decorated: Callable[..., Any] = with_look
    for option in (
        click.option("--appendix", is_flag=True),
        click.option("--narrative", type=click.Choice(NARRATIVES), metavar="TEXTS"),
        click.option("--numerals", type=click.Choice(NUMERALS), metavar="DIGITS"),
        click.option("--font", metavar="NAME"),
        click.option("--date", "announced", metavar="DATE"),
        click.option("--position", metavar="TITLE"),
        click.option("--signatory", metavar="NAME"),
        click.option("--logo", metavar="FILE", type=FILE),
        click.option("--template", metavar="OFFICE.docx", type=FILE),
        profile_option,
    ):
        decorated = option(decorated)
    return decorated


def tell(findings: "Iterable[Finding]", language: Language) -> None:
    """Say what a person should know of how the look was made."""
    for finding in findings:
        talk(f"{finding.code}: {finding.message(language)}")
