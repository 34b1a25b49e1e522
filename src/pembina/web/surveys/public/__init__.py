"""What a citizen meets: small, without an account, with and without JavaScript, on a dead line too."""
