"""The archive's schema as steps, run by Alembic."""
