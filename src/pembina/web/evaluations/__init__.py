"""Evaluations: their list, the design and its locking."""
