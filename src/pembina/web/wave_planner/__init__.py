"""The planner of waves: what a plan would see, and the lot that lays it."""
