"""What a review asks of a ledger: whether figures are still what they were."""
