"""The open data of a government: tables anybody may take, each with its metadata, in a catalogue that machines read.

Names of tables and columns are stable: a published column keeps its name and meaning. A number that stands for too few
is empty, and the column ``disembunyikan`` of its row names it; a number that is merely missing is empty without that.
"""

from pembina.exchange.open_data.tables import TABLES, table_named

__all__ = ["TABLES", "table_named"]
