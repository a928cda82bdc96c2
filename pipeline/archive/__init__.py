"""The archive: plans of many local governments and years in one database, SQLite or PostgreSQL.

Its modules need the extra `archive`; `pipeline.archive.extras.need` says so in one sentence where it is missing.
"""
