"""Failures: broken promises that end the work on one file, each with an exit code and the way out.

Raised anywhere, caught in two places only: around one document of a batch, and at the command line.
The sentence for people comes from the catalog by `code`, filled with `facts`.
"""

from schemas.findings.catalog import Language, entry

Fact = str | int | float


class PhaenFailure(Exception):
    """The work cannot go on; `exit_code` is the process's."""

    exit_code = 1

    def __init__(self, code: str, **facts: Fact) -> None:
        self.code = code
        self.facts = facts
        super().__init__(f"{code}: {entry(code).message(facts, 'en')}")

    def message(self, language: Language = "th") -> str:
        """One sentence that says what is wrong and what to do."""
        return entry(self.code).message(self.facts, language)


class UsageFailure(PhaenFailure):
    """The command's words do not fit."""

    exit_code = 2


class InputFailure(PhaenFailure):
    """The file cannot be read as a plan."""

    exit_code = 3


class MissingProgram(PhaenFailure):
    """A program that this work needs is not installed, or does not do its work."""

    exit_code = 4


class OutputFailure(PhaenFailure):
    """The result cannot be written."""

    exit_code = 5
