"""Staff and units from files: give a file, read what would change, apply it, and take it back."""
