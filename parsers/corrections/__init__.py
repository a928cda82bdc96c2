"""Values that a person decided on, read and set into a Plan."""

from parsers.corrections.expectations import TEXT, Unfit, Wanted
from parsers.corrections.setting import affected, can_set, wanted_at, with_value

__all__ = ["TEXT", "Unfit", "Wanted", "affected", "can_set", "wanted_at", "with_value"]
