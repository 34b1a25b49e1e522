"""Files with one row a service request, aggregated to one figure a unit and month."""

from pembina.exchange.requests.zones import zone_minutes
from pembina.exchange.service_requests.figures import FIGURES, Figure
from pembina.exchange.service_requests.reading import read_requests
from pembina.exchange.service_requests.starts import AS_WRITTEN, Starts, starts_from_options, starts_from_table

__all__ = [
    "AS_WRITTEN",
    "FIGURES",
    "Figure",
    "Starts",
    "read_requests",
    "starts_from_options",
    "starts_from_table",
    "zone_minutes",
]
