"""From the file and the options of `pembina effect` to the engine's panel."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from pembina.core.effect import Panel, RefusedError
from pembina.core.text import Text
from pembina.exchange.panel_files import (
    ColumnGuess,
    PanelColumns,
    blamed_column,
    guess_columns,
    panel_from_columns,
    read_panel,
    refusal_with_rows,
)
from pembina.exchange.service_requests import (
    Figure,
    Starts,
    read_requests,
    starts_from_options,
    starts_from_table,
    zone_minutes,
)
from pembina.exchange.tables import Decimals, Table, UnreadableFileError, read_table


@dataclass(frozen=True, slots=True)
class Roles:
    """Columns named on the command line; None where the file has to tell."""

    unit: str | None
    time: str | None
    outcome: str | None
    start: str | None
    covariates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestOptions:
    """Options of a file with one row a service request."""

    received: str | None
    completed: str | None
    figure: Figure
    standard_days: float | None
    zone: str | None
    starts_file: Path | None
    starts_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """What the evaluation needs: the panel, and the columns for the names of periods."""

    panel: Panel
    columns: PanelColumns


def open_table(path: Path, sheet: str | None) -> Table:
    """Read the file."""
    return read_table(path, name=path.name or str(path), sheet=sheet)


def panel_of_rows(table: Table, roles: Roles, decimals: Decimals, language: str) -> Ready:
    """Read a file with one row a unit and period; what was not named is guessed and said on standard error."""
    named = _completed(table, roles, language)
    columns = read_panel(
        table,
        unit=str(named.unit),
        time=str(named.time),
        outcome=str(named.outcome),
        start=str(named.start),
        covariates=named.covariates,
        decimals=decimals,
    )
    try:
        return Ready(panel_from_columns(columns), columns)
    except RefusedError as refusal:
        column = blamed_column(
            refusal,
            unit=str(named.unit),
            time=str(named.time),
            outcome=str(named.outcome),
            start=str(named.start),
            covariates=named.covariates,
        )
        raise refusal_with_rows(refusal, table, columns, column=column) from None


def panel_of_requests(table: Table, roles: Roles, options: RequestOptions) -> Ready:
    """Read a file with one row a service request."""
    for option, column in (
        ("--unit", roles.unit),
        ("--received", options.received),
        ("--completed", options.completed),
    ):
        if column is None:
            raise _lacking(option, table)
    columns = read_requests(
        table,
        unit=str(roles.unit),
        received=str(options.received),
        completed=str(options.completed),
        figure=options.figure,
        starts=_starts(table, roles, options),
        standard_days=options.standard_days,
        zone=zone_minutes(options.zone) if options.zone else None,
    )
    return Ready(panel_from_columns(columns), columns)


def _starts(table: Table, roles: Roles, options: RequestOptions) -> Starts:
    if options.starts_of:
        return starts_from_options(options.starts_of)
    if options.starts_file is not None:
        return starts_from_table(open_table(options.starts_file, None))
    if roles.start is not None:
        return starts_from_table(table, unit=roles.unit, start=roles.start)
    raise UnreadableFileError(
        Text(id="Mulai program per unit belum diketahui.", en="The start of the programme in each unit is not known."),
        Text(
            id="Beri --start-of 'UNIT=2024-03' untuk tiap unit, --starts BERKAS (unit, mulai), atau --start KOLOM.",
            en="Give --start-of 'UNIT=2024-03' for each unit, --starts FILE (unit, start), or --start COLUMN.",
        ),
    )


def _completed(table: Table, roles: Roles, language: str) -> Roles:
    """Fill the roles that were not named from a guess, saying so; refuse where the guess is not sure."""
    names = ("unit", "time", "outcome", "start")
    if all(getattr(roles, name) for name in names):
        return roles
    guess = guess_columns(table)
    guessed = {name: getattr(guess, name) for name in names if not getattr(roles, name)}
    unsure = [name for name, found in guessed.items() if not found.is_sure]
    if unsure:
        raise _unsure(table, guess, unsure)
    for name, found in guessed.items():
        click.echo(f"--{name} {found.column}  ({found.reason.in_language(language)})", err=True)
    filled = {name: getattr(roles, name) or guessed[name].column for name in names}
    return Roles(**filled, covariates=roles.covariates)


def _unsure(table: Table, guess: ColumnGuess, unsure: Sequence[str]) -> UnreadableFileError:
    options = ", ".join(f"--{name}" for name in unsure)
    listed = ", ".join(f"“{column}”" for column in table.columns[:20])
    perhaps = [f"--{name} {getattr(guess, name).column}" for name in unsure if getattr(guess, name).column]
    maybe = (f" Mungkin: {', '.join(perhaps)}.", f" Perhaps: {', '.join(perhaps)}.") if perhaps else ("", "")
    return UnreadableFileError(
        Text(
            id=f"Kolom untuk {options} tidak dapat dipastikan dari {table.name}; kolomnya: {listed}.",
            en=f"The columns for {options} cannot be told from {table.name}; its columns are {listed}.",
        ),
        Text(id=f"Sebutkan kolomnya dengan {options}.{maybe[0]}", en=f"Name them with {options}.{maybe[1]}"),
    )


def _lacking(option: str, table: Table) -> UnreadableFileError:
    listed = ", ".join(f"“{column}”" for column in table.columns[:20])
    return UnreadableFileError(
        Text(
            id=f"Dengan --requests, kolom untuk {option} perlu disebut; kolom {table.name}: {listed}.",
            en=f"With --requests, the column for {option} must be named; columns of {table.name}: {listed}.",
        ),
        Text(id=f"Tambahkan {option} KOLOM.", en=f"Add {option} COLUMN."),
    )
