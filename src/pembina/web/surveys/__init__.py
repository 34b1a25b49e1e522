"""The satisfaction survey: the page that citizens answer, and the desk of the officer who runs it."""
