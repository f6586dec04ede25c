"""The canonical form of a ledger's files (docs/files.md): text and its nodes to text, never by dumping YAML."""
