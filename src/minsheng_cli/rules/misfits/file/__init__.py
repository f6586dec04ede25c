"""1xx: bytes, lines and YAML."""
