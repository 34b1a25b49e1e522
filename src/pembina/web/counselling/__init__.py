"""Counselling: a report of the leader, and what the counsellor keeps to himself or herself."""
