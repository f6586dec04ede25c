"""How fmt is shown."""
