"""What is different between two states of a ledger, and where each figure comes from: by meaning, not by lines.

A state is a ledger that has been read, whether from the disk or from a revision; only a figure's story (history.py)
knows of commits, as git/log.py lists them.
"""
