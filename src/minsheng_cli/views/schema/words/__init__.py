"""The Chinese words of the schemas: for every key what it is, what to type, and examples."""
