"""Programmes: planned, approved, run in waves, and looked at from above."""
