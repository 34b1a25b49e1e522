"""How somebody gets into an account for the first time, or again: a code that works once, for some days."""
