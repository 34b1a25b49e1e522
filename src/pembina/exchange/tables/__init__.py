"""Tables as people have them: CSV, workbook or Parquet, recognised by content, read in bounded memory."""

from pembina.exchange.tables.coded import CodedColumn, coded_column
from pembina.exchange.tables.numeric import Decimals, NumberColumn, number_column
from pembina.exchange.tables.reader import MAX_ROWS, UPLOAD_LIMIT, read_rows, read_table
from pembina.exchange.tables.rows import Rows
from pembina.exchange.tables.table import Table
from pembina.exchange.tables.unreadable import UnreadableFileError

__all__ = [
    "MAX_ROWS",
    "UPLOAD_LIMIT",
    "CodedColumn",
    "Decimals",
    "NumberColumn",
    "Rows",
    "Table",
    "UnreadableFileError",
    "coded_column",
    "number_column",
    "read_rows",
    "read_table",
]
