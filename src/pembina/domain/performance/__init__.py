"""What is expected of a civil servant, what was said about it on the way, and a fair appraisal in the end."""
