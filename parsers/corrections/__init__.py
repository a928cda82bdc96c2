"""Values that a person decided on, read and set into a Plan."""

from parsers.corrections.expectations import Unfit, Wanted
from parsers.corrections.fields import affected, can_set, with_value

__all__ = ["Unfit", "Wanted", "affected", "can_set", "with_value"]
