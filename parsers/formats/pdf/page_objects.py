"""A page's objects in the order of its content, those inside forms at the form's place."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.frame import IDENTITY, Matrix, concat

FORM_DEPTH_LIMIT = 8  # forms within forms; deeper ones are an attack


@dataclass(slots=True)
class PageObject:
    """A PDFium handle, its address, and the matrix of the forms around it."""

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
    by_kind = {pdfium_c.FPDF_PAGEOBJ_TEXT: found.texts, pdfium_c.FPDF_PAGEOBJ_PATH: found.paths}
    for kind, handle, outer in _objects(page, IDENTITY, 0):
        own = by_kind.get(kind)
        if own is not None:
            own.append(PageObject(handle, ctypes.addressof(handle.contents), outer))
    return found


def _objects(container: Any, outer: Matrix, depth: int) -> Iterator[tuple[int, Any, Matrix]]:
    """(PDFium kind, handle, matrix outside of the object) of each object; forms are entered."""
    is_page = depth == 0
    count = (pdfium_c.FPDFPage_CountObjects if is_page else pdfium_c.FPDFFormObj_CountObjects)(container)
    get = pdfium_c.FPDFPage_GetObject if is_page else pdfium_c.FPDFFormObj_GetObject
    kind_of = pdfium_c.FPDFPageObj_GetType
    for index in range(count):
        item = get(container, index)
        kind = kind_of(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < FORM_DEPTH_LIMIT:
            yield from _objects(item, concat(object_matrix(item), outer), depth + 1)
        else:
            yield kind, item, outer


def object_matrix(item: Any) -> Matrix:
    """The object's own matrix."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, matrix):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
