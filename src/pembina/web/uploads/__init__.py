"""What every page that takes a file needs: the field, the bounded computation, and a result the visitor carries."""

from pembina.exchange.bounded import ComputationStoppedError, within_limits
from pembina.web.uploads.field import TableFileField
from pembina.web.uploads.sealed import BrokenSealError, opened, sealed

__all__ = [
    "BrokenSealError",
    "ComputationStoppedError",
    "TableFileField",
    "opened",
    "sealed",
    "within_limits",
]
