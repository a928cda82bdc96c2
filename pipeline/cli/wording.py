"""The option --vocabulary: an office's own wording."""

import click

from pipeline.cli.paths import FILE

vocabulary_option = click.option("--vocabulary", metavar="FILE", type=FILE)
"""Gives a command the path of an office's file of words, or None."""
