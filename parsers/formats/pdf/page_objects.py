"""A page's objects in the order of its content, those inside forms at the form's place."""

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.frame import IDENTITY, Matrix, concat

FORM_DEPTH_LIMIT = 8  # forms within forms; deeper ones are an attack


@dataclass(slots=True)
class PageObject:
    """A PDFium handle, its address (of texts; 0 of paths), and the matrix of the forms around it."""

    handle: Any
    address: int
    outer: Matrix

    def matrix(self) -> Matrix:
        """From the object's own space to the page's user space."""
        return concat(object_matrix(self.handle), self.outer)


@dataclass(slots=True)
class PageObjects:
    """Texts and paths, each kind in content order."""

    texts: list[PageObject] = field(default_factory=list)
    paths: list[PageObject] = field(default_factory=list)


def page_objects(page: Any) -> PageObjects:
    """All text and path objects of a page (raw handle)."""
    found = PageObjects()
    _collect(found, page, IDENTITY, 0)
    return found


def _collect(found: PageObjects, container: Any, outer: Matrix, depth: int) -> None:
    """Adds the objects of a page (depth 0) or of a form on it."""
    is_page = depth == 0
    count = (pdfium_c.FPDFPage_CountObjects if is_page else pdfium_c.FPDFFormObj_CountObjects)(container)
    get = pdfium_c.FPDFPage_GetObject if is_page else pdfium_c.FPDFFormObj_GetObject
    kind_of, address_of = pdfium_c.FPDFPageObj_GetType, ctypes.addressof
    for index in range(count):
        item = get(container, index)
        kind = kind_of(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            found.texts.append(PageObject(item, address_of(item.contents), outer))
        elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            found.paths.append(PageObject(item, 0, outer))
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < FORM_DEPTH_LIMIT:
            _collect(found, item, concat(object_matrix(item), outer), depth + 1)


def object_matrix(item: Any) -> Matrix:
    """The object's own matrix."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, matrix):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
