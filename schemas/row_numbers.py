"""Numbers of rows and headings as they count: "12", "1.2"."""

_DIVIDER = "."


def number_parts(number: str | None) -> tuple[int, ...]:
    """The whole numbers that a number is made of, (1, 2) for "1.2"; none for anything else, such as a letter."""
    parts = (number or "").split(_DIVIDER)
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()
