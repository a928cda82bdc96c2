"""What things are: the neutral document, the records, the Plan, findings and vocabularies.

This room imports nothing of ours; only pydantic and the standard library.
"""
