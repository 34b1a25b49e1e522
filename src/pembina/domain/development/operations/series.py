"""A routine series: every first Friday, say, without the days on which offices are closed."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from pembina.core.learning.series import Monthly, OnSkip, SeriesDays, SeriesRule, Weekly, series_days
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.models import Batch, Session, SessionSeries
from pembina.domain.development.models.batches import LONGEST_SERIES
from pembina.domain.development.operations.seats import locked_batch
from pembina.domain.development.operations.sessions import UNFINISHED, SessionPlan, add_session, with_hours
from pembina.domain.development.session_refusals import EmptySeriesError, LongSeriesError
from pembina.domain.services.models import ClosedDay


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """A rule over a stretch of days, both included, at the hours of the batch's clock; `plan` says all the rest."""

    rule: SeriesRule
    first: date
    last: date
    begins: time
    ends: time
    on_holidays: OnSkip
    plan: SessionPlan


@dataclass(frozen=True, slots=True)
class SeriesPreview:
    """The days of a series, and the names of the holidays that dropped or moved some of them."""

    days: SeriesDays
    holidays: dict[date, str]


def preview_series(series: SeriesPlan) -> SeriesPreview:
    """Return the days; raises ``UnusableSeriesError``, ``EmptySeriesError``, ``LongSeriesError``.

    Closed days are those of the whole government.
    """
    holidays = closed_days(series.first, series.last)
    found = series_days(series.rule, series.first, series.last, skip=holidays.keys(), on_skip=series.on_holidays)
    if not found.days:
        raise EmptySeriesError
    if len(found.days) > LONGEST_SERIES:
        raise LongSeriesError(len(found.days), LONGEST_SERIES)
    return SeriesPreview(found, holidays)


def lay_out_series(
    *, batch: Batch, series: SeriesPlan, by: User, at: datetime, room_confirmed: bool = False
) -> list[Session]:
    """Add all sessions of a series, or none; raises what `preview_series` and `add_session` raise."""
    with one_event():
        kept = locked_batch(batch, *UNFINISHED)
        days = preview_series(series).days.days
        made = SessionSeries.objects.create(
            batch=kept, rule=written(series.rule), first_on=series.first, last_on=series.last, made_by=by, made_at=at
        )
        sessions = [
            add_session(
                batch=kept, plan=_on(series, one.day, number, kept), by=by, at=at, series=made,
                room_confirmed=room_confirmed,
            )
            for number, one in enumerate(days, start=1)
        ]  # fmt: skip
        changes = {"first_on": ("", made.first_on.isoformat()), "last_on": ("", made.last_on.isoformat())}
        record("lay_out_series", on=made, by=by, at=at, changes=changes, created=True)
    return sessions


def closed_days(first: date, last: date) -> dict[date, str]:
    """Return the days on which the whole government is closed, with their names."""
    found = ClosedDay.objects.filter(unit__isnull=True, day__gte=first, day__lte=last)
    return dict(found.values_list("day", "name"))


def written(rule: SeriesRule) -> dict[str, Any]:
    """Return a rule as a record keeps it."""
    told = asdict(rule) | {"since": rule.since.isoformat()}
    return {"kind": "weekly" if isinstance(rule, Weekly) else "monthly", **told}


def read_rule(told: dict[str, Any]) -> SeriesRule:
    """Return the rule that a record keeps."""
    since = date.fromisoformat(told["since"])
    if told["kind"] == "weekly":
        return Weekly(told["weekday"], since, told["every"])
    return Monthly(told["weekday"], told["position"], since, told["every"])


def _on(series: SeriesPlan, day: date, number: int, batch: Batch) -> SessionPlan:
    starts_at = datetime.combine(day, series.begins, batch.zone)
    ends_at = datetime.combine(day, series.ends, batch.zone)
    return with_hours(series.plan, title=f"{series.plan.title} {number}", starts_at=starts_at, ends_at=ends_at)
