"""The upward and peer pulse: answered in two minutes, published only of four and more."""
