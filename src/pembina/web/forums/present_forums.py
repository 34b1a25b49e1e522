"""Events as the pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.services.enums import ForumState, QuestionState
from pembina.domain.services.models import Forum, ForumMinutes, ForumQuestion
from pembina.domain.services.operations.forum_questions import takes_questions
from pembina.web.components.formatting import MISSING, number
from pembina.web.forums.prose import Block, blocks
from pembina.web.forums.times import hours, moment_there, when

Shown = str | Promise
TONES = {
    ForumState.ANNOUNCED: "info",
    ForumState.HELD: "warning",
    ForumState.CLOSED: "success",
    ForumState.CANCELLED: "danger",
}
QUESTION_TONES = {QuestionState.WAITING: "warning", QuestionState.SHOWN: "success", QuestionState.REFUSED: ""}


@dataclass(frozen=True, slots=True)
class ForumRow:
    """One event in a list."""

    address: str
    title: str
    kind: str
    unit: str
    when: str
    place: str
    state: str
    tone: str
    questions: str
    waiting: int
    promised: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of the agenda."""

    hour: str
    title: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question with its answer."""

    pk: int
    number: str
    text: str
    service: str
    asked: str
    supporters: str
    answer: str
    answered: str
    state: str
    tone: str
    reason: str
    is_waiting: bool
    is_shown: bool
    is_refused: bool


@dataclass(frozen=True, slots=True)
class ForumPage:
    """One event."""

    pk: int
    title: str
    lead: str
    state: str
    tone: str
    facts: list[tuple[Shown, Shown]]
    link: str
    description: list[Block]
    agenda: list[AgendaRow]
    cancel_reason: str
    takes_questions: bool
    is_public: bool
    is_live: bool
    is_draft: bool
    is_announced: bool
    is_held: bool
    has_begun: bool
    unanswered: int


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """The minutes as they are read."""

    blocks: list[Block]
    lead: str
    attendance: str


def public_rows(forums: Iterable[Forum], *, at: datetime) -> list[ForumRow]:
    return [_row(forum, reverse("forums:event", args=[forum.pk]), at) for forum in forums]


def staff_rows(forums: Iterable[Forum], *, at: datetime) -> list[ForumRow]:
    return [_row(forum, reverse("forums:show", args=[forum.pk]), at) for forum in forums]


def state_of(forum: Forum, *, at: datetime) -> tuple[str, str]:
    """Return how far an event has come in words, and the tone of its badge; the clock goes on without an officer."""
    if forum.is_live and at > forum.ends_at:
        return (_("Menunggu notulen"), "warning") if forum.state == ForumState.HELD else (_("Sudah lewat"), "")
    return str(forum.get_state_display()), TONES.get(ForumState(forum.state), "")


def _row(forum: Forum, address: str, at: datetime) -> ForumRow:
    state, tone = state_of(forum, at=at)
    asked, answered = getattr(forum, "asked", 0), getattr(forum, "answered", 0)
    told = {"answered": number(answered), "asked": number(asked)}
    return ForumRow(
        address=address,
        title=forum.title,
        kind=str(forum.get_kind_display()),
        unit=forum.unit.name,
        when=when(forum),
        place=forum.place or _("Daring"),
        state=state,
        tone=tone,
        questions=_("%(answered)s dari %(asked)s dijawab") % told if asked else MISSING,
        waiting=getattr(forum, "waiting", 0),
        promised=number(getattr(forum, "promised", 0)),
    )


def present_forum(forum: Forum, *, at: datetime) -> ForumPage:
    state, tone = state_of(forum, at=at)
    return ForumPage(
        pk=forum.pk,
        title=forum.title,
        lead=f"{forum.get_kind_display()} · {forum.unit.name}",
        state=state,
        tone=tone,
        facts=_facts(forum),
        link=forum.link,
        description=blocks(forum.description),
        agenda=[AgendaRow(hours(item.begins) if item.begins else "", item.title) for item in forum.agenda.all()],
        cancel_reason=forum.cancel_reason,
        takes_questions=takes_questions(forum, at=at),
        is_public=forum.is_public,
        is_live=forum.is_live,
        is_draft=forum.state == ForumState.DRAFT,
        is_announced=forum.state == ForumState.ANNOUNCED,
        is_held=forum.state == ForumState.HELD,
        has_begun=at >= forum.starts_at,
        unanswered=getattr(forum, "asked", 0) - getattr(forum, "answered", 0),
    )


def _facts(forum: Forum) -> list[tuple[Shown, Shown]]:
    facts: list[tuple[Shown, Shown]] = [(_("Waktu"), when(forum))]
    if forum.place:
        facts.append((_("Tempat"), forum.place))
    services = ", ".join(service.name for service in forum.services.all())
    if services:
        facts.append((_("Layanan yang dibahas"), services))
    return facts


def question_rows(questions: Iterable[ForumQuestion], forum: Forum, *, start: int = 1) -> list[QuestionRow]:
    return [_question(one, forum, place) for place, one in enumerate(questions, start=start)]


def _question(one: ForumQuestion, forum: Forum, place: int) -> QuestionRow:
    return QuestionRow(
        pk=one.pk,
        number=number(place),
        text=one.text,
        service=one.service.name if one.service else "",
        asked=f"{one.get_moment_display()} · {one.get_means_display()}",
        supporters=_supporters(getattr(one, "supporters", 0)),
        answer=one.answer,
        answered=_("Dijawab %s") % moment_there(one.answered_at, forum) if one.answered_at else "",
        state=str(one.get_state_display()),
        tone=QUESTION_TONES[QuestionState(one.state)],
        reason=one.reason,
        is_waiting=one.state == QuestionState.WAITING,
        is_shown=one.state == QuestionState.SHOWN,
        is_refused=one.state == QuestionState.REFUSED,
    )


def _supporters(count: int) -> str:
    return ngettext("%(count)s dukungan", "%(count)s dukungan", count) % {"count": number(count)} if count else ""


def present_minutes(minutes: ForumMinutes | None, forum: Forum) -> MinutesPage | None:
    """Return the published minutes, None where there are none yet."""
    if minutes is None or minutes.published_at is None:
        return None
    told = {"version": minutes.version, "moment": moment_there(minutes.published_at, forum)}
    return MinutesPage(blocks(minutes.text), _("Versi %(version)s, terbit %(moment)s") % told, attendance(minutes))


def attendance(minutes: ForumMinutes) -> str:
    """Return who came, by sex; that nobody counted is said, not left out."""
    if minutes.women is None or minutes.men is None:
        return _("Jumlah hadir tidak dihitung.")
    total = number(minutes.women + minutes.men)
    told = {"total": total, "women": number(minutes.women), "men": number(minutes.men)}
    return _("Hadir %(total)s orang: %(women)s perempuan, %(men)s laki-laki.") % told
