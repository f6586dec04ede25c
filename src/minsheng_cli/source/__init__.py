"""Where the ledger's bytes come from, and how they become placed nodes."""
