"""Tables with roles: which rows are header, which column is which field, which heading governs, which months are marked."""
