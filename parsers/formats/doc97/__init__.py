"""Word 97 files (.doc) before LibreOffice reads them: one fault of theirs that costs a table is mended.

docs/quirks/doc-table-at-end.md tells the fault. The room knows just enough of [MS-DOC] and [MS-CFB] for it.
"""

from parsers.formats.doc97.ending import ends_in_table, with_final_paragraph

__all__ = ["ends_in_table", "with_final_paragraph"]
