"""The service catalogue with its standards, and the calendar by which offices work: the side of those who keep them."""
