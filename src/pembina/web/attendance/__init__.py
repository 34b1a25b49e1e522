"""The day of a session: the code on the screen, the list of those expected, and checking in on one's own phone."""
