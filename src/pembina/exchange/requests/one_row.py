"""Files with one row a request, as SQL."""

from pembina.domain.services.intake.reading import Reading
from pembina.exchange.requests import problems as say
from pembina.exchange.requests.instants import has_clock, is_midnight, microseconds_of, offset_minutes, wall_time
from pembina.exchange.requests.problems import LONGEST_NUMBER, Problem
from pembina.exchange.requests.tabled import cell, service_key, without_examples
from pembina.exchange.tables import Table

_TIMES = ("received", "ended", "pause_began", "pause_ended")
# Problem, the condition on a row of ``placed``, and the cell that shows it.
REFUSALS: tuple[tuple[Problem, str, str], ...] = (
    (say.NO_NUMBER, "number IS NULL", "number"),
    (say.LONG_NUMBER, f"length(number) > {LONGEST_NUMBER}", "number"),
    (say.UNKNOWN_SERVICE, "service IS NULL", "service_text"),
    (say.BAD_RECEIVED, "received_text IS NOT NULL AND received_wall IS NULL", "received_text"),
    (say.BAD_ENDED, "ended_text IS NOT NULL AND ended_wall IS NULL", "ended_text"),
    (say.BAD_PAUSE_BEGAN, "pause_began_text IS NOT NULL AND pause_began_wall IS NULL", "pause_began_text"),
    (say.BAD_PAUSE_ENDED, "pause_ended_text IS NOT NULL AND pause_ended_wall IS NULL", "pause_ended_text"),
    (say.PAUSE_WITHOUT_BEGINNING, "pause_ended_text IS NOT NULL AND pause_began_text IS NULL", "pause_ended_text"),
    (say.END_WITHOUT_TIME, "meaning IN ('completed', 'withdrawn') AND ended_text IS NULL", "status_text"),
    (say.REPEATED_NUMBER, "turn > 1 AND number IS NOT NULL AND service IS NOT NULL", "number"),
)
WARNINGS: tuple[tuple[Problem, str, str], ...] = (
    (
        say.OPEN_WITH_END,
        "meaning NOT IN ('completed', 'withdrawn', 'ignored') AND ended_wall IS NOT NULL",
        "status_text",
    ),
)


def place_rows(table: Table, reading: Reading) -> None:
    """Write ``placed`` (every row) and ``requests`` and ``pauses`` (those that can be taken)."""
    _parse(table, reading)
    _place(table)
    refused = " OR ".join(f"coalesce({condition}, false)" for _, condition, _ in REFUSALS)
    table.query(f"CREATE OR REPLACE TEMP TABLE usable AS SELECT * FROM placed WHERE NOT ({refused}) AND NOT skipped")
    table.query("""
        CREATE OR REPLACE TEMP TABLE requests AS
        SELECT row_number() OVER (ORDER BY place) - 1 AS position, place, service, number, channel, received, ended,
               coalesce(meaning = 'withdrawn', false) AS withdrawn, dates_only,
               ended IS NULL AND meaning IS NOT NULL AS says_open,
               CASE WHEN received IS NOT NULL AND ended IS NOT NULL THEN ended - received END AS span,
               received_text AS shown_received, ended_text AS shown_ended, pause_began, pause_ended, pause_reason
        FROM usable""")
    table.query("""
        CREATE OR REPLACE TEMP TABLE pauses AS
        SELECT position, pause_began AS began, pause_ended AS ended, coalesce(pause_reason, '') AS reason
        FROM requests WHERE pause_began IS NOT NULL""")


def _parse(table: Table, reading: Reading) -> None:
    texts = {field: cell(table, reading, field) for field in (*_TIMES, "service", "status", "channel", "number")}
    parsed = ", ".join(
        f"{texts[f]} AS {f}_text, {wall_time(texts[f])} AS {f}_wall, {offset_minutes(texts[f])} AS {f}_offset"
        for f in _TIMES
    )
    clock = f"coalesce({has_clock(texts['received'])}, true) AND coalesce({has_clock(texts['ended'])}, true)"
    table.query(f"""
        CREATE OR REPLACE TEMP TABLE parsed AS
        SELECT r, {texts["number"]} AS number, {texts["service"]} AS service_text, {texts["status"]} AS status_text,
               lower({texts["channel"]}) AS channel_key, {service_key(table, reading)} AS service_key,
               lower({cell(table, reading, "pause_reason")}) AS pause_reason, {parsed}, {clock} AS clocked
        FROM data WHERE {without_examples(texts["number"])}""")


def _place(table: Table) -> None:
    """Turn wall times into instants; a file whose every time stands at midnight has dates only."""
    (all_midnight,) = table.query(f"""
        SELECT coalesce(bool_and({is_midnight("received_wall")} AND
               coalesce({is_midnight("ended_wall")}, true)), true)
        FROM parsed WHERE received_wall IS NOT NULL""")[0]
    instants = ", ".join(f"{microseconds_of(f'{f}_wall', f'coalesce({f}_offset, s.zone)')} AS {f}" for f in _TIMES)
    table.query(f"""
        CREATE OR REPLACE TEMP TABLE placed AS
        SELECT p.* EXCLUDE (service_key, channel_key), g.place, s.pk AS service, c.channel, m.meaning, {instants},
               {"true" if all_midnight else "NOT clocked"} AS dates_only,
               coalesce(m.meaning = 'ignored', false) AS skipped,
               row_number() OVER (PARTITION BY s.pk, number ORDER BY p.r) AS turn
        FROM parsed p JOIN places g USING (r)
        LEFT JOIN services s ON s.key = p.service_key
        LEFT JOIN channels c ON c.word = p.channel_key
        LEFT JOIN meanings m ON m.word = lower(p.status_text)""")
