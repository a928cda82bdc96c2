"""A page's objects in the order of its content, those inside forms at the form's place."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.frame import IDENTITY, Matrix, concat

FORM_DEPTH_LIMIT = 8  # forms within forms; deeper ones are an attack


@dataclass(frozen=True, slots=True)
class TextObject:
    """One piece of shown text: its PDFium handle and address, its rank in the content, its form's matrix."""

    handle: Any
    address: int
    rank: int
    outer: Matrix

    def matrix(self) -> Matrix:
        """From text space to the page's user space."""
        return concat(object_matrix(self.handle), self.outer)


def text_objects(page: Any) -> Iterator[TextObject]:
    """All text objects of a page (raw handle)."""
    wanted = pdfium_c.FPDF_PAGEOBJ_TEXT
    for rank, (handle, outer) in enumerate(objects_of_kind(page, wanted, IDENTITY)):
        yield TextObject(handle, ctypes.addressof(handle.contents), rank, outer)


def objects_of_kind(
    container: Any, wanted: int, outer: Matrix, depth: int = 0
) -> Iterator[tuple[Any, Matrix]]:
    """(handle, matrix outside of the object) of each object of one PDFium kind."""
    is_page = depth == 0
    count = (pdfium_c.FPDFPage_CountObjects if is_page else pdfium_c.FPDFFormObj_CountObjects)(container)
    get = pdfium_c.FPDFPage_GetObject if is_page else pdfium_c.FPDFFormObj_GetObject
    for index in range(count):
        item = get(container, index)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == wanted:
            yield item, outer
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < FORM_DEPTH_LIMIT:
            yield from objects_of_kind(item, wanted, concat(object_matrix(item), outer), depth + 1)


def object_matrix(item: Any) -> Matrix:
    """The object's own matrix."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, matrix):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
