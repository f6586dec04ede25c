"""Rules that look at the whole ledger."""
