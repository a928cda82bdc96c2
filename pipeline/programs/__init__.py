"""Outside programs, one module each; nobody else starts a process."""
