"""How far an import has come, on standard error and only where somebody looks at it."""

import sys
from collections.abc import Callable

import click


def progress_of(what: str) -> Callable[[int, int], None] | None:
    """Return what writes ``what: done/total`` over itself; None where standard error is no terminal."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        click.echo(f"\r{what}: {done}/{total}", err=True, nl=done == total)

    return show
