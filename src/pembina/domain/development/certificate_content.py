"""What a certificate says, frozen on the day of issue: it is printed from this for ever, whatever records become."""

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.conf import settings

from pembina.core.rules.learning_hours import NotInForceError, UnusableHoursError, form, learning_hours
from pembina.domain.access.chain.links import canonical
from pembina.domain.development.enums import Mode, SessionState
from pembina.domain.development.models import Batch, Enrolment
from pembina.domain.development.queries.certificates import Candidate, days_of
from pembina.domain.development.queries.own_forms import own_forms
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.queries import main_assignments


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs, and where; `nip` is empty for somebody who is no civil servant."""

    name: str
    position: str
    nip: str = ""
    place: str = ""

    @property
    def told(self) -> dict[str, str]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Course:
    """What all certificates of a batch say alike; hours are those of the curriculum."""

    title: str
    form: int
    form_name: str
    hours: Decimal
    units: tuple[Mapping[str, str], ...]
    first_day: date
    last_day: date
    place: str
    organiser: str
    partner: str
    curriculum: str
    version: int
    basis: str


def course_of(batch: Batch, *, on: date) -> Course | None:
    """Return what the certificates of a batch say; None where it has no sessions or its curriculum no hours."""
    days, version = days_of(batch), batch.version
    units = list(version.units.select_related("taught_by"))
    if days is None or not units:
        return None
    hours = sum((unit.hours for unit in units), Decimal(0))
    form_name, basis = _form_and_basis(version.curriculum.form, hours, on=days[1])
    partner = batch.partner or version.partner
    return Course(
        title=version.curriculum.title,
        form=version.curriculum.form,
        form_name=form_name,
        hours=hours,
        units=tuple(
            {"title": unit.title, "hours": str(unit.hours), "taught_by": unit.taught_by.name if unit.taught_by else ""}
            for unit in units
        ),
        first_day=days[0],
        last_day=days[1],
        place=_place(batch),
        organiser=_organiser(batch, on=on),
        partner=partner.name if partner else "",
        curriculum=version.curriculum.code,
        version=version.version,
        basis=basis,
    )


def posts_of(enrolments: list[Enrolment], *, on: date) -> dict[int, Assignment]:
    """Return the main assignment of each participant on a day, by the number of the person."""
    held = main_assignments(on).filter(person__in=[enrolment.person_id for enrolment in enrolments])
    return {one.person_id: one for one in held}


def content_of(candidate: Candidate, course: Course, signing: Signing, post: Assignment | None) -> dict[str, Any]:
    """Return the frozen content, in values JSON knows; the salt is that of the badge."""
    person, completion = candidate.enrolment.person, candidate.completion
    score = completion.score if completion else None
    return {
        "name": person.titled_name,
        **_person(person, post),
        "form": course.form,
        "form_name": course.form_name,
        "units": [dict(unit) for unit in course.units],
        "place": course.place,
        "organiser": course.organiser,
        "partner": course.partner,
        "curriculum": course.curriculum,
        "version": course.version,
        "score": str(score) if score is not None else "",
        "signer": signing.told,
        "salt": secrets.token_hex(16),
    }


def hash_of(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the canonical JSON of a content."""
    return sha256(canonical(content).encode()).hexdigest()


def _person(person: Person, post: Assignment | None) -> dict[str, str]:
    return {
        "nip": person.nip,
        "position": post.position if post else "",
        "unit": post.unit.name if post else "",
    }


def _form_and_basis(number: int, hours: Decimal, *, on: date) -> tuple[str, str]:
    """Return the name of a form and why the hours count; a form unknown to the rule counts by its curriculum alone."""
    try:
        known = form(number, on=on, own=own_forms())
        found = learning_hours(form=known, certificate_hours=hours, on=on)
    except (NotInForceError, UnusableHoursError):
        return "Pelatihan", "JP menurut kurikulum."
    return known.label.id, f"{found.because.id} {found.article}"


def _place(batch: Batch) -> str:
    """Return where the sessions met; several rooms are named once each."""
    if batch.mode == Mode.ONLINE:
        return ""
    rooms = batch.sessions.filter(state=SessionState.PLANNED).exclude(room="").values_list("room", flat=True)
    return ", ".join(dict.fromkeys(rooms))[:200]


def _organiser(batch: Batch, *, on: date) -> str:
    """Return the unit in which the organiser works; without one the government itself."""
    held = main_assignments(on).filter(person=batch.organiser_id).first()
    return held.unit.name if held else str(settings.PEMBINA_GOVERNMENT_NAME)
