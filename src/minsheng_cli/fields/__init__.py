"""What every file model is made of: the base that knows its place, and the types of single values."""
