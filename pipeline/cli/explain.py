"""phaen explain: what the code of a finding or failure means."""

import click

from pipeline.cli.codes import no_code
from pipeline.cli.spoken import SpokenCommand, shared_options
from pipeline.cli.talk import data
from pipeline.cli.usage import Refusal
from pipeline.cli.words import words
from pipeline.settings import Language, Settings


@click.command("explain", cls=SpokenCommand)
@click.argument("code", required=False)
@shared_options
@click.pass_context
def command(context: click.Context, code: str | None) -> None:
    """A code may be given as PLN004, pln004 or declared-total-differs."""
    settings: Settings = context.obj
    if code is None:
        data(_all_codes(settings.language))
    else:
        data(_explanation(_known(code, context), settings.language))


def _explanation(code: str, language: Language) -> str:
    from schemas.findings import CATALOG
    from schemas.sentences import with_blanks

    entry = CATALOG[code]
    severity = words(language, f"severity.{entry.severity}")
    sentence = with_blanks(entry.th if language == "th" else entry.en)
    return f"{code} {entry.name} ({severity})\n\n{sentence}\n\n{entry.explanation(language)}"


def _all_codes(language: Language) -> str:
    from schemas.findings import CATALOG

    return "\n".join(
        f"{code}  {words(language, f'severity.{entry.severity}')}  {entry.name}"
        for code, entry in CATALOG.items()
    )


def _known(asked: str, context: click.Context) -> str:
    from schemas.findings.codes import find_code

    code = find_code(asked)
    if code is not None:
        return code
    raise Refusal(no_code(asked, context.obj.language), context)
