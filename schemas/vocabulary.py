"""Vocabularies: wording as data. An officer's new wording is one line in a TOML file, never code.

The wording in force is that of the package and, within `extended`, what an office adds to it.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar, cast

Additions = Mapping[str, Mapping[str, Any]]
"""By vocabulary, what is added to it: tables are merged key by key, arrays get more members at their end."""

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")

_in_force: dict[str, Mapping[str, Any]] = {}
_forgetters: list[Callable[[], None]] = []


def vocabulary_cache(
    maxsize: int | None = None,
) -> Callable[[Callable[_Parameters, _Result]], Callable[_Parameters, _Result]]:
    """functools.lru_cache for results that depend on a vocabulary: forgets them when the wording changes.

    Whatever calls `load`, directly or not, and keeps its results must keep them by this.
    """

    def keep(function: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
        kept = lru_cache(maxsize=maxsize)(function)
        _forgetters.append(kept.cache_clear)
        return cast(Callable[_Parameters, _Result], kept)

    return keep


@vocabulary_cache()
def load(name: str) -> dict[str, Any]:
    """`schemas/vocabularies/<name>.toml` and what is added to it; not to be changed by anyone."""
    text = files("schemas.vocabularies").joinpath(f"{name}.toml").read_text("utf-8")
    return merged(tomllib.loads(text), _in_force.get(name, {}))


@contextmanager
def extended(additions: Additions) -> Iterator[None]:
    """The package's wording with `additions`, and with nothing else, until the context ends.

    It holds for the whole process: threads that read plans of different offices at once need processes.
    """
    before = dict(_in_force)
    _put_in_force(additions)
    try:
        yield
    finally:
        _put_in_force(before)


def _put_in_force(additions: Additions) -> None:
    if additions == _in_force:
        return
    _in_force.clear()
    _in_force.update(additions)
    for forget in _forgetters:
        forget()


def merged(own: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """`own` with `more` behind it: of two members for one wording, readers take the later."""
    whole = dict(own)
    for key, value in more.items():
        if isinstance(value, Mapping):
            whole[key] = merged(own.get(key, {}), value)
        else:
            whole[key] = [*own.get(key, []), *value]
    return whole
