"""What no output can hold: control characters, which a plan file or a damaged source may bring."""

import re
from collections.abc import Iterator
from typing import Any, Final

from schemas.document import Provenance
from schemas.findings import Finding
from schemas.plan import Plan
from schemas.plan_path import project_index
from schemas.rules.place import place_of

# What XML 1.0 cannot hold, with lone surrogates and the control characters that it can but no text wants.
UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_CONTROL: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000)))
"""What no text file and no column of a database holds: control characters but tab and line ends, lone surrogates."""

# Printed nowhere: how the source had it.
_NOT_PRINTED = frozenset({"source", "declared_totals"})
_SHOWN_LENGTH = 60


def writable(plan: Plan) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan without characters that Word and Excel cannot hold, and a finding (OUT005) for each text that had
    some; the same plan and none where all is well.
    """
    content = plan.model_dump()
    findings = tuple(
        _finding(plan, path, text) for path, text in _texts(content, "") if UNWRITABLE.search(text)
    )
    if not findings:
        return plan, ()
    return Plan.model_validate(_cleaned(content)), findings


def without_controls(text: str) -> str:
    """The text as text files and databases can hold it; they keep more of it than Word and Excel can."""
    return text.translate(_CONTROL)


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """All texts that a book may print, with their paths such as "projects[3].name"."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, member in value.items():
            if key not in _NOT_PRINTED:
                yield from _texts(member, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for index, member in enumerate(value):
            yield from _texts(member, f"{path}[{index}]")


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return UNWRITABLE.sub("", value)
    if isinstance(value, dict):
        return {key: member if key in _NOT_PRINTED else _cleaned(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(member) for member in value]
    return value


def _finding(plan: Plan, path: str, text: str) -> Finding:
    facts = {
        "text": UNWRITABLE.sub("", text)[:_SHOWN_LENGTH],
        "count": len(UNWRITABLE.findall(text)),
    }
    return Finding(code="OUT005", facts=facts, provenance=_provenance(plan, path), path=path)


def _provenance(plan: Plan, path: str) -> Provenance:
    """Where the project stands that the path leads into; nowhere for other texts."""
    index = project_index(path)
    return Provenance() if index is None else place_of(plan.projects[index].source)
