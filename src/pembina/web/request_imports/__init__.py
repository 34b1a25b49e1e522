"""Service requests from files: give a file, say how it is read, look at what would change, apply it, take it back."""
