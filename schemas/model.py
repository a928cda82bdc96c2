"""The base of every value that crosses a border between rooms."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that nobody changes after it was made, and that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
