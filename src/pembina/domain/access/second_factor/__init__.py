"""The second step of signing in: a code of the moment, a passkey, or a recovery code where both are out of reach."""
