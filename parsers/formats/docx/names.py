"""Qualified names of the XML that Word writes (ECMA-376 part 1, and Microsoft's extensions)."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that every Word file uses
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

W_VAL = W + "val"
W_P = W + "p"
W_PPR = W + "pPr"
W_R = W + "r"
W_RPR = W + "rPr"
W_T = W + "t"
W_TBL = W + "tbl"
W_TR = W + "tr"
W_TRPR = W + "trPr"
W_TC = W + "tc"
W_TCPR = W + "tcPr"
W_DRAWING = W + "drawing"
W_PICT = W + "pict"
W_SYM = W + "sym"
W_SECTPR = W + "sectPr"
W_SDT = W + "sdt"
W_SDT_CONTENT = W + "sdtContent"
MC_ALTERNATE = MC + "AlternateContent"

STRICT_NAMESPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
)
"""Word's "Strict Open XML" has other namespaces for the same names (ISO/IEC 29500 strict)."""

TRUE_VALUES = frozenset({None, "1", "true", "on"})
"""Values of a toggle property: the bare element means true."""
