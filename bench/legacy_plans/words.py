"""The word lists beside this module, and the filling of their braces."""

import tomllib
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any


@cache
def words(name: str) -> dict[str, Any]:
    """The content of `<name>.toml` of this package; read once, and not to be changed."""
    return tomllib.loads(files("bench.legacy_plans").joinpath(f"{name}.toml").read_text("utf-8"))


class Slots(dict[str, str]):
    """The words drawn for one project: a brace gives the same word throughout the project."""

    def __init__(self, rng: Random, fixed: dict[str, str]) -> None:
        super().__init__(fixed)
        self._rng = rng

    def __missing__(self, name: str) -> str:
        self[name] = self.fill(self._draw(name))
        return self[name]

    def fill(self, template: str) -> str:
        """The template with its braces filled, to any depth."""
        return template.format_map(self)

    def _draw(self, name: str) -> str:
        rng = self._rng
        if name in _NUMBERS:
            low, high, step = _NUMBERS[name]
            return f"{rng.randrange(low, high, step):,}"
        if name in ("village", "village2"):
            return "".join(rng.choice(words("places")[part]) for part in _VILLAGE)
        if name in _PLACES:
            return str(rng.choice(words("places")[_PLACES[name]]))
        return str(rng.choice(words("families")["slots"][name]))


_NUMBERS = {
    "moo": (1, 15, 1),
    "width": (3, 7, 1),
    "length": (45, 2600, 5),
    "area": (120, 9800, 20),
    "pct": (50, 100, 5),
    "number": (2, 48, 1),
}
_VILLAGE = ("village_heads", "village_middles", "village_tails")
_PLACES = {"soi": "sois", "school": "schools", "temple": "temples"}
