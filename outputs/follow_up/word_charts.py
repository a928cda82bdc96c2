"""Native charts of a workbook in a Word package: their parts, with the workbook that their numbers come from.

Word and LibreOffice draw them anew and let people edit their numbers (ECMA-376 part 1, 14.2.1 and 21.2.2.63).
"""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final

from outputs.docx.lengths import emu
from outputs.zip_entries import zip_entry

_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BOOK_PART: Final = "word/embeddings/evaluation.xlsx"
_PRINT_SETTINGS: Final = re.compile(rb"<c:printSettings>.*?</c:printSettings>", re.DOTALL)
_EXTERNAL: Final = b'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_INLINE: Final = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name="Chart {id}" descr="{alt}"/><wp:cNvGraphicFramePr/><a:graphic>'
    '<a:graphicData uri="{uri}"><c:chart xmlns:c="{uri}" r:id="{relation}"/></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


def chart_run(place: int, drawing_id: int, alt: str, size_twips: tuple[int, int]) -> str:
    """A run with the chart at that place (0-based) of the workbook; `alt` is XML text for those who cannot see it."""
    return _INLINE.format(
        cx=emu(size_twips[0]),
        cy=emu(size_twips[1]),
        id=drawing_id,
        alt=alt.replace('"', "&quot;"),
        uri=_CHART_URI,
        relation=_relation(place),
    )


def with_charts(docx: bytes, book: bytes, charts: int) -> bytes:
    """The Word package with the first `charts` charts of a workbook, to which runs of `chart_run` refer."""
    parts = _chart_parts(book, charts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            _write(new, name, _changed(name, old.read(name), charts))
        for name, data in parts.items():
            _write(new, name, data)
    return buffer.getvalue()


def _relation(place: int) -> str:
    return f"rIdChart{place + 1}"


def _chart_parts(book: bytes, charts: int) -> Mapping[str, bytes]:
    parts: dict[str, bytes] = {_BOOK_PART: book}
    relations = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATION}/package" Target="../embeddings/evaluation.xlsx"/></Relationships>'
    )
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        for number in range(1, charts + 1):
            # How a sheet prints its charts has no part in a text, and must not stand behind the data.
            chart = _PRINT_SETTINGS.sub(b"", archive.read(f"xl/charts/chart{number}.xml"))
            parts[f"word/charts/chart{number}.xml"] = chart.replace(b"</c:chartSpace>", _EXTERNAL)
            parts[f"word/charts/_rels/chart{number}.xml.rels"] = relations.encode()
    return parts


def _changed(name: str, part: bytes, charts: int) -> bytes:
    numbers = range(1, charts + 1)
    if name == "[Content_Types].xml":
        added = f'<Default Extension="xlsx" ContentType="{_BOOK_TYPE}"/>' + "".join(
            f'<Override PartName="/word/charts/chart{n}.xml" ContentType="{_CHART_TYPE}"/>' for n in numbers
        )
        return part.replace(b"</Types>", added.encode() + b"</Types>")
    if name == "word/_rels/document.xml.rels":
        added = "".join(
            f'<Relationship Id="{_relation(n - 1)}" Type="{_RELATION}/chart" Target="charts/chart{n}.xml"/>'
            for n in numbers
        )
        return part.replace(b"</Relationships>", added.encode() + b"</Relationships>")
    return part


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zip_entry(name), data)
