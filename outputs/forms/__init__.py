"""The form on which projects are handed in, and the report of what was collected."""
