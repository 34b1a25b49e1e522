"""The people somebody leads: what is agreed with each, how it goes, and what waits."""
