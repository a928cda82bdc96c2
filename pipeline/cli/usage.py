"""click's refusals of a command line, in the user's language."""

import click

from pipeline.cli.words import words
from pipeline.settings import Language


def usage_sentence(error: click.UsageError, language: Language) -> str:
    """What does not fit, and how to see the help; the help itself where the command was given nothing."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.message
    command = error.ctx.command_path if error.ctx else "phaen"
    return f"phaen: {_what(error, language)}\n{words(language, 'usage.try_help', command=command)}"


def _what(error: click.UsageError, language: Language) -> str:
    match error:
        case click.MissingParameter():
            return words(language, "usage.missing", what=_name(error.param))
        case click.BadParameter():
            return words(language, "usage.bad_value", what=_name(error.param), why=_why(error, language))
        case click.NoSuchOption():
            near = ", ".join(error.possibilities or ())
            hint = words(language, "usage.near", names=near) if near else ""
            return words(language, "usage.no_option", what=error.option_name) + hint
        case click.BadOptionUsage():
            return words(language, "usage.option", what=error.option_name, why=error.message)
        case Refusal():
            return error.message
        case _:
            return words(language, "usage.other", why=error.message)


class Refusal(click.UsageError):
    """A refusal of ours, whose message is in the user's language already."""


def _name(parameter: click.Parameter | None) -> str:
    """The long name of an option, or an argument in capitals, as the help shows it."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    if parameter is None:
        return ""
    return (parameter.metavar or (parameter.name or "").upper()).strip("[].")


def _why(error: click.BadParameter, language: Language) -> str:
    if error.param and isinstance(error.param.type, click.Choice):
        return words(language, "usage.choose", choices=", ".join(map(str, error.param.type.choices)))
    return error.message
