"""What the government does for citizens, how long it takes, and what they say about it."""
