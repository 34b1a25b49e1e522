"""What somebody learns and may learn, and what a superior decides about it."""
