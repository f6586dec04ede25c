"""民生工程台账 minsheng: a plain-text ledger of the promises a county made in public."""

__version__ = "0.1.0"
