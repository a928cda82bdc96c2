"""click commands that speak the user's language, help texts and headings included."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any, TypeVar

import click

from pipeline.cli.words import parameter_words, words
from pipeline.settings import LANGUAGES, Language

_HELP_WIDTH = 100
_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


def language_of(context: click.Context) -> Language:
    """The language of a run; Thai for a context that was made without settings, as by shell completion."""
    language: Language = getattr(context.find_root().obj, "language", "th")
    return language


class SpokenFormatter(click.HelpFormatter):
    """Writes click's own headings ("Usage", "Options", "Commands") in the language."""

    def __init__(self, language: Language, width: int | None) -> None:
        super().__init__(width=width, max_width=_HELP_WIDTH)
        self._language = language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{words(self._language, 'help.Usage')}: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(words(self._language, f"help.{name}")):
            yield


class SpokenContext(click.Context):
    """A context whose help is written by SpokenFormatter."""

    def make_formatter(self) -> click.HelpFormatter:
        return SpokenFormatter(language_of(self), self.terminal_width)


class SpokenCommand(click.Command):
    """A command whose help, examples and options are words of words.toml, found by its name."""

    context_class = SpokenContext
    words_key: str | None = None

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words(language_of(ctx), f"{self._key()}.text"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [option for option in self.get_params(ctx) if isinstance(option, click.Option)]
        rows = [_help_row(option, ctx, self._key()) for option in options]
        with formatter.section("Options"):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Examples"):
            formatter.write_text(words(language_of(ctx), f"{self._key()}.example"))

    def _key(self) -> str:
        return self.words_key or f"commands.{self.name}"


def shared_options(function: _Decorated) -> _Decorated:
    """Give a command --lang and --debug, which are read before the command line is (pipeline.settings)."""
    lang = click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False)
    debug = click.option("--debug", is_flag=True, expose_value=False)
    return lang(debug(function))


def _help_row(option: click.Option, context: click.Context, key: str) -> tuple[str, str]:
    language = language_of(context)
    name = max(option.opts, key=len).lstrip("-").replace("-", "_")
    spoken = copy(option)
    spoken.help = parameter_words(language, key, name)
    if isinstance(option.default, str):
        spoken.help += words(language, "help.default", value=option.default)
    spoken.required = False  # click would say so in English; the usage words say it
    return spoken.get_help_record(context) or ("", "")
