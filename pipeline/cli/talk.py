"""Standard output is data, standard error is talk."""

import os
import sys
from typing import BinaryIO

import click

_EXIT_BROKEN_PIPE = 141  # 128 + SIGPIPE, as other programs end when their reader has left


def data(content: str | bytes) -> None:
    """Write the result to standard output: bytes as they are, text with a line's end. Quiet if unread."""
    try:
        if isinstance(content, bytes):
            _write_whole(sys.stdout.buffer, content)
        else:
            click.echo(content)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        raise click.exceptions.Exit(_EXIT_BROKEN_PIPE) from None


def talk(sentence: str) -> None:
    """Say something to the person, on standard error."""
    click.echo(sentence, err=True)


def _write_whole(stream: BinaryIO, content: bytes) -> None:
    """Write all, also where Python runs unbuffered and a write into a pipe may end early."""
    rest = memoryview(content)
    while rest:
        rest = rest[stream.write(rest) :]


def _close_quietly() -> None:
    # Python flushes standard output once more at its end, which would complain again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
