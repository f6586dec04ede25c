"""What the rules say of themselves, one format a file."""
