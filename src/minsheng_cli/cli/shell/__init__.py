"""What a shell gets: completion at Tab, and how it is installed."""
