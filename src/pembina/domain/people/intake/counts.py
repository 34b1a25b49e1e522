"""How many rows of a file do what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """``refused`` counts rows; ``warnings`` counts findings, of which a row can have several."""

    total: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    leaving: int = 0
    refused: int = 0
    warnings: int = 0

    @property
    def changes(self) -> int:
        """Return how many records an import would touch."""
        return self.new + self.changed + self.leaving
