"""Roles: who can do what in words, and who holds which."""
