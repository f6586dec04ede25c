"""minsheng history: the story of each figure, as text and as JSON."""
