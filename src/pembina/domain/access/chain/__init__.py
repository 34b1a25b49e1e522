"""Decisions sealed into a chain: each holds the hash of the one before, so that none can be changed unnoticed."""
