"""Results of the national record: one's own, those of staff, the files they come with, and the index simulated."""
