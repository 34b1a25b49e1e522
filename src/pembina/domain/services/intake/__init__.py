"""Requests from files: what a file says, what it would change, and the way back."""
