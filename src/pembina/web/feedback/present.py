"""Notes, requests and cadence as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.access.models import User
from pembina.domain.performance.feedback_enums import RequestState, Tone
from pembina.domain.performance.models import Feedback, FeedbackRequest
from pembina.domain.performance.queries.cadence import EXPECTED_WITHIN, Cadence
from pembina.domain.performance.queries.feedback import may_correct
from pembina.web.choosing.describe import main_of, post_of
from pembina.web.components.formatting import day, number, percent

TONES = {Tone.APPRECIATION: "success", Tone.TO_IMPROVE: "warning", Tone.NEUTRAL: ""}
STATES = {RequestState.OPEN: "warning", RequestState.ANSWERED: "success", RequestState.DECLINED: ""}
EXCERPT = 110


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note in a list; `who` is the other one of the two, or both names for a leader."""

    address: str
    who: str
    capacity: str
    excerpt: str
    when: str
    tone: str
    colour: str
    is_answered: bool


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a note, now or before a correction."""

    until: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NotePage:
    """One note, and what the visitor may do about it."""

    pk: int
    title: str
    lead: str
    tone: str
    colour: str
    words: Words
    earlier: tuple[Words, ...]
    facts: list[tuple[str, str]]
    answer: str
    answered: str
    before: str
    after: tuple[tuple[str, str], ...]
    may_answer: bool
    may_correct: bool
    may_follow: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody one may speak to, with when it last happened."""

    name: str
    post: str
    last: str
    days: str
    is_overdue: bool
    address: str


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request, from the side of the visitor; with addresses where it waits for the visitor."""

    who: str
    is_mine: bool
    matter: str
    when: str
    state: str
    colour: str
    word: str
    note: str
    reply: str
    decline: str


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """The cadence of one leader."""

    name: str
    post: str
    led: str
    spoken_with: str
    share: str
    is_low: bool


def day_of(at: datetime) -> str:
    return day(timezone.localdate(at))


def note_rows(notes: Iterable[Feedback], actor: User) -> list[NoteRow]:
    return [_note_row(note, actor) for note in notes]


def _note_row(note: Feedback, actor: User) -> NoteRow:
    if note.person.nip == actor.username:
        who = note.author.titled_name
    elif note.author.nip == actor.username:
        who = note.person.titled_name
    else:
        who = _("%(author)s kepada %(person)s") % {
            "author": note.author.titled_name, "person": note.person.titled_name,
        }  # fmt: skip
    tone = Tone(note.tone)
    return NoteRow(
        reverse("feedback:show", args=[note.pk]), who, str(note.get_capacity_display()),
        Truncator(note.behaviour).chars(EXCERPT), day_of(note.given_at), str(tone.label), TONES[tone],
        note.answered_at is not None,
    )  # fmt: skip


def present_note(note: Feedback, actor: User, *, at: datetime) -> NotePage:
    """Return a note with its earlier words and those that follow; three more queries."""
    tone, is_author = Tone(note.tone), note.author.nip == actor.username
    after = [(day_of(each.given_at), reverse("feedback:show", args=[each.pk])) for each in note.followed_by.all()]
    return NotePage(
        note.pk,
        _("Umpan balik untuk %(name)s") % {"name": note.person.titled_name},
        _("Dari %(name)s, %(capacity)s, %(day)s") % {
            "name": note.author.titled_name,
            "capacity": str(note.get_capacity_display()).lower(),
            "day": day_of(note.given_at),
        },
        str(tone.label), TONES[tone], _words(note), tuple(_words(each) for each in note.earlier.all()),
        _facts(note), note.answer, day_of(note.answered_at) if note.answered_at else "",
        reverse("feedback:show", args=[note.follows_id]) if note.follows_id else "", tuple(after),
        note.person.nip == actor.username and note.answered_at is None,
        is_author and may_correct(note, at=at), is_author,
    )  # fmt: skip


def _words(told: Any) -> Words:
    parts = (
        (_("Situasi"), told.situation), (_("Perilaku"), told.behaviour),
        (_("Dampak"), told.impact), (_("Langkah berikutnya"), told.next_step),
    )  # fmt: skip
    until = getattr(told, "until", None)
    return Words(day_of(until) if until else "", tuple((label, said) for label, said in parts if said))


def _facts(note: Feedback) -> list[tuple[str, str]]:
    facts = [(_("Tanggal kejadian"), day(note.happened_on)), (_("Waktu"), str(note.get_rhythm_display()))]
    if note.value:
        facts.append((_("Nilai BerAKHLAK"), str(note.get_value_display())))
    if note.goal:
        facts.append((_("RHK"), note.goal.words))
    if note.request:
        facts.append((_("Atas permintaan tentang"), note.request.matter))
    return facts


def person_rows(people: Iterable[Any], *, at: datetime, expected: bool) -> list[PersonRow]:
    """Return people with when they last heard something; `expected` marks who waited longer than the yardstick."""
    return [_person_row(person, at, expected) for person in people]


def _person_row(person: Any, at: datetime, expected: bool) -> PersonRow:
    spoken = person.spoken_at
    is_overdue = expected and (spoken is None or spoken < at - EXPECTED_WITHIN)
    return PersonRow(
        person.titled_name, post_of(main_of(person)), day_of(spoken) if spoken else _("Belum pernah"),
        _since(spoken, timezone.localdate(at)), is_overdue, reverse("feedback:write", args=[person.pk]),
    )  # fmt: skip


def _since(spoken: datetime | None, on: date) -> str:
    if spoken is None:
        return ""
    days = (on - timezone.localdate(spoken)).days
    return (
        ngettext("%(days)s hari lalu", "%(days)s hari lalu", days) % {"days": number(days)} if days else _("hari ini")
    )


def request_rows(requests: Iterable[FeedbackRequest], actor: User) -> list[RequestRow]:
    return [_request_row(each, actor) for each in requests]


def _request_row(each: FeedbackRequest, actor: User) -> RequestRow:
    is_mine, state = each.asker.nip == actor.username, RequestState(each.state)
    waits = not is_mine and state == RequestState.OPEN
    note = getattr(each, "note", None)
    return RequestRow(
        (each.asked if is_mine else each.asker).titled_name, is_mine, each.matter, day_of(each.asked_at),
        str(state.label), STATES[state], each.word, reverse("feedback:show", args=[note.pk]) if note else "",
        reverse("feedback:reply", args=[each.pk]) if waits else "",
        reverse("feedback:decline", args=[each.pk]) if waits else "",
    )  # fmt: skip


def leader_rows(page: Iterable[Cadence], people: dict[int, Any]) -> list[LeaderRow]:
    return [_leader_row(each, people[each.leader]) for each in page]


def _leader_row(each: Cadence, person: Any) -> LeaderRow:
    return LeaderRow(
        person.titled_name, post_of(main_of(person)), number(each.led), number(each.spoken_with),
        percent(each.share), each.share < 1,
    )  # fmt: skip
