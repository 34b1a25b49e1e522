"""Computed effects in words and tables, for every journey that shows one."""
