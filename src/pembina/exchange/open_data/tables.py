"""All tables of open data by their names."""

from pembina.exchange.open_data.commitments import COMMITMENTS
from pembina.exchange.open_data.complaints import COMPLAINTS
from pembina.exchange.open_data.satisfaction import SATISFACTION
from pembina.exchange.open_data.services import SERVICES
from pembina.exchange.open_data.shapes import OpenTable
from pembina.exchange.open_data.times import TIMES

TABLES: dict[str, OpenTable] = {table.name: table for table in (SERVICES, TIMES, SATISFACTION, COMPLAINTS, COMMITMENTS)}


def table_named(name: str) -> OpenTable | None:
    """Return a table; None where there is none of that name."""
    return TABLES.get(name)
