"""The command line: one module per command, over the pipeline's functions."""

from pipeline.cli.app import main

__all__ = ["main"]
