"""Files of service checks and medals, as human resources keep them in lists of their own.

Nothing in the reader needs Django: what comes in is read in a bounded process (`pembina.exchange.bounded_reading`).
"""

from pembina.exchange.service_records.reading import MAX_ROWS, RecordFile, RecordRow, read_records
from pembina.exchange.service_records.template import records_template

__all__ = ["MAX_ROWS", "RecordFile", "RecordRow", "read_records", "records_template"]
