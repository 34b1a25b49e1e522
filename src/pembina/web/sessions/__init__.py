"""Batches and sessions, for whoever organises them: seats, people, hours and rooms."""
