"""What a visitor wants to know about a file, stated before the result. No Django here: see `computation`."""

from dataclasses import dataclass, fields

from pembina.core.effect.group_time import Comparison
from pembina.core.effect.notes import RefusedError
from pembina.core.effect.question import Question
from pembina.exchange.panel_files import PanelColumns, blamed_column, read_panel, refusal_with_rows
from pembina.exchange.service_requests import (
    AS_WRITTEN,
    Figure,
    Starts,
    read_requests,
    starts_from_options,
    starts_from_table,
)
from pembina.exchange.tables import Decimals, Table, UnreadableFileError


@dataclass(frozen=True, slots=True)
class Asked:
    """The question itself; `smallest_effect` is in the unit of the figure, which `outcome_unit` names."""

    lower_is_better: bool
    smallest_effect: float | None
    comparison: Comparison
    random_timing: bool
    outcome_unit: str = ""

    def question(self) -> Question:
        return Question(
            lower_is_better=self.lower_is_better,
            smallest_effect=self.smallest_effect,
            comparison=self.comparison,
            random_timing=self.random_timing,
            outcome_unit=self.outcome_unit,
        )


@dataclass(frozen=True, slots=True)
class PanelWish:
    """One row a unit and period: which column plays which role."""

    asked: Asked
    unit: str
    time: str
    outcome: str
    start: str
    covariates: tuple[str, ...] = ()
    decimals: Decimals = "auto"

    def read(self, table: Table) -> PanelColumns:
        return read_panel(
            table,
            unit=self.unit,
            time=self.time,
            outcome=self.outcome,
            start=self.start,
            covariates=self.covariates,
            decimals=self.decimals,
        )

    def in_rows(self, refusal: RefusedError, table: Table, columns: PanelColumns) -> UnreadableFileError:
        """Say a refusal of the engine with the column and the rows of the file."""
        column = blamed_column(
            refusal,
            unit=self.unit,
            time=self.time,
            outcome=self.outcome,
            start=self.start,
            covariates=self.covariates,
        )
        return refusal_with_rows(refusal, table, columns, column=column)


@dataclass(frozen=True, slots=True)
class RequestWish:
    """One row a service request, aggregated to unit-months.

    Attributes
    ----------
    start : column of the start; empty if ``starts_written`` lists them as "unit=month" lines
    standard_days : promised days, for the share on time
    zone : minutes east of Greenwich for times without an offset; None as written
    """

    asked: Asked
    unit: str
    received: str
    completed: str
    figure: Figure
    start: str = ""
    starts_written: tuple[str, ...] = ()
    standard_days: float | None = None
    zone: int | None = None

    def read(self, table: Table) -> PanelColumns:
        return read_requests(
            table,
            unit=self.unit,
            received=self.received,
            completed=self.completed,
            figure=self.figure,
            starts=self.starts(table),
            standard_days=self.standard_days,
            zone=self.zone,
        )

    def starts(self, table: Table) -> Starts:
        if self.start:
            return starts_from_table(table, unit=self.unit, start=self.start)
        return starts_from_options(self.starts_written)

    def in_rows(self, refusal: RefusedError, table: Table, columns: PanelColumns) -> UnreadableFileError:
        """Rows of the engine are unit-months here, so the file's rows say nothing; only the start can be to blame."""
        column = (self.start or None) if "treated" in refusal.code or "start" in refusal.code else None
        return UnreadableFileError(refusal.message, refusal.remedy, column=column)


Wish = PanelWish | RequestWish


ANSWERED_BY = {
    "--decimal": "decimals",
    "--standard-days": "standard_days",
    "--start-of": "starts_written",
    "--zone": "zone",
}


def role_of(wish: Wish, refusal: UnreadableFileError) -> str:
    """Return the form field of a refusal: the one its remedy speaks of, else the one of its column, else "file"."""
    if refusal.option in ANSWERED_BY:
        return ANSWERED_BY[refusal.option]
    column = refusal.column
    if column == AS_WRITTEN:
        return "starts_written"
    for field in fields(wish):
        value = getattr(wish, field.name)
        if column and (value == column or (isinstance(value, tuple) and column in value)):
            return field.name
    return "file"
