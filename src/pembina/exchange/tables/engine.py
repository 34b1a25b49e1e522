"""An embedded DuckDB that reads one file, stays in memory and reaches nothing else."""

from collections.abc import Sequence

import duckdb

MEMORY_LIMIT = "3GB"


def open_engine(readable: Sequence[str] = ()) -> duckdb.DuckDBPyConnection:
    """Return a connection that may read the given paths only: no network, no extension, no spill to disk."""
    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": 2,
            "memory_limit": MEMORY_LIMIT,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "temp_directory": "",
        },
    )
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET allowed_paths = ?", [list(readable)])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection
