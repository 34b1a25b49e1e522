"""Input that cannot be used ends a command with exit code 2 and one message: what, where, and what to do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, Protocol

import click

from pembina.core.text import Text

EXIT_CODE = 2


class Refusal(Protocol):
    """What every refusal of the storeys below carries."""

    message: Text
    remedy: Text


@contextmanager
def unusable_input(kinds: tuple[type[Exception], ...], language: str) -> Iterator[None]:
    """Turn a refusal of one of `kinds`, or a lack of memory, into its message on standard error."""
    try:
        yield
    except kinds as refusal:
        say_and_exit(refusal, language)  # type: ignore[arg-type]
    except MemoryError:
        say_and_exit(_TooLarge(), language)


def say_and_exit(refusal: Refusal, language: str) -> NoReturn:
    """Print the message with column, row and remedy, and end with exit code 2."""
    english = language == "en"
    click.echo(f"{'Error' if english else 'Galat'}: {refusal.message.in_language(language)}", err=True)
    where = [
        f"{label} {value}"
        for label, value in (
            ("column" if english else "kolom", getattr(refusal, "column", None)),
            ("row" if english else "baris", getattr(refusal, "row", None)),
        )
        if value is not None
    ]
    if where:
        click.echo(f"{'Where' if english else 'Letak'}: {', '.join(where)}", err=True)
    click.echo(f"{'Remedy' if english else 'Perbaikan'}: {refusal.remedy.in_language(language)}", err=True)
    if option := getattr(refusal, "option", None):
        click.echo(f"{'Option' if english else 'Pilihan'}: {option}", err=True)
    sys.exit(EXIT_CODE)


class _TooLarge:
    message = Text(
        id="Berkas ini terlalu besar untuk memori komputer ini.",
        en="This file is too large for this computer's memory.",
    )
    remedy = Text(
        id="Sisakan hanya kolom yang diperlukan, atau ringkas dahulu per unit dan bulan.",
        en="Keep only the columns needed, or summarise by unit and month first.",
    )
