"""What is different between two states of a ledger, where each figure comes from, and what was closed: by meaning, not by lines.

Nothing here knows of git: a state is a ledger that has been read, whether from the disk or from a revision.
"""
