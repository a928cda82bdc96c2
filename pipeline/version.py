"""Which phaen this is."""

from importlib.metadata import PackageNotFoundError, version


def phaen_version() -> str:
    """The version of this phaen; "0" where it runs from its source, not installed."""
    try:
        return version("phaen")
    except PackageNotFoundError:
        return "0"
