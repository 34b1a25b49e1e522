"""Tokens by which programs of a unit report requests: issued, shown once, revoked."""
