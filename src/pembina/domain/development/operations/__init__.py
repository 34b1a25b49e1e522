"""What may be done to the records of development: each operation happens whole or not at all, with one audit event."""
