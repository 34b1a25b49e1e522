"""Promises as the pages show them: to citizens with the post of whoever answers for them, to officers with the name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.services.enums import CommitmentNoteKind, CommitmentState
from pembina.domain.services.models import Commitment, CommitmentNote
from pembina.domain.services.models.commitments import DAYS_TO_RECORD
from pembina.domain.services.queries.commitments import SOON, CommitmentTally
from pembina.web.choosing.describe import main_of
from pembina.web.components.formatting import day, number, percent

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One promise in a list; `moved` is the day expected now, where it was put off."""

    address: str
    promise: str
    unit: str
    owner: str
    planned: str
    moved: str
    standing: str
    tone: str


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One entry of the history."""

    day: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """One promise with all that became of it."""

    pk: int
    promise: str
    standing: str
    tone: str
    is_open: bool
    facts: list[tuple[Shown, Shown]]
    evidence: str
    link: str
    reason: str
    notes: list[NoteLine]
    forum: str
    forum_address: str
    days_to_record: int
    is_late_by_recording: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """One number above the board."""

    label: str
    value: str
    note: str = ""


def public_rows(commitments: Iterable[Commitment], *, on: date) -> list[CommitmentRow]:
    return [_row(one, on, reverse("forums:promise", args=[one.pk]), post_of_owner(one)) for one in commitments]


def staff_rows(commitments: Iterable[Commitment], *, on: date) -> list[CommitmentRow]:
    return [_row(one, on, reverse("forums:commitment", args=[one.pk]), one.owner.titled_name) for one in commitments]


def _row(one: Commitment, on: date, address: str, owner: str) -> CommitmentRow:
    standing, tone = standing_of(one, on=on)
    return CommitmentRow(
        address=address,
        promise=one.promise,
        unit=one.unit.name,
        owner=owner,
        planned=day(one.planned_on),
        moved=day(one.due_on) if one.due_on > one.planned_on and one.is_open else "",
        standing=standing,
        tone=tone,
    )


def standing_of(one: Commitment, *, on: date) -> tuple[str, str]:
    """Return in words how a promise stands, and the tone of its badge."""
    days = one.days_late(on=on)
    if one.state == CommitmentState.DROPPED:
        return _("Dihentikan"), ""
    if one.state == CommitmentState.DONE:
        if not days:
            return _("Ditepati"), "success"
        return ngettext("Selesai, terlambat %(days)d hari", "Selesai, terlambat %(days)d hari", days) % {
            "days": days
        }, "warning"
    if days:
        return ngettext("Terlambat %(days)d hari", "Terlambat %(days)d hari", days) % {"days": days}, "danger"
    if one.due_on > one.planned_on:
        return _("Tenggat mundur"), "warning"
    return (_("Segera jatuh tempo"), "warning") if one.due_on <= on + SOON else (_("Berjalan"), "info")


def post_of_owner(one: Commitment) -> str:
    """Return the post that answers for a promise; citizens are told the office, not the person."""
    held = main_of(one.owner)
    return held.position if held else _("Pejabat pada %(unit)s") % {"unit": one.unit.name}


def present_commitment(one: Commitment, notes: Iterable[CommitmentNote], *, on: date, named: bool) -> CommitmentPage:
    """Return the page; `named` tells officers who answers for it."""
    standing, tone = standing_of(one, on=on)
    return CommitmentPage(
        pk=one.pk,
        promise=one.promise,
        standing=standing,
        tone=tone,
        is_open=one.is_open,
        facts=_facts(one, named=named),
        evidence=one.evidence,
        link=one.evidence_link,
        reason=one.reason,
        notes=[_note(note) for note in notes],
        forum=one.forum.title if one.forum else "",
        forum_address=reverse("forums:event", args=[one.forum_id]) if one.forum and one.forum.is_public else "",
        days_to_record=DAYS_TO_RECORD,
        is_late_by_recording=_is_late_by_recording(one),
    )


def _is_late_by_recording(one: Commitment) -> bool:
    """Say whether it counts as late although the day named is in time."""
    if one.state != CommitmentState.DONE or one.closed_on is None:
        return False
    return one.closed_on <= one.planned_on and one.days_late(on=one.closed_on) > 0


def _facts(one: Commitment, *, named: bool) -> list[tuple[Shown, Shown]]:
    owner = f"{one.owner.titled_name}, {post_of_owner(one)}" if named else post_of_owner(one)
    facts: list[tuple[Shown, Shown]] = [
        (_("Unit kerja"), one.unit.name),
        (_("Penanggung jawab"), owner),
        (_("Dijanjikan pada"), day(one.made_on)),
        (_("Tenggat semula"), day(one.planned_on)),
    ]
    if one.due_on > one.planned_on:
        facts.append((_("Tenggat sekarang"), day(one.due_on)))
    if one.closed_on:
        is_done = one.state == CommitmentState.DONE
        facts.append((_("Selesai pada") if is_done else _("Ditutup pada"), day(one.closed_on)))
        if is_done and one.recorded_on:
            facts.append((_("Dicatat pada"), day(one.recorded_on)))
    if named and one.complaint:
        facts.append((_("Nomor pengaduan"), one.complaint.number))
    return facts


def _note(note: CommitmentNote) -> NoteLine:
    title = str(note.get_kind_display())
    if note.kind == CommitmentNoteKind.POSTPONED:
        moved = {"before": day(note.from_day), "after": day(note.to_day)}
        title = _("Tenggat mundur dari %(before)s ke %(after)s") % moved
    return NoteLine(day(timezone.localdate(note.written_at)), title, note.text)


def figures(tally: CommitmentTally) -> list[Figure]:
    """Return the numbers above the board; the share is of promises whose day has come."""
    share = tally.share_kept
    return [
        Figure(
            _("Ditepati"),
            number(tally.kept),
            _("%s dari yang sudah jatuh tempo") % percent(share) if share is not None else "",
        ),
        Figure(_("Selesai terlambat"), number(tally.kept_late)),
        Figure(_("Terlambat"), number(tally.late)),
        Figure(_("Berjalan"), number(tally.open)),
        Figure(_("Dihentikan"), number(tally.dropped)),
    ]
