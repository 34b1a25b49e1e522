"""The staff led as a leader sees them: who is where, what waits for a decision, how many are away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from pembina.domain.development.models import Enrolment
from pembina.domain.development.queries.learning import CoverDay
from pembina.domain.people.models import Person
from pembina.web.choosing.describe import main_of, post_of
from pembina.web.components.clock import moment_there
from pembina.web.components.formatting import MISSING, day, number
from pembina.web.learning.present import PlaceRow, place_rows

MOST_DAYS = 15


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One of the staff led, with what goes on."""

    name: str
    post: str
    places: list[PlaceRow]
    hours: str


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request that waits for the leader."""

    pk: int
    name: str
    batch: str
    programme: str
    since: str
    wish: str


@dataclass(frozen=True, slots=True)
class CoverRow:
    """How many of a unit are away on a day of the batch."""

    unit: str
    day: str
    away: str
    allowed: str
    tone: str
    told: str


def team_rows(people: Iterable[Person], *, at: datetime) -> list[TeamRow]:
    return [_row(one, at) for one in people]


def _row(one: Person, at: datetime) -> TeamRow:
    places: list[Enrolment] = getattr(one, "places", [])
    hours = getattr(one, "hours", None)
    rows = place_rows(places, at=at)
    return TeamRow(
        name=one.titled_name,
        post=post_of(main_of(one)),
        places=[*rows.waiting, *rows.going],
        hours=jp(hours),
    )


def jp(hours: Decimal | None) -> str:
    """Hours with as many decimals as they have; a dash where none are on record."""
    return MISSING if hours is None else f"{number(float(hours), 0 if hours == int(hours) else 2)} JP"


def request_rows(requests: Iterable[Enrolment]) -> list[RequestRow]:
    return [
        RequestRow(
            pk=one.pk,
            name=one.person.titled_name,
            batch=one.batch.title,
            programme=one.batch.programme.title,
            since=moment_there(one.made_at, one.batch.zone),
            wish=one.wish,
        )
        for one in requests
    ]


def cover_rows(days: list[CoverDay]) -> list[CoverRow]:
    """Return the fullest days; one that is full says so in a word."""
    return [
        CoverRow(
            unit=one.unit,
            day=day(one.day),
            away=_("%(away)s dari %(staff)s") % {"away": number(one.away), "staff": number(one.staff)},
            allowed=number(one.allowed),
            tone="danger" if one.away >= one.allowed else "success",
            told=_("Penuh") if one.away >= one.allowed else _("Masih boleh"),
        )
        for one in days[:MOST_DAYS]
    ]
