"""phaen batch on the command line, with real worker processes."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.batch.run import Standing
from pipeline.cli.batch_progress import pace

SAMPLES = Path(__file__).parents[3] / "samples"


def phaen(*words: str | Path) -> list[str]:
    return [sys.executable, "-c", "from pipeline.cli import main; main()", *map(str, words)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PHAEN_LANG": "en"}


def run(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        phaen(*words), capture_output=True, text=True, env=environment(), check=False, timeout=240
    )


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for name in ("operation-arrows.docx", "operation-arrows.pdf", "development-three-year.docx"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(SAMPLES / name, folder / name)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04")
    return folder


def fresh(top: Path) -> dict[str, bytes]:
    return {str(path.relative_to(top)): path.read_bytes() for path in top.rglob("*.docx")}


def test_a_folder_becomes_a_tree_with_a_list_of_what_failed(plans: Path, tmp_path: Path) -> None:
    done = run("batch", plans, "-o", tmp_path / "out", "--workers", "2", "--json")
    assert done.returncode == 10
    assert "broken.docx: DOC004" in done.stdout
    assert "4 of 4 files" in done.stderr
    assert len(fresh(tmp_path / "out")) == len(list((tmp_path / "out").rglob("*.json"))) == 3
    again = run("batch", plans, "-o", tmp_path / "out", "--json", "--quiet")
    assert (again.returncode, again.stderr) == (10, "")
    assert "4 as before" in again.stdout


def test_a_killed_run_goes_on_where_it_was(plans: Path, tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    run("batch", plans, "-o", whole, "--workers", "1")
    with subprocess.Popen(
        phaen("batch", plans, "-o", killed, "--workers", "1", "--quiet"),
        env=environment(),
        stdout=subprocess.DEVNULL,
    ) as process:
        deadline = time.monotonic() + 60
        while not list(killed.rglob("*.docx")) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    assert fresh(killed)
    assert run("batch", plans, "-o", killed, "--workers", "1").returncode == 10
    assert fresh(killed) == fresh(whole)


def test_the_pace_tells_files_a_minute_and_seconds_left() -> None:
    assert pace(Standing(total=10, done=5, failed=0, share=0.25), 30.0) == (10.0, 90.0)
    assert pace(Standing(total=10, done=0, failed=0, share=0.0), 0.0) == (0.0, 0.0)


def test_a_terminal_sees_a_bar(plans: Path, tmp_path: Path) -> None:
    for path in plans.iterdir():
        if path.name != "broken.docx":
            path.unlink()
    ours, theirs = pty.openpty()
    words = phaen("batch", plans, "-o", tmp_path / "out", "--workers", "1")
    with subprocess.Popen(
        words, stderr=theirs, stdout=subprocess.DEVNULL, env={**environment(), "TERM": "xterm"}
    ) as bar:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # the system's way to say that the other end is closed
            while piece := os.read(ours, 4096):
                shown += piece
    os.close(ours)
    assert bar.returncode == 10
    assert b"100%" in shown
    assert b"1 of 1 file, 1 failed" in shown


def test_a_cluster_needs_its_address(plans: Path, tmp_path: Path) -> None:
    refused = run("batch", plans, "-o", tmp_path / "out", "--executor", "dask")
    assert refused.returncode == 2
    assert "--scheduler" in refused.stderr
