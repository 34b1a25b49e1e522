"""Guidance is written down by one of the two, confirmed by both, and thought about by the guided person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Person
from pembina.domain.performance import guidance_refusals as refusals
from pembina.domain.performance.feedback_refusals import FutureDayError
from pembina.domain.performance.guidance_parts import PARTS, STATEMENTS, GuidanceKind, Opinion, Part
from pembina.domain.performance.models import GuidanceMeeting, GuidanceOpinion, GuidanceRecord
from pembina.domain.performance.queries.guidance import guided_by, guides_of


@dataclass(frozen=True, slots=True)
class Meeting:
    """One line of a journal."""

    held_on: date
    place: str
    material: str
    action: str = ""
    due_on: date | None = None


def write_guidance(
    *, kind: GuidanceKind, other: Person, parts: Mapping[str, str], held_on: date, by: User, at: datetime
) -> GuidanceRecord:
    """Write down guidance between the actor and `other`: whom the actor guides, or else who guides the actor.

    Raises ``NoGuidanceError``, ``FutureDayError``, ``GuidanceIncompleteError``.
    """
    today = timezone.localdate(at)
    with one_event():
        me = Person.objects.filter(nip=by.username).first()
        if me is None:
            raise refusals.NoGuidanceError
        if guided_by(by, on=today).filter(pk=other.pk).exists():
            person, guide = other, me
        elif guides_of(by, on=today).filter(pk=other.pk).exists():
            person, guide = me, other
        else:
            raise refusals.NoGuidanceError
        if held_on > today:
            raise FutureDayError
        made = GuidanceRecord.objects.create(
            kind=kind, person=person, guide=guide, held_on=held_on, parts=_told(PARTS[kind], parts), written_at=at
        )
        record("write_guidance", on=made, by=by, at=at, created=True)
    return made


def change_guidance(*, guidance: GuidanceRecord, parts: Mapping[str, str], by: User, at: datetime) -> None:
    """Change what is written while not both have confirmed; whoever has, confirms anew.

    Raises ``NoGuidanceError``, ``GuidanceClosedError``, ``GuidanceIncompleteError``.
    """
    with one_event():
        kept = _open(guidance, by)
        told = _told(PARTS[GuidanceKind(kept.kind)], parts)
        kept.parts, kept.person_confirmed_at, kept.guide_confirmed_at = told, None, None
        kept.save(update_fields=["parts", "person_confirmed_at", "guide_confirmed_at"])
        record("change_guidance", on=kept, by=by, at=at)


def confirm_guidance(*, guidance: GuidanceRecord, by: User, at: datetime) -> None:
    """Sign what is written; with both it is closed. Raises ``NoGuidanceError``, ``GuidanceClosedError``."""
    with one_event():
        kept = _open(guidance, by)
        side = "person_confirmed_at" if kept.person.nip == by.username else "guide_confirmed_at"
        setattr(kept, side, at)
        kept.save(update_fields=[side])
        record("confirm_guidance", on=kept, by=by, at=at)


def note_meeting(*, guidance: GuidanceRecord, meeting: Meeting, by: User, at: datetime) -> GuidanceMeeting:
    """Add a line to the journal of a mentoring, which both confirm afterwards.

    Raises ``NoGuidanceError``, ``GuidanceClosedError``, ``FutureDayError``, ``ActionDayError``.
    """
    with one_event():
        kept = _open(guidance, by)
        if kept.kind != GuidanceKind.MENTORING:
            raise refusals.NoGuidanceError
        if meeting.held_on > timezone.localdate(at):
            raise FutureDayError
        if meeting.due_on is not None and (meeting.due_on < meeting.held_on or not meeting.action):
            raise refusals.ActionDayError
        made = GuidanceMeeting.objects.create(
            record=kept, held_on=meeting.held_on, place=meeting.place, material=meeting.material,
            action=meeting.action, due_on=meeting.due_on,
        )  # fmt: skip
        GuidanceRecord.objects.filter(pk=kept.pk).update(person_confirmed_at=None, guide_confirmed_at=None)
        record("note_meeting", on=made, by=by, at=at, created=True)
    return made


def say_of_guidance(
    *, guidance: GuidanceRecord, answers: Mapping[str, str], words: str, by: User, at: datetime
) -> GuidanceOpinion:
    """Let the guided person say what it was like, once, after both have confirmed.

    Raises ``NoGuidanceError``, ``OpinionNotYetError``, ``OpinionGivenError``, ``GuidanceIncompleteError``.
    """
    with one_event():
        kept = _locked(guidance)
        if kept.person.nip != by.username:
            raise refusals.NoGuidanceError
        if not kept.is_closed:
            raise refusals.OpinionNotYetError
        if GuidanceOpinion.objects.filter(record=kept).exists():
            raise refusals.OpinionGivenError
        told = {key: said for key, said in _told(STATEMENTS, answers).items() if said in Opinion.values}
        if len(told) < len(STATEMENTS):
            raise refusals.GuidanceIncompleteError
        made = GuidanceOpinion.objects.create(record=kept, answers=told, words=words.strip(), given_at=at)
        record("say_of_guidance", on=made, by=by, at=at, created=True)
    return made


def _open(guidance: GuidanceRecord, by: User) -> GuidanceRecord:
    kept = _locked(guidance)
    if by.username not in (kept.person.nip, kept.guide.nip):
        raise refusals.NoGuidanceError
    if kept.is_closed:
        raise refusals.GuidanceClosedError
    return kept


def _locked(guidance: GuidanceRecord) -> GuidanceRecord:
    records = GuidanceRecord.objects.select_for_update(of=("self",)).select_related("person", "guide")
    return records.get(pk=guidance.pk)


def _told(asked: tuple[Part, ...], parts: Mapping[str, str]) -> dict[str, str]:
    told = {part.key: str(parts.get(part.key, "")).strip() for part in asked}
    if any(part.is_needed and not told[part.key] for part in asked):
        raise refusals.GuidanceIncompleteError
    return {key: said for key, said in told.items() if said}
