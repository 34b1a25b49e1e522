"""Coaching and mentoring on record, confirmed by both, and what the guided person thinks of it."""
