"""Staff and units from files: what a file says, what would change, the change itself, and the way back."""
