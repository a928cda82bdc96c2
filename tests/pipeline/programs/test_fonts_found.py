"""The font of a PDF: installed, fitted from Laksaman, fitted from the package, or none."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

from outputs.docx import BookStyle, render
from pipeline.programs import fonts
from pipeline.programs.fonts import find_font, font_environment, installed_fonts, packaged_sarabun
from pipeline.programs.libreoffice import LibreOffice
from pipeline.programs.sfnt import Fit, fitted
from schemas.document import Source
from schemas.failures import MissingProgram
from schemas.plan import Plan, Project

FontTools = pytest.importorskip("fontTools.ttLib").TTFont
LAKSAMAN = Path("/usr/share/fonts/truetype/tlwg")
needs_laksaman = pytest.mark.skipif(not LAKSAMAN.joinpath("Laksaman.ttf").exists(), reason="no Laksaman")
needs_package = pytest.mark.skipif(not packaged_sarabun(), reason="no fontpkg-sarabun")
needs_soffice = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
# TH SarabunPSK as Word embeds it.
DIGIT_EM, KO_KAI_EM = 0.362, 0.386


@pytest.fixture
def only(tmp_path: Path) -> Callable[..., dict[str, str]]:
    """An environment whose fontconfig lists only the given font files."""

    def environment(*files: Path) -> dict[str, str]:
        folder = tmp_path / "listed"
        folder.mkdir()
        for file in files:
            (folder / file.name).symlink_to(file)
        configuration = tmp_path / "only.conf"
        configuration.write_text(
            f"<fontconfig><dir>{folder}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>"
        )
        return {**os.environ, "FONTCONFIG_FILE": str(configuration)}

    return environment


def advance_em(font: object, letter: str) -> float:
    glyph = font.getBestCmap()[ord(letter)]  # type: ignore[attr-defined]
    return float(font["hmtx"][glyph][0] / font["head"].unitsPerEm)  # type: ignore[index]


def renamed(source: Path, target: Path, family: str) -> Path:
    """A font under another family name, as an installed TH Sarabun would be."""
    fit = Fit(family=family, scale=1.0, ascent_em=0.85, descent_em=0.28)
    target.write_bytes(fitted(source.read_bytes(), fit))
    return target


@needs_laksaman
def test_an_installed_sarabun_is_used_as_it_is(only: Callable[..., dict[str, str]], tmp_path: Path) -> None:
    file = renamed(LAKSAMAN / "Laksaman.ttf", tmp_path / "sarabun.ttf", "TH Sarabun New")
    environment = only(file, LAKSAMAN / "Laksaman.ttf")
    found = find_font(environment, "TH SarabunPSK")
    assert (found.family, found.scale) == ("TH Sarabun New", None)
    assert font_environment(environment, ["TH Sarabun New"], tmp_path) == {}


@needs_laksaman
def test_laksaman_comes_before_the_package(only: Callable[..., dict[str, str]]) -> None:
    assert find_font(only(LAKSAMAN / "Laksaman.ttf")).family == "Laksaman"


@needs_package
def test_the_package_where_nothing_is_installed(only: Callable[..., dict[str, str]]) -> None:
    found = find_font(only())
    assert found.family == "Sarabun"
    assert len(found.files) == 4


def test_no_font_is_a_failure_that_says_what_to_install(
    only: Callable[..., dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "packaged_sarabun", lambda: ())
    with pytest.raises(MissingProgram) as failure:
        find_font(only())
    assert failure.value.code == "OUT003"
    assert "fonts-tlwg-laksaman" in failure.value.message("th")


def test_without_fontconfig_no_family_is_known(tmp_path: Path) -> None:
    assert installed_fonts({"PATH": str(tmp_path)}) == {}


@pytest.mark.parametrize(
    "way", [pytest.param("Laksaman", marks=needs_laksaman), pytest.param("Sarabun", marks=needs_package)]
)
def test_a_fitted_font_is_as_wide_as_th_sarabun(
    way: str, only: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    environment = only(*([LAKSAMAN / "Laksaman.ttf"] if way == "Laksaman" else []))
    folder = tmp_path / "fitted"
    folder.mkdir()
    added = font_environment(environment, ["TH SarabunPSK"], folder)
    matched = subprocess.run(
        ["fc-match", "--format", "%{family}\t%{file}", "TH SarabunPSK"],
        env={**environment, **added},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\t")
    assert matched[0] == f"{way} Phaen"
    font = FontTools(matched[1], checkChecksums=2)
    assert advance_em(font, "5") == pytest.approx(DIGIT_EM, rel=0.03)
    assert advance_em(font, "ก") == pytest.approx(KO_KAI_EM, rel=0.05)
    assert font["hhea"].ascent / font["head"].unitsPerEm == pytest.approx(0.85, abs=0.01)
    assert font["name"].getDebugName(1) == f"{way} Phaen"
    assert font["name"].getDebugName(13)  # its licence stays in it


def test_what_is_no_truetype_font_is_refused() -> None:
    with pytest.raises(ValueError, match="not a TrueType font"):
        fitted(b"\0\1\0\0" + b"\0" * 8, Fit(family="x", scale=1.0, ascent_em=1.0, descent_em=0.2))


@needs_soffice
@needs_package
def test_a_pdf_drawn_with_the_package_embeds_it(only: Callable[..., dict[str, str]], tmp_path: Path) -> None:
    plan = Plan(
        kind="operation_plan",
        fiscal_year=2566,
        projects=(Project(form="ผด.02", number="1", name="น้ำที่ป่าฎุญู กิ่งปุ๋ยชั่วโมง", months=(1, 2)),),
        source=Source(name="old.docx", sha256="0" * 64, format="docx", size_bytes=1),
    )
    file = tmp_path / "fresh.pdf"
    file.write_bytes(LibreOffice(only()).to_pdf(render(plan, BookStyle())))
    told = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True).stdout
    families = [line.split()[0].split("+")[-1] for line in told.splitlines()[2:]]
    assert families
    assert all(family.startswith("SarabunPhaen") for family in families)
