"""Which fonts an office's styles ask for."""

from collections.abc import Iterable

from lxml import etree

from outputs.docx.template.parts import A, W, value

USUAL_FONT = "TH SarabunPSK"
# Their letters are signs: nothing may stand in for them.
_KEYS = ("ascii", "hAnsi", "cs")
_SIGNS = ("symbol", "wingdings", "webdings", "marlett")
_THEME_FONTS = {"major": "majorFont", "minor": "minorFont"}


def thai_font(styles: etree._Element, theme: etree._Element | None) -> str:
    """The family of complex script that plain text has: of the default style, of the defaults, else the usual."""
    plain = next(
        (
            s
            for s in styles.iter(f"{W}style")
            if value(s, "type") == "paragraph" and value(s, "default") == "1"
        ),
        None,
    )
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault")
    for place in (plain, defaults):
        fonts = None if place is None else place.find(f"{W}rPr/{W}rFonts")
        family = None if fonts is None else _complex_family(fonts, theme)
        if family:
            return family
    return USUAL_FONT


def _complex_family(fonts: etree._Element, theme: etree._Element | None) -> str | None:
    named = value(fonts, "cstheme")
    if named and theme is not None:
        scheme = theme.find(f".//{A}{_THEME_FONTS.get(named[:5], 'minorFont')}")
        thai = None if scheme is None else scheme.find(f"{A}font[@script='Thai']")
        plain = None if scheme is None else scheme.find(f"{A}cs")
        for font in (thai, plain):
            if font is not None and font.get("typeface"):
                return font.get("typeface")
    return value(fonts, "cs")


def families(roots: Iterable[etree._Element], theme: etree._Element | None) -> tuple[str, ...]:
    """All families that the roots and the theme name for Latin and Thai text, but for those of signs."""
    named = [value(fonts, key) for root in roots for fonts in root.iter(f"{W}rFonts") for key in _KEYS]
    named += [] if theme is None else _theme_families(theme)
    found = (family for family in named if family and not family.lower().startswith(_SIGNS))
    return tuple(dict.fromkeys(found))


def _theme_families(theme: etree._Element) -> list[str | None]:
    schemes = list(theme.iter(f"{A}majorFont", f"{A}minorFont"))
    places = (f"{A}latin", f"{A}font[@script='Thai']", f"{A}cs")
    found = (scheme.find(place) for scheme in schemes for place in places)
    return [font.get("typeface") for font in found if font is not None]
