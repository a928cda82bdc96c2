"""Arguments and options that name files.

Whether a file exists is for the pipeline to say, in a sentence of its own.
"""

from pathlib import Path

import click

FILE = click.Path(path_type=Path)
STANDARD_STREAM = Path("-")
