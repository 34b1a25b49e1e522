"""A complaint as whoever wrote it follows it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.core.rules.complaint_deadlines import Deadline
from pembina.domain.services.complaint_clock import clock_of, last_day_to_reopen
from pembina.domain.services.complaint_enums import ComplaintState, MessageKind
from pembina.domain.services.models import Complaint, ComplaintMessage, ComplaintStep
from pembina.web.components.formatting import day, in_language

Shown = str | Promise
TONES = {
    ComplaintState.RECEIVED: "info",
    ComplaintState.TRIAGED: "info",
    ComplaintState.IN_PROGRESS: "warning",
    ComplaintState.ANSWERED: "success",
    ComplaintState.CLOSED: "success",
    ComplaintState.DECLINED: "danger",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened, for a list of what happened; `said` is what somebody wrote."""

    when: str
    title: Shown
    place: str
    said: str
    is_current: bool
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """A deadline in words, with what it was computed from."""

    sentence: str
    because: str
    certainty: str
    article: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class FollowPage:
    """What whoever wrote it sees of a complaint."""

    number: str
    kind: Shown
    state: Shown
    tone: str
    clock: Explained | None
    facts: list[tuple[Shown, Shown]]
    text: str
    moments: list[Moment]
    is_open: bool
    may_judge: bool
    reopen_until: str


def present_followed(complaint: Complaint, *, on: date) -> FollowPage:
    return FollowPage(
        number=complaint.number,
        kind=complaint.get_kind_display(),
        state=complaint.get_state_display(),
        tone=TONES[ComplaintState(complaint.state)],
        clock=explained(complaint, on=on) if complaint.is_open else None,
        facts=facts(complaint),
        text=complaint.text,
        moments=moments(complaint, internal=False),
        is_open=complaint.is_open,
        may_judge=complaint.state == ComplaintState.ANSWERED and complaint.satisfied is None,
        reopen_until=_reopen_until(complaint, on),
    )


def facts(complaint: Complaint) -> list[tuple[Shown, Shown]]:
    told: list[tuple[Shown, Shown]] = [(_("Kantor"), complaint.unit.name)]
    if complaint.service:
        told.append((_("Layanan"), complaint.service.name))
    if complaint.element:
        told.append((_("Tentang"), complaint.get_element_display()))
    return [*told, (_("Diterima"), moment_in_words(complaint.received_at))]


def explained(complaint: Complaint, *, on: date) -> Explained | None:
    """Return the clock of a complaint in words, None for what has no deadline."""
    deadline = clock_of(complaint)
    return explained_deadline(deadline, on=on) if deadline else None


def explained_deadline(deadline: Deadline, *, on: date) -> Explained:
    late = (on - deadline.due_on).days
    sentence = _("Dijawab paling lambat %(day)s.") % {"day": day(deadline.due_on)}
    if late > 0:
        text = ngettext(
            "Seharusnya dijawab paling lambat %(day)s; sudah lewat %(days)d hari.",
            "Seharusnya dijawab paling lambat %(day)s; sudah lewat %(days)d hari.",
            late,
        )
        sentence = text % {"day": day(deadline.due_on), "days": late}
    return Explained(
        sentence=sentence,
        because=_because(deadline),
        certainty=in_language(deadline.certainty.sentence),
        article=deadline.article,
        is_late=late > 0,
    )


def moments(complaint: Complaint, *, internal: bool) -> list[Moment]:
    """Return what happened, the latest first; notes within the office and who wrote only where `internal`."""
    told: list[tuple[datetime, int, Moment]] = [
        (step.at, 0, _of_step(step, internal=internal)) for step in complaint.steps.all()
    ]
    for message in complaint.messages.all():
        if internal or message.kind != MessageKind.NOTE:
            told.append((message.at, 1, _of_message(message, complaint, internal=internal)))
    told.sort(key=lambda each: each[:2], reverse=True)
    return [moment for _at, _order, moment in told]


def moment_in_words(moment: datetime) -> str:
    """Return day, time and zone as people write them."""
    local = timezone.localtime(moment)
    return f"{day(local.date())} {local:%H.%M} {local.tzname()}"


def _because(deadline: Deadline) -> str:
    told = {"days": deadline.working_days, "arrived": day(deadline.arrived_on), "due": day(deadline.due_on)}
    if deadline.is_provisional:
        return (
            _(
                "Golongannya belum ditentukan petugas, jadi sementara berlaku %(days)d hari kerja. Dihitung sejak hari "
                "kerja %(arrived)s; hari diterima tidak dihitung, hari libur dilewati."
            )
            % told
        )
    return (
        _(
            "Menurut golongannya berlaku %(days)d hari kerja. Dihitung sejak hari kerja %(arrived)s; hari diterima "
            "tidak dihitung, hari libur dilewati."
        )
        % told
    )


def _of_step(step: ComplaintStep, *, internal: bool) -> Moment:
    author = step.by.display_name if internal and step.by else ""
    place = " · ".join(part for part in (step.unit.name, author) if part)
    return Moment(moment_in_words(step.at), step.get_state_display(), place, step.reason, False)


def _of_message(message: ComplaintMessage, complaint: Complaint, *, internal: bool) -> Moment:
    if message.kind == MessageKind.CITIZEN:
        return Moment(moment_in_words(message.at), message.get_kind_display(), "", message.text, False)
    author = message.by.display_name if internal and message.by else complaint.unit.name
    is_note = message.kind == MessageKind.NOTE
    return Moment(moment_in_words(message.at), message.get_kind_display(), author, message.text, not is_note, is_note)


def _reopen_until(complaint: Complaint, on: date) -> str:
    """Return the last day on which it can be contradicted, empty where that is over or was done."""
    if complaint.is_open or complaint.reopened_at or complaint.ended_at is None:
        return ""
    last = last_day_to_reopen(complaint.ended_at)
    return day(last) if on <= last else ""
