"""A file of requests becomes columns of requests, whatever its shape; what cannot be taken is said row by row."""

from typing import Any

import numpy as np

from pembina.core.rules.service_time import MISSING
from pembina.core.rules.service_time.ledger import Flags
from pembina.core.rules.service_time.timeline import Integers
from pembina.domain.people.intake.rows import RowFinding
from pembina.domain.services.intake.reading import Reading, Shape
from pembina.domain.services.intake.rows import KnownService, RequestRows, RequestsRead
from pembina.exchange.requests import log_of_events, one_row
from pembina.exchange.requests.guessing import complete, require_columns, words_of
from pembina.exchange.requests.problems import LISTED, Problem
from pembina.exchange.requests.tabled import prepare
from pembina.exchange.requests.words import REASONS
from pembina.exchange.staff.cells import key_of
from pembina.exchange.tables import Table

LONGEST_VALUE = 200


def read_requests(table: Table, *, reading: Reading, services: tuple[KnownService, ...]) -> RequestsRead:
    """Read a file of requests as `reading` says.

    Parameters
    ----------
    services : those that the file may name; any other is unknown

    Raises
    ------
    UnreadableFileError : a column that the reading needs is missing
    """
    require_columns(reading, table)
    reading = complete(reading, words_of(table, reading))
    prepare(table, reading, services)
    if reading.shape is Shape.ROWS:
        one_row.place_rows(table, reading)
        refusals, warnings = one_row.REFUSALS, one_row.WARNINGS
    else:
        log_of_events.place_events(table, reading)
        refusals, warnings = log_of_events.REFUSALS, log_of_events.WARNINGS
    refused: dict[str, int] = {}
    findings: list[RowFinding] = []
    for problem, condition, shown in (*refusals, *warnings):
        count, found = _found(table, reading, problem, condition, shown)
        findings += found
        if count and (problem, condition, shown) in refusals:
            refused[problem.code] = count
    spans = _integers(table.arrays("SELECT span FROM requests WHERE span IS NOT NULL")["span"])
    findings.sort(key=lambda finding: finding.row)
    left_out = " OR ".join(f"coalesce({condition}, false)" for _, condition, _ in refusals)
    (refused_rows,) = table.query(f"SELECT count(*) FROM placed WHERE {left_out}")[0]
    return RequestsRead(_rows(table, reading), table.row_count, refused, tuple(findings), spans, refused_rows)


def _found(
    table: Table, reading: Reading, problem: Problem, condition: str, shown: str
) -> tuple[int, list[RowFinding]]:
    (count,) = table.query(f"SELECT count(*) FROM placed WHERE {condition}")[0]
    if not count:
        return 0, []
    rows = table.query(
        f"SELECT place, coalesce({shown}, '') FROM placed WHERE {condition} ORDER BY place LIMIT {LISTED}"
    )
    column = reading.columns.get(problem.field, "")
    return count, [problem.at(place, column, value[:LONGEST_VALUE]) for place, value in rows]


def _rows(table: Table, reading: Reading) -> RequestRows:
    found = table.arrays("""
        SELECT place, service, number, coalesce(channel, '') AS channel, received, ended, withdrawn, dates_only,
               says_open FROM requests ORDER BY position""")
    pauses = table.arrays("SELECT position, began, ended, reason FROM pauses ORDER BY position, began")
    reasons: dict[str, str] = {}
    return RequestRows(
        row=_integers(found["place"]),
        service=_integers(found["service"]),
        number=found["number"].tolist(),
        channel=found["channel"].tolist(),
        received=_integers(found["received"]),
        ended=_integers(found["ended"]),
        withdrawn=_flags(found["withdrawn"]),
        dates_only=_flags(found["dates_only"]),
        says_open=_flags(found["says_open"]),
        pause_of=_integers(pauses["position"]),
        pause_began=_integers(pauses["began"]),
        pause_ended=_integers(pauses["ended"]),
        pause_reason=[reasons.setdefault(word, _reason(word)) for word in pauses["reason"].tolist()],
        says_pauses=reading.tells_of_pauses,
    )


def _reason(word: str) -> str:
    """Return for whom a request waits; where a file does not say, it is the applicant, as the pause was recorded."""
    return REASONS.get(key_of(word), REASONS["applicant"]).value


def _integers(column: Any) -> Integers:
    filled: Integers = np.ma.filled(np.ma.asarray(column).astype(np.int64), MISSING)
    return filled


def _flags(column: Any) -> Flags:
    filled: Flags = np.ma.filled(np.ma.asarray(column).astype(bool), False)
    return filled
