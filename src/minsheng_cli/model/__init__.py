"""The shape of a ledger's files, and the ledger that is built from them."""
