"""PDF files with a text layer to the neutral document.

PDFium gives characters and drawn paths; pdfminer and poppler's pdftotext are further sources of characters for
pages whose text PDFium gives damaged. The order of characters is the order of the file's content, never an
order by position: sorting tears Thai marks from their letters.
"""

from parsers.formats.pdf.reading import read

__all__ = ["read"]
