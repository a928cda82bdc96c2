"""What a database's own errors mean to a person."""

from typing import Final

from sqlalchemy.exc import DBAPIError

from schemas.failures import InputFailure, OutputFailure, PhaenFailure

_NOT_ARCHIVE: Final = ("not a database", "malformed", "encrypted")
_BUSY: Final = ("locked", "lock timeout", "55p03")
_UNWRITABLE: Final = ("readonly", "read-only", "disk is full", "no space left", "disk i/o", "53100", "25006")


def failure_of(error: DBAPIError, shown: str) -> PhaenFailure:
    """The failure to raise for a driver's error; ARC006 with the driver's words for those not known."""
    reason = _reason(error)
    said = str(error.orig).lower()
    if any(word in said for word in _NOT_ARCHIVE):
        return InputFailure("ARC003", name=shown)
    if any(word in said for word in _BUSY):
        return OutputFailure("ARC007", name=shown)
    if any(word in said for word in _UNWRITABLE):
        return OutputFailure("ARC008", name=shown, reason=reason)
    return InputFailure("ARC006", name=shown, reason=reason)


def _reason(error: DBAPIError) -> str:
    """The driver's sentence; pg8000 gives a server's as a dictionary, whose M is the message."""
    told = error.orig.args[0] if error.orig and error.orig.args else error
    return " ".join(str(told["M"] if isinstance(told, dict) and "M" in told else told).split())
