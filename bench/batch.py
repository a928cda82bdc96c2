"""Batches measured: `python -m bench.batch --files 500`. The figures of docs/batch.md come from here.

All measures are of one run of this script on one machine: a whole batch with its memory, the same batch killed at
random moments and resumed, one worker against two, and a shell loop of `phaen convert`.
"""

import argparse
import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple, cast

from bench.batch_corpus import make_corpus
from pipeline.executors.memory import family, resident_bytes

_PHAEN = (sys.executable, "-c", "from pipeline.cli import main; main()")
_MEGABYTE = 1024 * 1024
_SAMPLE_SECONDS = 0.3
_LONGEST_DELAY_SECONDS = 3.0
_KIT, _CHILD = b"libreoffice_kit", b"pipeline.executors.child"
_EXIT_SOME_FAILED = 10


class Measure(NamedTuple):
    """One run of a program: wall clock, processor time with all children, and the most memory of a process in MB."""

    seconds: float
    cpu_seconds: float
    worker_mb: float
    office_mb: float
    pair_mb: float
    status: int
    told: str


@dataclass
class _Memory:
    """The largest a worker, an office and both together were, sampled while a program runs."""

    worker: int = 0
    office: int = 0
    pair: int = 0

    def sample(self, pid: int) -> None:
        """Look at all worker processes below `pid`."""
        for member in family(pid)[1:]:
            if _is(member, _CHILD):
                own = resident_bytes(member)
                office = sum(resident_bytes(one) for one in family(member)[1:] if _is(one, _KIT))
                self.worker, self.office = max(self.worker, own), max(self.office, office)
                self.pair = max(self.pair, own + office)


