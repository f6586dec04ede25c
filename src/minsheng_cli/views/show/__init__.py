"""One project for its keeper: promise, targets, month by month, towards each deadline."""
