"""The font that a PDF is drawn with: a Sarabun, whatever the machine has of it.

Word files ask for TH SarabunPSK and its siblings, which few Linux machines have. What stands in must stack
Thai marks rightly and be as wide as TH Sarabun, or tables run over. Laksaman (Debian) and Sarabun
(fontpkg-sarabun) are the same design drawn larger per point, so each is fitted in a folder of the run.
"""

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from xml.sax.saxutils import escape

from pipeline.programs.sfnt import Fit, fitted
from schemas.failures import MissingProgram

DEFAULT_FAMILY = "TH SarabunPSK"
# In the order of preference; TH SarabunIT๙ draws Arabic digits as Thai ones, so it comes last.
TH_SARABUN_FAMILIES = ("TH SarabunPSK", "TH Sarabun New", "TH Sarabun", "TH SarabunIT๙")
INSTALL = "sudo apt install fonts-tlwg-laksaman"

# Widths of TH SarabunPSK as embedded by Word: a digit 0.362 em, ก 0.386 em; Laksaman: 0.544 and 0.580 em.
_LAKSAMAN_SCALE = 0.665
# The mean width of Thai consonants is 0.567 em in Laksaman and 0.580 em in Sarabun 1.000.
_SARABUN_SCALE = 0.650
# Line height of TH SarabunPSK.
_ASCENT_EM, _DESCENT_EM = 0.85, 0.28
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_LIST_SECONDS = 30


@dataclass(frozen=True, slots=True)
class FontFound:
    """A font to draw with: the family a PDF will show, and the files to fit where it is not used as it is.

    `scale` is None for an installed family that needs no fitting.
    """

    family: str
    files: tuple[Path, ...] = ()
    scale: float | None = None


def installed_fonts(environment: Mapping[str, str]) -> dict[str, tuple[Path, ...]]:
    """The files of each installed family by fontconfig's list; empty where fontconfig is not installed."""
    program = which("fc-list", path=environment.get("PATH", ""))
    if program is None:
        return {}
    listing = subprocess.run(  # noqa: S603 - a program of the machine, no text of a document
        [program, "--format", "%{family}\t%{file}\n"],
        env=dict(environment),
        capture_output=True,
        timeout=_LIST_SECONDS,
        check=False,
    ).stdout.decode("utf-8", "replace")
    families: dict[str, tuple[Path, ...]] = {}
    for line in listing.splitlines():
        names, _, file = line.partition("\t")
        for name in names.split(","):
            families[name] = (*families.get(name, ()), Path(file))
    return families


def _laksaman(files: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(sorted(file for file in files if file.suffix.lower() == ".ttf"))


def packaged_sarabun() -> tuple[Path, ...]:
    """The four files of Sarabun of the package fontpkg-sarabun; empty where it is not installed."""
    spec = find_spec("fontpkg_sarabun")
    if spec is None or spec.origin is None:
        return ()
    folder = Path(spec.origin).parent / "files"
    files = tuple(folder / f"Sarabun-{style}.ttf" for style in _STYLES)
    return tuple(file for file in files if file.is_file())


def find_font(environment: Mapping[str, str], asked: str = DEFAULT_FAMILY) -> FontFound:
    """The font to draw `asked` with: itself, a sibling, Laksaman, Sarabun; MissingProgram OUT003
    where there is none.
    """
    installed = installed_fonts(environment)
    for family in (asked, *TH_SARABUN_FAMILIES):
        if family in installed:
            return FontFound(family=family)
    if laksaman := _laksaman(installed.get("Laksaman", ())):
        return FontFound("Laksaman", laksaman, _LAKSAMAN_SCALE)
    if sarabun := packaged_sarabun():
        return FontFound("Sarabun", sarabun, _SARABUN_SCALE)
    raise MissingProgram("OUT003", install=INSTALL)


def _write_fitted(found: FontFound, scale: float, folder: Path) -> str:
    """The family of the fitted files written to `folder`, under a name that clashes with no
    installed font.
    """
    family = f"{found.family} Phaen"
    fit = Fit(family=family, scale=scale, ascent_em=_ASCENT_EM, descent_em=_DESCENT_EM)
    for file in found.files:
        (folder / file.name).write_bytes(fitted(file.read_bytes(), fit))
    return family


def _configuration(aliases: Iterable[str], family: str, folder: Path, system: str | None) -> str:
    """A fontconfig file: the system's own, the fitted fonts, and `family` in place of each of `aliases`."""
    include = f'<include ignore_missing="yes">{escape(system)}</include>' if system else ""
    rules = "".join(
        f'<match target="pattern"><test qual="any" name="family"><string>{escape(alias)}</string></test>'
        f'<edit name="family" mode="prepend" binding="same"><string>{escape(family)}</string></edit></match>'
        for alias in aliases
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"{include}<dir>{escape(str(folder))}</dir><cachedir>{escape(str(folder / 'cache'))}</cachedir>"
        f"{rules}</fontconfig>"
    )


def font_environment(environment: Mapping[str, str], asked: Iterable[str], folder: Path) -> dict[str, str]:
    """What to add to the environment of a program so that it draws the `asked` families with a Sarabun.

    Writes its files into `folder` (which must exist); empty where every family is installed.
    Raises as find_font does.
    """
    installed = installed_fonts(environment)
    missing = [family for family in asked if family not in installed]
    if not missing:
        return {}
    found = find_font(environment, missing[0])
    family = _write_fitted(found, found.scale, folder) if found.scale else found.family
    system = environment.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"
    configuration = folder / "fonts.conf"
    configuration.write_text(_configuration(missing, family, folder, system), "utf-8")
    return {"FONTCONFIG_FILE": str(configuration)}