def _is(pid: int, mark: bytes) -> bool:
    try:
        return mark in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def measured(*words: str | Path) -> Measure:
    """A run of phaen to its end."""
    before, started, memory = _children_seconds(), time.monotonic(), _Memory()
    with subprocess.Popen(
        [*_PHAEN, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        told: list[bytes] = []
        out = cast(IO[bytes], process.stdout)
        reader = threading.Thread(target=lambda: told.append(out.read()))
        reader.start()
        while process.poll() is None:
            memory.sample(process.pid)
            time.sleep(_SAMPLE_SECONDS)
        reader.join()
    return Measure(
        time.monotonic() - started,
        _children_seconds() - before,
        memory.worker / _MEGABYTE,
        memory.office / _MEGABYTE,
        memory.pair / _MEGABYTE,
        process.returncode,
        b"".join(told).decode(),
    )


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def batch(source: Path, top: Path, workers: int) -> Measure:
    """A batch without progress, to its end."""
    return measured("batch", source, "-o", top, "--json", "--workers", str(workers), "--quiet")


def tree(top: Path) -> dict[str, str]:
    """The hash of each fresh plan, by its path."""
    files = (path for path in top.rglob("*") if path.suffix in (".docx", ".json"))
    return {path.relative_to(top).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def killed_and_resumed(source: Path, top: Path, kills: int, files: int, seed: int) -> tuple[Measure, int]:
    """A batch killed at `kills` random moments and then run to its end; also how many kills met it at work.

    A moment is a number of new fresh plans and a part of a second, so that a busy machine does not spare the batch.
    """
    rng, met = random.Random(seed), 0
    for _ in range(kills):
        wanted = _fresh_plans(top) + rng.randint(0, files // (kills + 1))
        command = [*_PHAEN, "batch", str(source), "-o", str(top), "--json", "--workers", "2", "--quiet"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while _fresh_plans(top) < wanted and process.poll() is None:
                time.sleep(_SAMPLE_SECONDS)
            time.sleep(rng.uniform(0, _LONGEST_DELAY_SECONDS))
            met += process.poll() is None
            process.send_signal(signal.SIGKILL)
    return batch(source, top, 2), met


def _fresh_plans(top: Path) -> int:
    return sum(1 for _ in top.rglob("*.docx"))


def loop(source: Path, names: Iterable[str], top: Path) -> Measure:
    """A shell loop of `phaen convert` over the files."""
    top.mkdir(parents=True)
    before, started = _children_seconds(), time.monotonic()
    for number, name in enumerate(names):
        command = [*_PHAEN, "convert", str(source / name), "-o", str(top / f"{number}.docx")]
        subprocess.run(command, check=True, capture_output=True)
    return Measure(time.monotonic() - started, _children_seconds() - before, 0, 0, 0, 0, "")


def subset(source: Path, names: Iterable[str], folder: Path) -> int:
    """Copies of some files in a folder of their own; how many."""
    count = 0
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, target)
        count += 1
    return count


def _line(what: str, files: int, run: Measure) -> str:
    rate = files / run.seconds * 60
    return f"| {what} | {files} | {run.seconds:.0f} | {run.cpu_seconds:.0f} | {rate:.0f} | {run.cpu_seconds / files:.2f} |"


def _whole(source: Path, folder: Path, good: list[str], broken: list[str]) -> None:
    run = batch(source, folder / "whole", 2)
    fresh = tree(folder / "whole")
    listed = [name for name in broken if f"  {name}: " in run.told]
    print(_line("batch, 2 workers", len(good) + len(broken), run))
    print(f"\ngood files out: {sum(name.endswith('.docx') for name in fresh)} of {len(good)};", end=" ")
    print(f"broken files listed: {len(listed)} of {len(broken)}; exit code {run.status}")
    print(f"memory of a worker: {run.worker_mb:.0f} MB, of its LibreOffice {run.office_mb:.0f} MB,", end=" ")
    print(f"of both at once {run.pair_mb:.0f} MB\n")
    if run.status != _EXIT_SOME_FAILED:
        print(run.told)


def _resumed(source: Path, folder: Path, kills: int, files: int, seed: int) -> None:
    run, met = killed_and_resumed(source, folder / "killed", kills, files, seed)
    same = tree(folder / "killed") == tree(folder / "whole")
    print(
        f"\nkilled at {met} random moments (of {kills}) and resumed: the tree is {'identical' if same else 'NOT THE SAME'}"
    )
    print(_line("the last of these runs", files, run))


def _workers(source: Path, folder: Path, good: list[str], files: int) -> None:
    chosen = [name for name in good if not name.endswith(".doc")][:files]
    count = subset(source, chosen, folder / "cores")
    one, two = (batch(folder / "cores", folder / f"cores{workers}", workers) for workers in (1, 2))
    print(_line(".docx and .pdf, 1 worker", count, one))
    print(_line(".docx and .pdf, 2 workers", count, two))
    print(f"\n2 workers against 1: {one.seconds / two.seconds:.2f} times\n")


def _loop(source: Path, folder: Path, good: list[str], files: int) -> None:
    chosen = good[:: max(1, len(good) // files)][:files]
    count = subset(source, chosen, folder / "loop_in")
    slow, quick = (
        loop(source, chosen, folder / "loop_out"),
        batch(folder / "loop_in", folder / "loop_batch", 2),
    )
    print(_line("shell loop of phaen convert", count, slow))
    print(_line("batch of the same files, 2 workers", count, quick))
    print(f"\nbatch against the loop: {slow.seconds / quick.seconds:.2f} times; in processor time", end=" ")
    print(f"{slow.cpu_seconds / quick.cpu_seconds:.2f} times")


def main() -> None:
    """Print the figures as lines of a table in Markdown."""
    options = _options().parse_args()
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    good, broken = make_corpus(options.corpus, options.files, options.first)
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    print("| run | files | seconds | processor seconds | files a minute | processor seconds a file |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="phaen-bench-") as name:
        folder = Path(name)
        _whole(options.corpus, folder, good, broken)
        _workers(options.corpus, folder, good, options.cores)
        _loop(options.corpus, folder, good, options.loop)
        if options.kills:
            files = len(good) + len(broken)
            _resumed(options.corpus, folder, options.kills, files, options.first)
    print(f"\nload after: {os.getloadavg()[0]:.1f}")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--first", type=int, default=1, help="the first seed of the generated plans")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--cores", type=int, default=200, help="files to compare one worker with two")
    parser.add_argument("--loop", type=int, default=60, help="files to compare with the shell loop")
    parser.add_argument("--corpus", type=Path, default=Path(tempfile.gettempdir()) / "phaen-batch-corpus")
    return parser


if __name__ == "__main__":
    main()
