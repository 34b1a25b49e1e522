"""Questions about development, each with the scope of whoever asks."""
