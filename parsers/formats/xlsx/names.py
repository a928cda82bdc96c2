"""Qualified names of the XML that Excel writes (ECMA-376 part 1, and Microsoft's extensions)."""

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

STRICT_NAMESPACES = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", S),
    (b"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", XDR),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
)
"""Excel's "Strict Open XML" has other namespaces for the same names (ISO/IEC 29500 strict)."""

TRUE_VALUES = frozenset({"1", "true", "on"})
LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
"""1-based limits of a sheet (Excel specifications and limits)."""
