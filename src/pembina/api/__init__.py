"""What other programs talk to: one event of a request at a time, as JSON."""
