"""Forms that people filled in: rows of a workbook or of a .csv under known headers, to projects and reports."""
