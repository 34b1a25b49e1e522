"""One complaint as the officers of its unit see it; without the contact, which is opened apart."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.services.complaint_enums import ComplaintState
from pembina.domain.services.models import Complaint, ComplaintContact
from pembina.web.complaints.present_public import TONES, Explained, Moment, explained, facts, moments
from pembina.web.complaints.present_queue import clock_in_words
from pembina.web.components.formatting import MISSING

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class CasePage:
    """What the page shows, and what the visitor may do on it now."""

    number: str
    kind: Shown
    title: str
    text: str
    state: Shown
    tone: str
    clock: Explained | None
    badge: str
    badge_tone: str
    facts: list[tuple[Shown, Shown]]
    moments: list[Moment]
    is_open: bool
    is_mine: bool
    is_sorted: bool
    may_answer: bool


def present_case(complaint: Complaint, *, actor: User, on: date) -> CasePage:
    badge, tone = clock_in_words(complaint, on=on)
    is_mine = complaint.handler_id == actor.pk
    return CasePage(
        number=complaint.number,
        kind=complaint.get_kind_display(),
        title=complaint.title,
        text=complaint.text,
        state=complaint.get_state_display(),
        tone=TONES[ComplaintState(complaint.state)],
        clock=explained(complaint, on=on) if complaint.is_open else None,
        badge=badge,
        badge_tone=tone,
        facts=[*facts(complaint), *_of_the_office(complaint)],
        moments=moments(complaint, internal=True),
        is_open=complaint.is_open,
        is_mine=is_mine,
        is_sorted=complaint.state != ComplaintState.RECEIVED,
        may_answer=is_mine and complaint.state == ComplaintState.IN_PROGRESS,
    )


def contact_facts(contact: ComplaintContact) -> list[tuple[Shown, Shown]]:
    return [
        (_("Nama"), contact.name or MISSING),
        (_("Telepon atau WhatsApp"), contact.phone or MISSING),
        (_("Surel"), contact.email or MISSING),
    ]


def _of_the_office(complaint: Complaint) -> list[tuple[Shown, Shown]]:
    told: list[tuple[Shown, Shown]] = [
        (_("Kanal"), complaint.get_means_display()),
        (_("Golongan"), complaint.get_severity_display() or MISSING),
        (_("Petugas"), complaint.handler.display_name if complaint.handler else MISSING),
    ]
    if complaint.tracking_id:
        told.append((_("ID pelacakan SP4N-LAPOR!"), complaint.tracking_id))
    if complaint.category:
        told.append((_("Kategori"), complaint.category))
    if complaint.satisfied is not None:
        told.append((_("Pelapor puas"), _("Ya") if complaint.satisfied else _("Tidak")))
    return told
