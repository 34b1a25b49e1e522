"""What may be done to the records of services: each operation happens whole or not at all, with one audit event."""
