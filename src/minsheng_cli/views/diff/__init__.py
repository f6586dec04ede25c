"""What is different between two states of a ledger, for people and for programs."""
