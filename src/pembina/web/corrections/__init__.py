"""Somebody says that a superior or a unit on record is wrong, and human resources answers."""
