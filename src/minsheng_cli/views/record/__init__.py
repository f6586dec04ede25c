"""What record says: which figures become what, which lines change, and its questions."""
