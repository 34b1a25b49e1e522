"""Writing what a command was asked to leave in a file."""

from pathlib import Path

import click


def is_csv(path: Path) -> bool:
    """Tell whether CSV or a workbook is meant; any other ending, or a folder that is not there, is refused."""
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise click.UsageError(f"{path.name}: give a name that ends in .xlsx or .csv.")
    if not path.parent.is_dir():
        raise click.UsageError(f"{path.parent}: there is no such folder.")
    return path.suffix.lower() == ".csv"


def write_result(path: Path, content: bytes) -> None:
    """Write a file, or say in a sentence why that cannot be done."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise click.UsageError(f"{path} cannot be written: {error.strerror}.") from error
