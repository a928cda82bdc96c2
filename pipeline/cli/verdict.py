"""The exit code that findings make."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from schemas.findings import Finding

EXIT_CLEAN = 0
EXIT_FINDINGS = 1

_FAILING = {
    "never": frozenset[str](),
    "error": frozenset({"error"}),
    "warning": frozenset({"error", "warning"}),
}
_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


def fail_on_option(default: str) -> Callable[[_Decorated], _Decorated]:
    """The option --fail-on, with what holds where it is not given."""
    return click.option("--fail-on", type=click.Choice(tuple(_FAILING)), metavar="LEVEL", default=default)


def verdict(findings: Iterable["Finding"], fail_on: str) -> int:
    """EXIT_FINDINGS when a finding is of the severity `fail_on` or above, else EXIT_CLEAN."""
    failing = _FAILING[fail_on]
    return EXIT_FINDINGS if any(finding.severity in failing for finding in findings) else EXIT_CLEAN
