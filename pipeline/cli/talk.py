"""Standard output is data, standard error is talk."""

import os
import sys

import click

_EXIT_BROKEN_PIPE = 141  # 128 + SIGPIPE, as other programs end when their reader has left


def data(content: str | bytes) -> None:
    """Write the result to standard output: bytes as they are, text with a line's end. Quiet if unread."""
    try:
        click.echo(content, nl=isinstance(content, str))
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        raise click.exceptions.Exit(_EXIT_BROKEN_PIPE) from None


def talk(sentence: str) -> None:
    """Say something to the person, on standard error."""
    click.echo(sentence, err=True)


def _close_quietly() -> None:
    # Python flushes standard output once more at its end, which would complain again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
