"""One office as anybody may read it: its services, and what they promise and keep."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.people.models import Unit
from pembina.domain.services.models import PublicService
from pembina.domain.services.queries.commitments import commitments_public
from pembina.domain.services.queries.public_catalogue import services_of
from pembina.domain.services.queries.public_complaints import answering_of
from pembina.domain.services.queries.public_satisfaction import results_about
from pembina.domain.services.queries.public_times import ServiceTimes
from pembina.domain.services.queries.public_times_kept import times_kept
from pembina.domain.services.standards import promise_of, standards_of
from pembina.web.components.formatting import day, number, percent
from pembina.web.portal.durations import scale_of
from pembina.web.portal.methods import Figure
from pembina.web.portal.present_answering import present_answering, present_commitments
from pembina.web.portal.present_answers import PublishedAnswers, present_answers
from pembina.web.portal.present_promise import promise_in_words
from pembina.web.portal.present_satisfaction import SatisfactionSection, present_satisfaction
from pembina.web.portal.present_service import complain_address
from pembina.web.portal.suppression import hidden_because, hidden_word


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service in the table of an office."""

    name: str
    address: str
    unit: str
    promise: str
    typical: str
    on_time: str
    received: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """What the page of one office shows; closed services stand apart, without figures."""

    name: str
    lead: str | Promise
    trail: list[tuple[str, str]]
    ended: str
    services: list[ServiceRow]
    closed: list[tuple[str, str]]
    note: str
    satisfaction: SatisfactionSection | None
    answering: list[Figure]
    answers: PublishedAnswers
    complain: str


def present_unit(unit: Unit, *, at: datetime) -> UnitPage:
    """Return the page."""
    on = timezone.localdate(at)
    known = list(services_of(unit))
    offered = [service for service in known if service.closed_on is None or service.closed_on >= on]
    rows = list(_rows(unit, offered, on, at))
    return UnitPage(
        name=unit.name,
        lead=unit.parent.name if unit.parent else unit.get_kind_display(),
        trail=_trail(unit),
        ended=_ended(unit) if unit.closed_on is not None and unit.closed_on < on else "",
        services=rows,
        closed=[(s.name, reverse("portal:service", args=[s.code])) for s in known if s not in offered],
        note=hidden_because() if any(hidden_word() in (row.typical, row.on_time, row.received) for row in rows) else "",
        satisfaction=present_satisfaction(results_about(unit).first()),
        answering=[
            present_answering(answering_of(unit, on=on), at=at),
            present_commitments(commitments_public(unit, on), at=at),
        ],
        answers=present_answers(unit=unit),
        complain=complain_address(unit=unit.code),
    )


def _trail(unit: Unit) -> list[tuple[str, str]]:
    trail = [(_("Layanan publik"), reverse("portal:start"))]
    if unit.parent:
        trail.append((unit.parent.name, reverse("portal:unit", args=[unit.parent.code])))
    return trail


def _rows(unit: Unit, services: list[PublicService], on: date, at: datetime) -> Iterable[ServiceRow]:
    standards = standards_of(services, on)
    for service, times in zip(services, times_kept(services, at=at), strict=True):
        standard = standards.get(service.pk)
        scale = scale_of(times.measure, promise_of(standard), times.whole.typical)
        typical = times.whole.typical
        yield ServiceRow(
            name=service.name,
            address=reverse("portal:service", args=[service.code]),
            unit=service.unit.name if service.unit_id != unit.pk else "",
            promise=promise_in_words(standard),
            typical=scale.with_word(typical) if typical is not None else _no_time(times),
            on_time=_on_time(times),
            received=hidden_word() if times.whole.received is None else number(times.whole.received),
        )


def _no_time(times: ServiceTimes) -> str:
    return hidden_word() if times.whole.hidden else _("Belum ada")


def _on_time(times: ServiceTimes) -> str:
    found = times.whole.on_time
    if found is None:
        return _no_time(times)
    told = {"share": percent(float(found.share)), "of": number(found.of)}
    return _("%(share)s dari %(of)s") % told


def _ended(unit: Unit) -> str:
    return _("Unit ini ditutup; hari terakhirnya %(day)s.") % {"day": day(unit.closed_on)}
