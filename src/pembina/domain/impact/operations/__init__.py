"""What may be done to an evaluation; each operation has an actor and leaves an event."""
