"""One service as anybody may read it: the promise, the real time beside it, and what citizens said."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from pembina.domain.services.models import PublicService
from pembina.domain.services.queries.commitments import commitments_public
from pembina.domain.services.queries.public_complaints import answering_of
from pembina.domain.services.queries.public_satisfaction import part_of, results_about
from pembina.domain.services.queries.public_times_kept import times_kept
from pembina.web.components.formatting import day
from pembina.web.components.navigation import address_of
from pembina.web.portal.methods import Figure
from pembina.web.portal.present_answering import present_answering, present_commitments
from pembina.web.portal.present_answers import PublishedAnswers, present_answers
from pembina.web.portal.present_promise import PromiseSection, present_promise
from pembina.web.portal.present_satisfaction import SatisfactionSection, present_satisfaction
from pembina.web.portal.present_times import TimesSection, present_times


@dataclass(frozen=True, slots=True)
class ServicePage:
    """What the page of one service shows; `ended` is a sentence on a closed one, empty otherwise."""

    name: str
    unit: str
    trail: list[tuple[str, str]]
    ended: str
    promise: PromiseSection | None
    times: TimesSection
    satisfaction: SatisfactionSection | None
    answering: list[Figure]
    answers: PublishedAnswers
    complain: str


def present_service(service: PublicService, *, at: datetime) -> ServicePage:
    """Return the page."""
    on = timezone.localdate(at)
    standards = list(service.standards.order_by("starts_on"))
    current = next((s for s in standards if s.starts_on <= on and (s.ends_on is None or s.ends_on >= on)), None)
    (times,) = times_kept([service], at=at)
    publication = results_about(service).first()
    part = part_of(publication, service) if publication else None
    unit = service.unit
    return ServicePage(
        name=service.name,
        unit=unit.name,
        trail=[(_("Layanan publik"), reverse("portal:start")), (unit.name, reverse("portal:unit", args=[unit.code]))],
        ended=_ended(service) if service.closed_on is not None and service.closed_on < on else "",
        promise=present_promise(current),
        times=present_times(times, [standard for standard in standards if standard.starts_on <= on]),
        satisfaction=present_satisfaction(publication, part),
        answering=[
            present_answering(answering_of(service, on=on), at=at),
            present_commitments(commitments_public(unit, on), at=at),
        ],
        answers=present_answers(service=service),
        complain=complain_address(layanan=service.code),
    )


def complain_address(**about: str) -> str:
    """Return where somebody writes about a service or an office."""
    address = address_of("complaints:write")
    return f"{address}?{urlencode(about)}" if address else ""


def _ended(service: PublicService) -> str:
    told = {"day": day(service.closed_on)}
    return (
        _("Layanan ini ditutup; hari terakhirnya %(day)s. Yang pernah dijanjikan dan dicapai tetap dapat dibaca.")
        % told
    )
