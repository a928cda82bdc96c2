"""Reading and writing of files: whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from pipeline import files
from pipeline.files import check_target, read_input, write_output
from schemas.failures import InputFailure, OutputFailure, PhaenFailure, UsageFailure

WINDOWS_OR_ROOT = os.name == "nt" or os.geteuid() == 0


def test_new_file_gets_the_users_usual_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_output(tmp_path / "fresh.json", b"{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "fresh.json").stat().st_mode) == 0o640


def test_existing_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "fresh.json"
    target.write_bytes(b"old and longer")
    target.chmod(0o604)
    write_output(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o604
    assert list(tmp_path.iterdir()) == [target]


def test_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    link = tmp_path / "link.json"
    link.symlink_to("real.json")
    write_output(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_pipe_is_written_straight(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_output(pipe, b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("interruption", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_interrupted_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interruption: BaseException
) -> None:
    target = tmp_path / "fresh.json"
    target.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise interruption

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises((OutputFailure, KeyboardInterrupt)):
        write_output(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_full_disk_is_told_in_both_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(OutputFailure) as failure:
        write_output(tmp_path / "fresh.json", b"new")
    assert failure.value.code == "OUT001"
    assert "พื้นที่เต็ม" in failure.value.message("th")
    assert "No space left" in failure.value.message("en")


@pytest.mark.parametrize("name", ["absent.docx", "folder", "plan.json/inside.docx", "x" * 300, "nul\0byte"])
def test_input_that_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "plan.json").write_bytes(b"{}")
    with pytest.raises(InputFailure) as failure:
        read_input(tmp_path / name)
    assert failure.value.code == "DOC001"
    assert failure.value.exit_code == 3


@pytest.mark.skipif(WINDOWS_OR_ROOT, reason="root may read anything")
def test_input_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "locked.docx"
    path.write_bytes(b"PK")
    path.chmod(0)
    with pytest.raises(InputFailure) as failure:
        read_input(path)
    assert failure.value.code == "DOC012"
    assert "ไม่มีสิทธิ์" in failure.value.message("th")


def test_input_of_a_failing_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object, **named: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(InputFailure) as failure:
        read_input(tmp_path / "plan.docx")
    assert failure.value.code == "DOC012"
    assert "อุปกรณ์ขัดข้อง" in failure.value.message("th")


def test_input_above_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "FILE_LIMIT_BYTES", 4)
    (tmp_path / "large.pdf").write_bytes(b"12345")
    (tmp_path / "fits.pdf").write_bytes(b"1234")
    assert read_input(tmp_path / "fits.pdf") == b"1234"
    with pytest.raises(InputFailure) as failure:
        read_input(tmp_path / "large.pdf")
    assert failure.value.code == "DOC006"


@pytest.mark.parametrize(
    ("target", "kind", "code"),
    [
        ("fresh.txt", UsageFailure, "OUT002"),
        ("fresh", UsageFailure, "OUT002"),
        ("old.docx", UsageFailure, "OUT004"),
        ("link.docx", UsageFailure, "OUT004"),
        ("./folder.docx/../old.docx", UsageFailure, "OUT004"),
        ("folder.docx", OutputFailure, "OUT001"),
        ("absent/fresh.docx", OutputFailure, "OUT001"),
    ],
)
def test_unfit_targets(tmp_path: Path, target: str, kind: type[PhaenFailure], code: str) -> None:
    old = tmp_path / "old.docx"
    old.write_bytes(b"PK")
    (tmp_path / "link.docx").symlink_to(old)
    (tmp_path / "folder.docx").mkdir()
    with pytest.raises(kind) as failure:
        check_target(tmp_path / target, (".docx", ".pdf"), source=old)
    assert failure.value.code == code


def test_fit_target_in_capitals(tmp_path: Path) -> None:
    check_target(tmp_path / "FRESH.DOCX", (".docx",), source=tmp_path / "old.docx")
