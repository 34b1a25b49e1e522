"""One module per way of running: production (the default), demo, test. All share base."""
