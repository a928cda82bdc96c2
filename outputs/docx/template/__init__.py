"""The look of an office's own Word file, for the content of a book to go into."""
