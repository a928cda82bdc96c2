"""A province of generated plans in mixed formats, some broken on purpose, for the bench of batches."""

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from bench.accuracy import drawn_plan
from bench.office import convert_all

_FORMATS = ("docx", "doc", "pdf")
"""In turns: a third each."""
_BROKEN_EVERY = 25
_AT_ONCE = 20


def make_corpus(folder: Path, files: int, first_seed: int) -> tuple[list[str], list[str]]:
    """The names of good and of broken files under `folder`, which has `files` of them in folders of districts.

    A folder that holds that many already is taken as it is.
    """
    done = folder / ".done"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        for name, data in _made(files, first_seed):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        done.touch()
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path != done)
    broken = [name for name in names if "เสีย" in name]
    return [name for name in names if name not in broken], broken


def _made(files: int, first_seed: int) -> Iterator[tuple[str, bytes]]:
    seeds = iter(range(first_seed, first_seed + files))
    while chunk := list(islice(seeds, _AT_ONCE * len(_FORMATS))):
        for number, suffix in enumerate(_FORMATS):
            plans = {str(seed): drawn_plan(seed).docx for seed in chunk[number :: len(_FORMATS)]}
            if suffix != "docx" and plans:
                plans = convert_all(plans, suffix)
            for stem, data in plans.items():
                yield _named(int(stem), suffix, data)


def _named(seed: int, suffix: str, data: bytes) -> tuple[str, bytes]:
    folder = f"อำเภอที่ {seed % 12 + 1}"
    if seed % _BROKEN_EVERY:
        return f"{folder}/แผน {seed}.{suffix}", data
    return f"{folder}/เสีย {seed}.{suffix}", _broken(seed, data)


def _broken(seed: int, data: bytes) -> bytes:
    """Cut off, empty, or overwritten at its beginning."""
    rng = Random(seed)
    kinds = (data[: len(data) // 3], b"", bytes(rng.randrange(256) for _ in range(2000)) + data[2000:])
    return kinds[seed // _BROKEN_EVERY % len(kinds)]
