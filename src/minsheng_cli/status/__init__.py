"""From figures to status: pure functions of the ledger and a month (the rules are in docs/rules.md)."""
