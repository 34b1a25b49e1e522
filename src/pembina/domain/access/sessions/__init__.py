"""Sessions: who is signed in, on which device, since when; each can be ended."""
