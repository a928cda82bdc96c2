"""Codes of findings on the command line."""

from collections.abc import Iterable

import click

from pipeline.cli.usage import Refusal
from pipeline.cli.words import words
from pipeline.settings import Language


def no_code(asked: str, language: Language) -> str:
    """The sentence for a code that does not exist, with those that were probably meant."""
    from schemas.findings.codes import near_codes

    near = near_codes(asked)
    hint = words(language, "usage.near", names=", ".join(near)) if near else ""
    return words(language, "usage.no_code", what=asked) + hint


def finding_codes(asked: Iterable[str], context: click.Context) -> tuple[str, ...]:
    """The codes that were asked for by code or name; a usage error for what is no finding's."""
    return tuple(_finding_code(word, context) for word in asked)


def _finding_code(asked: str, context: click.Context) -> str:
    from schemas.findings import entry
    from schemas.findings.codes import find_code

    code = find_code(asked)
    if code is None:
        raise Refusal(no_code(asked, context.obj.language), context)
    if entry(code).severity == "failure":
        raise Refusal(words(context.obj.language, "usage.no_finding", what=code), context)
    return code
