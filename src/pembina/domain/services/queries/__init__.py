"""Questions about services, each with the scope of whoever asks."""
