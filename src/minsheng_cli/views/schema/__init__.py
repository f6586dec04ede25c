"""The JSON Schema of the ledger's files, for editors: made from the models, worded in Chinese."""
