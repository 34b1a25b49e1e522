"""The command `pembina`."""
