"""Objections to appraisals: filed, answered, decided, and published without names."""
