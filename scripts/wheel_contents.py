"""Refuse a wheel whose top level is anything but the four packages and its own metadata."""

import sys
import zipfile

PACKAGES = {"pipeline", "parsers", "schemas", "outputs"}


def top_level(wheel: str) -> set[str]:
    """The names at the top of a wheel, without its metadata folder."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name.split("/")[0] for name in archive.namelist()}
    return {name for name in names if not name.endswith(".dist-info")}


if __name__ == "__main__":
    found = top_level(sys.argv[1])
    if found != PACKAGES:
        sys.exit(f"the wheel's top level is {sorted(found)}, and should be {sorted(PACKAGES)}")
    print(f"top level: {', '.join(sorted(found))}")
