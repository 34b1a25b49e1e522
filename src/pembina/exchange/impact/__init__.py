"""Runs of evaluations: the data frozen into files, computed by a worker, and computed again by anybody."""
