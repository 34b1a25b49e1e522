"""Pembina: performance-based development of civil servants, proven from the citizens' side."""

__version__ = "0.1.0"
