"""Whether a programme worked: designs locked before the data, runs that can be repeated, decisions that are signed."""
