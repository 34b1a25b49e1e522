"""How many requests of a file do what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequestCounts:
    """``total`` counts rows of the file, everything else requests; a refused row of a log counts by itself.

    ``impossible`` and ``open`` are among those that are new, changed or unchanged.
    """

    total: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    impossible: int = 0
    open: int = 0
    warnings: int = 0

    @property
    def changes(self) -> int:
        """Return how many requests an import would touch."""
        return self.new + self.changed
