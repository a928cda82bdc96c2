"""A draft of next year's plan for a committee: as a workbook to fill in, as a book with comments, as a list."""
