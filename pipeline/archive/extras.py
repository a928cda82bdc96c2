"""What the archive needs beyond phaen's own requirements."""

from importlib import import_module
from types import ModuleType

from schemas.failures import MissingProgram


def need(module: str, extra: str) -> ModuleType:
    """The module; MissingProgram ARC001 with the extra that brings it where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingProgram("ARC001", extra=extra) from error
