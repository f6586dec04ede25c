"""The canonical form of a ledger's files: one ledger before and after, and each of its rules alone."""
