"""The records: one Django app per noun."""
