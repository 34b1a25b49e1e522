"""Grades in a list with a field each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.development.models import Enrolment
from pembina.domain.development.own_seats import is_own
from pembina.web.components.formatting import number


@dataclass(frozen=True, slots=True)
class GradeLine:
    """One participant: what stands in the field, and what is wrong with it."""

    seat: int
    name: str
    unit: str
    score: str
    note: str
    error: str
    is_own: bool


def grade_rows(
    seats: Iterable[Enrolment], sent: Mapping[str, str], errors: Mapping[int, str], by: User
) -> list[GradeLine]:
    """Show the grades, or what was typed in their place where something of it is wrong."""
    return [_line(seat, sent if errors else {}, errors.get(seat.pk, ""), by) for seat in seats]


def _line(seat: Enrolment, sent: Mapping[str, str], error: str, by: User) -> GradeLine:
    grade = getattr(seat, "grade", None)
    posts = seat.person.today  # type: ignore[attr-defined]
    return GradeLine(
        seat.pk,
        seat.person.titled_name,
        posts[0].unit.name if posts else _("Tanpa unit"),
        sent.get(f"score-{seat.pk}", number(float(grade.score), 2) if grade else ""),
        sent.get(f"note-{seat.pk}", grade.note if grade else ""),
        error,
        is_own(seat, by),
    )
