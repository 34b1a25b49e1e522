"""What human resources does by hand: persons, positions, acting authority, units, and many people at once."""
