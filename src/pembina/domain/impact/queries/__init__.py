"""Questions about evaluations, each with the scope of whoever asks where it matters."""
