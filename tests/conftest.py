"""Every code of the catalog is raised by some test: recorded over the whole run, judged at its end.

A code counts where our own code makes the finding or failure; what a test builds by itself does not. It is judged
only where all tests ran and none was left out for want of a program.
"""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.orders import Reason
from schemas.failures import PhaenFailure
from schemas.findings import CATALOG, Finding

_TESTS = str(Path(__file__).parent)
_PROGRAMS = ("LibreOffice", "poppler")
_raised: set[str] = set()
_left_out: list[str] = []


def _recording(make: Callable[..., None]) -> Callable[..., None]:
    """`make`, an __init__ that has a code, which also records it unless a test calls it."""

    @wraps(make)
    def recorded(self: Any, *given: Any, **named: Any) -> None:
        make(self, *given, **named)
        if not sys._getframe(1).f_code.co_filename.startswith(_TESTS):
            _raised.add(self.code)

    return recorded


def pytest_configure() -> None:
    """From now on every finding and failure is recorded."""
    for kind in (Finding, PhaenFailure, Reason):
        kind.__init__ = _recording(kind.__init__)  # type: ignore[method-assign,assignment,arg-type]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A test that did not run for want of a program may be the one that raises a code."""
    if report.outcome == "skipped" and any(program in str(report.longrepr) for program in _PROGRAMS):
        _left_out.append(report.nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """What a worker of pytest-xdist recorded."""
    _raised.update(getattr(node, "workeroutput", {}).get("raised_codes", ()))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fails a whole run in which a code was never raised."""
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["raised_codes"] = sorted(_raised)
    elif exitstatus == pytest.ExitCode.OK and _is_whole(config) and _never_raised():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Names the codes that no test raised, after a whole run."""
    if _is_whole(config) and (codes := _never_raised()):
        terminalreporter.section("codes of the catalog that no test raises")
        terminalreporter.line(" ".join(codes))


def _is_whole(config: pytest.Config) -> bool:
    narrowing = ("keyword", "markexpr", "lf", "failedfirst", "maxfail")
    is_narrowed = any(config.getoption(name, None) for name in narrowing)
    return config.args_source.name == "TESTPATHS" and not is_narrowed and not _left_out


def _never_raised() -> list[str]:
    return sorted(CATALOG.keys() - _raised)
