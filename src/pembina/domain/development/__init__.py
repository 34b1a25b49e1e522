"""How civil servants learn: programmes in waves, courses with partners, sessions, and what came of them."""
