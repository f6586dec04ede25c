"""What is different between two states of a ledger, and where each figure comes from: by meaning, not by lines.

Nothing here knows of git: a state is a ledger that has been read, whether from the disk or from a revision.
"""
