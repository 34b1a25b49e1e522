"""Logs with many rows a request, as SQL: from the first event to the last, with the waiting between."""

from pembina.domain.services.intake.reading import Reading
from pembina.exchange.requests import problems as say
from pembina.exchange.requests.instants import has_clock, is_midnight, microseconds_of, offset_minutes, wall_time
from pembina.exchange.requests.problems import LONGEST_NUMBER, Problem
from pembina.exchange.requests.tabled import cell, service_key, without_examples
from pembina.exchange.tables import Table

REFUSALS: tuple[tuple[Problem, str, str], ...] = (
    (say.NO_NUMBER, "number IS NULL", "number"),
    (say.LONG_NUMBER, f"length(number) > {LONGEST_NUMBER}", "number"),
    (say.UNKNOWN_SERVICE, "service IS NULL", "service_text"),
    (say.NO_TIME, "at_text IS NULL", "at_text"),
    (say.BAD_TIME, "at_text IS NOT NULL AND at_wall IS NULL", "at_text"),
    (
        say.BROKEN_CASE,
        "is_first AND is_broken AND number IS NOT NULL AND length(number) <= 64 AND service IS NOT NULL",
        "number",
    ),
)
WARNINGS: tuple[tuple[Problem, str, str], ...] = ()


def place_events(table: Table, reading: Reading) -> None:
    """Write ``placed`` (every event) and ``requests`` and ``pauses`` (of those that can be taken whole)."""
    _parse(table, reading)
    _place(table)
    _order(table)
    ended = "last_meaning IN ('completed', 'withdrawn')" if reading.tells_the_end else "true"
    table.query(f"""
        CREATE OR REPLACE TEMP TABLE requests AS
        WITH lives AS (
            SELECT service, number, min(place) AS place, arg_min(channel, nth) AS channel, min(moment) AS received,
                   max(moment) AS last, arg_max(meaning, nth) AS last_meaning, bool_or(NOT clocked) AS dates_only,
                   arg_min(at_text, nth) AS shown_received, arg_max(at_text, nth) AS shown_ended
            FROM ordered GROUP BY service, number)
        SELECT row_number() OVER (ORDER BY place) - 1 AS position, place, service, number, channel, received,
               CASE WHEN {ended} THEN last END AS ended, last_meaning = 'withdrawn' AS withdrawn, dates_only,
               NOT ({ended}) AS says_open, last - received AS span, shown_received, shown_ended
        FROM lives""")
    table.query("""
        CREATE OR REPLACE TEMP TABLE pauses AS
        WITH turns AS (
            SELECT service, number, moment, nth, meaning FROM (
                SELECT *, lag(meaning) OVER life AS before FROM ordered
                WINDOW life AS (PARTITION BY service, number ORDER BY nth))
            WHERE before IS NULL OR before <> meaning),
        rests AS (
            SELECT *, lead(moment) OVER (PARTITION BY service, number ORDER BY nth) AS until FROM turns)
        SELECT q.position, r.moment AS began, coalesce(r.until, q.ended) AS ended, substr(r.meaning, 9) AS reason
        FROM rests r JOIN requests q USING (service, number)
        WHERE r.meaning LIKE 'waiting%' AND r.moment IS DISTINCT FROM coalesce(r.until, q.ended)""")


def _parse(table: Table, reading: Reading) -> None:
    at, word = cell(table, reading, "at"), cell(table, reading, "activity")
    table.query(f"""
        CREATE OR REPLACE TEMP TABLE parsed AS
        SELECT r, {cell(table, reading, "number")} AS number, {cell(table, reading, "service")} AS service_text,
               {service_key(table, reading)} AS service_key, lower({cell(table, reading, "channel")}) AS channel_key,
               {at} AS at_text, {wall_time(at)} AS at_wall, {offset_minutes(at)} AS at_offset,
               {has_clock(at)} AS clocked, {word} AS word
        FROM data WHERE {without_examples(cell(table, reading, "number"))}""")


def _place(table: Table) -> None:
    (all_midnight,) = table.query(
        f"SELECT coalesce(bool_and({is_midnight('at_wall')}), true) FROM parsed WHERE at_wall IS NOT NULL"
    )[0]
    table.query(f"""
        CREATE OR REPLACE TEMP TABLE placed AS
        SELECT *, bool_or(moment IS NULL) OVER (PARTITION BY service, number) AS is_broken,
               row_number() OVER (PARTITION BY service, number ORDER BY r) = 1 AS is_first
        FROM (
            SELECT p.* EXCLUDE (service_key, channel_key, clocked), {"false" if all_midnight else "clocked"} AS clocked,
                   g.place, s.pk AS service, c.channel, coalesce(m.meaning, 'progress') AS meaning,
                   {microseconds_of("at_wall", "coalesce(at_offset, s.zone)")} AS moment
            FROM parsed p JOIN places g USING (r)
            LEFT JOIN services s ON s.key = p.service_key
            LEFT JOIN channels c ON c.word = p.channel_key
            LEFT JOIN meanings m ON m.word = lower(p.word))""")


def _order(table: Table) -> None:
    """Write ``ordered``: the events that count, of requests without a broken one, in the order of time."""
    table.query(f"""
        CREATE OR REPLACE TEMP TABLE ordered AS
        SELECT *, row_number() OVER (PARTITION BY service, number ORDER BY moment, r) AS nth FROM placed
        WHERE NOT is_broken AND service IS NOT NULL AND number IS NOT NULL AND length(number) <= {LONGEST_NUMBER}
              AND meaning <> 'ignored'""")
