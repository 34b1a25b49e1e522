"""What the demonstration shows of performance."""
