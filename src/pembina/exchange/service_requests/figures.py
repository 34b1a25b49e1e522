"""The figures of a unit and month, from the requests received in it.

A request that is still open has lasted longer than any completed one of its month is known to have: it counts as the
longest. So the median is known as long as at most half are open, the 90th percentile as long as at most a tenth are;
beyond that the cell is missing. Leaving the open ones out would make every recent month look fast. Quantiles are values
that occurred, as in the service-time ledger: the smallest that at least the share do not exceed.
For the share on time, an open request older than the standard is late; a younger one is undecided and left out.
"""

from typing import Literal, get_args

from pembina.core.text import Text
from pembina.exchange.tables import UnreadableFileError

Figure = Literal["median-days", "p90-days", "share-on-time"]
FIGURES: tuple[Figure, ...] = get_args(Figure)


def figure_sql(figure: Figure, standard_days: float | None) -> str:
    """Return the aggregate over ``days`` (infinite while open) and ``age`` (days from receipt to the last date)."""
    if figure == "median-days":
        return "quantile_disc(days, 0.5)"
    if figure == "p90-days":
        return "quantile_disc(days, 0.9)"
    if standard_days is None or not standard_days > 0:
        raise UnreadableFileError(
            Text(
                id="Bagian yang tepat waktu memerlukan janji layanan dalam hari.",
                en="The share on time needs the promised time in days.",
            ),
            Text(
                id="Nyatakan janji layanannya, misalnya 14 hari.",
                en="State the promised time, for example 14 days.",
            ),
            option="--standard-days",
        )
    standard = float(standard_days)
    decided = f"isfinite(days) OR age > {standard}"
    return f"100.0 * count(*) FILTER (days <= {standard}) / nullif(count(*) FILTER ({decided}), 0)"
