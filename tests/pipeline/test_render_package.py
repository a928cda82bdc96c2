"""A data package as a folder: written whole, replaced whole, and never over anything else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from outputs.data_package import files
from outputs.tables import tables
from pipeline import render_package
from pipeline.plan_file import load_plan
from pipeline.render_package import write_package
from schemas.failures import OutputFailure

Run = Callable[..., Result]
NAMES = {"datapackage.json", *(f"{table.name}.csv" for table in tables())}
AS_PACKAGE = ("--to", "data-package")


def names(folder: Path) -> set[str]:
    """What lies in a folder, hidden things too."""
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def package(run: Run, plan_file: Path) -> Path:
    """A package that the command line wrote."""
    folder = plan_file.parent / "ข้อมูลเปิด"
    assert run("render", plan_file, "-o", f"{folder}/", *AS_PACKAGE).exit_code == 0
    return folder


def test_one_plan_alone_is_the_folder_itself(package: Path, plan_file: Path) -> None:
    assert names(package) == NAMES
    assert names(package.parent) == {plan_file.name, package.name}
    plan = load_plan(plan_file.name, plan_file.read_bytes())
    expected = files(plan)["project.csv"]
    assert (package / "project.csv").read_bytes() == expected


def test_a_package_is_replaced_as_a_whole(run: Run, package: Path, plan_file: Path) -> None:
    package.chmod(0o750)
    (package / "project.csv").unlink()
    (package / "plan.csv").write_text("what a person typed")
    result = run("render", plan_file, "-o", package, *AS_PACKAGE)
    assert result.exit_code == 0, result.output
    assert names(package) == NAMES
    assert b"typed" not in (package / "plan.csv").read_bytes()
    assert package.stat().st_mode & 0o777 == 0o750
    assert names(package.parent) == {plan_file.name, package.name}


def test_an_empty_folder_is_filled(run: Run, plan_file: Path) -> None:
    folder = plan_file.parent / "ว่าง"
    folder.mkdir()
    assert run("render", plan_file, "-o", folder, *AS_PACKAGE).exit_code == 0
    assert names(folder) == NAMES


@pytest.mark.parametrize("strange", ["บันทึก.txt", "folder/", "project.csv/", "link"])
def test_a_folder_with_anything_else_is_left_alone(
    run: Run, package: Path, plan_file: Path, strange: str
) -> None:
    entry = package / strange
    if strange.endswith("/"):
        entry.unlink(missing_ok=True)
        entry.mkdir()
    elif strange == "link":
        entry = package / "plan.csv"
        entry.unlink()
        entry.symlink_to(plan_file)
    else:
        entry.write_text("ของสำนักงาน")
    before = {path.name: path.read_bytes() for path in package.iterdir() if path.is_file()}
    result = run("render", plan_file, "-o", package, *AS_PACKAGE)
    assert result.exit_code == 5
    assert "OUT010" in result.stderr
    assert entry.name in result.stderr
    assert before == {path.name: path.read_bytes() for path in package.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    "descriptor",
    [
        "{",
        "[]",
        '{"name": "phaen-plan-2566"}',
        '{"name": 7, "resources": []}',
        '{"name": "phaen-plan-2566", "resources": [{"path": ["plan.csv"]}]}',
        '{"name": "another-office", "resources": []}',
    ],
)
def test_somebody_else_s_package_is_left_alone(run: Run, plan_file: Path, descriptor: str) -> None:
    folder = plan_file.parent / "open"
    folder.mkdir()
    (folder / "datapackage.json").write_text(descriptor)
    result = run("render", plan_file, "-o", folder, *AS_PACKAGE)
    assert result.exit_code == 5
    assert "OUT010" in result.stderr
    assert (folder / "datapackage.json").read_text() == descriptor


def test_beside_other_formats_it_is_a_folder_of_the_plan_s_name(run: Run, plan_file: Path) -> None:
    folder = plan_file.parent / "เล่ม"
    for _ in range(2):
        result = run("render", plan_file, "-o", folder, "--to", "csv", *AS_PACKAGE)
        assert result.exit_code == 0, result.output
    assert names(folder) == {"plan.csv", "plan"}
    assert names(folder / "plan") == NAMES


def test_packages_of_several_plans_lie_side_by_side(run: Run, plan_file: Path) -> None:
    other = plan_file.with_name("แผนอื่น.json")
    other.write_bytes(plan_file.read_bytes())
    folder = plan_file.parent / "เล่ม"
    assert run("render", plan_file, other, "-o", folder, *AS_PACKAGE).exit_code == 0
    assert names(folder) == {"plan", "แผนอื่น"}
    (folder / "plan" / "x").touch()
    refused = run("render", plan_file, other, "-o", folder, *AS_PACKAGE)
    assert (refused.exit_code, "OUT010" in refused.stderr) == (5, True)


@pytest.mark.parametrize("target", ["plan.json", "ไม่มี/ชุดข้อมูล", "."])
def test_what_cannot_be_a_package_s_folder_is_refused(
    run: Run, plan_file: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = plan_file.parent / "here"
    empty.mkdir()
    monkeypatch.chdir(empty if target == "." else plan_file.parent)
    result = run("render", plan_file, "-o", target, *AS_PACKAGE)
    assert result.exit_code == (2 if target == "plan.json" else 5)
    assert names(plan_file.parent) == {"plan.json", "here"}
    assert names(empty) == set()


def test_a_folder_without_a_format_is_asked_for_one(run: Run, plan_file: Path) -> None:
    result = run("render", plan_file, "-o", f"{plan_file.parent / 'new'}/")
    assert result.exit_code == 2
    assert "--to data-package" in result.stderr
    assert names(plan_file.parent) == {plan_file.name}


def _full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("stop", [_full_disk, _interrupt])
@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("at", ["write_new", "rename"])
def test_a_run_that_ends_early_leaves_all_as_it_was(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stop: Callable[..., None],
    is_there: bool,
    at: str,
) -> None:
    target = tmp_path / "package"
    old = {
        "datapackage.json": b'{"name": "phaen-plan-2565", "resources": [{"path": "plan.csv"}]}',
        "plan.csv": b"1",
    }
    if is_there:
        write_package(target, old)
    if at == "rename":
        rename = Path.rename

        def renamed(path: Path, to: Path) -> Path:
            if to == target and (path / "fresh.csv").exists():
                stop()
            return rename(path, to)

        monkeypatch.setattr(Path, "rename", renamed)
    else:
        monkeypatch.setattr(render_package, "write_new", stop)
    with pytest.raises((OutputFailure, KeyboardInterrupt)):
        write_package(target, {"datapackage.json": b"{}", "fresh.csv": b"2"})
    assert names(tmp_path) == ({"package"} if is_there else set())
    if is_there:
        assert {path.name: path.read_bytes() for path in target.iterdir()} == old
