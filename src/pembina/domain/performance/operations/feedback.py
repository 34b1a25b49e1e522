"""Somebody speaks to another about their work, who may answer once; and somebody asks for it."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.utils import timezone

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Person
from pembina.domain.performance import feedback_refusals as refusals
from pembina.domain.performance.feedback_enums import Capacity, RequestState, Rhythm, Tone
from pembina.domain.performance.letters import Occasion, tell
from pembina.domain.performance.models import Feedback, FeedbackEarlier, FeedbackRequest, Goal
from pembina.domain.performance.queries.colleagues import askable_by, capacity_of, spoken_of_by
from pembina.domain.performance.queries.feedback import CORRECTED_WITHIN, may_correct

HOURS = int(CORRECTED_WITHIN.total_seconds() // 3600)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a note; the first two are what it needs."""

    situation: str
    behaviour: str
    tone: Tone = Tone.APPRECIATION
    impact: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a note is about beside its words."""

    happened_on: date
    rhythm: Rhythm = Rhythm.INCIDENTAL
    value: str = ""
    goal: Goal | None = None


def give_feedback(
    *,
    person: Person,
    said: Said,
    about: About,
    by: User,
    at: datetime,
    request: FeedbackRequest | None = None,
    follows: Feedback | None = None,
) -> Feedback:
    """Write a note, which the person reads at once; with `request` it answers one, with `follows` it goes on.

    Raises ``OwnFeedbackError``, ``StrangerError``, ``EmptyFeedbackError``, ``FutureDayError``, ``RequestEndedError``
    and ``NotYourNoteError`` where the note it would follow is not one of the same two.
    """
    today = timezone.localdate(at)
    with one_event():
        author = _writer(person, by, on=today)
        _check(said, about, today)
        if request is not None:
            _end(request, RequestState.ANSWERED, by=by, at=at, asker=person)
        if follows is not None and (follows.person_id, follows.author_id) != (person.pk, author.pk):
            raise refusals.NotYourNoteError
        goal = about.goal if about.goal is not None and about.goal.plan.person_id == person.pk else None
        note = Feedback.objects.create(
            person=person, author=author, capacity=capacity_of(author, about=person, on=today), rhythm=about.rhythm,
            happened_on=about.happened_on, value=about.value, goal=goal, request=request, follows=follows,
            given_at=at, **_stripped(said),
        )  # fmt: skip
        record("give_feedback", on=note, by=by, at=at, created=True, acting_as=_acting(note))
    return note


def correct_feedback(*, note: Feedback, said: Said, by: User, at: datetime) -> None:
    """Change the words within a day; what they were stays beside them.

    Raises ``NotYourNoteError``, ``TooLateToCorrectError``, ``EmptyFeedbackError``.
    """
    with one_event():
        kept = Feedback.objects.select_for_update(of=("self",)).select_related("author", "person").get(pk=note.pk)
        if kept.author.nip != by.username:
            raise refusals.NotYourNoteError
        if not may_correct(kept, at=at):
            raise refusals.TooLateToCorrectError(HOURS)
        words = _stripped(said)
        if not (words["situation"] and words["behaviour"]):
            raise refusals.EmptyFeedbackError
        before = {name: getattr(kept, name) for name in words}
        if before == words:
            return
        FeedbackEarlier.objects.create(note=kept, until=at, **before)
        Feedback.objects.filter(pk=kept.pk).update(corrected_at=at, **words)
        record("correct_feedback", on=kept, by=by, at=at, changes={"corrected_at": ("", at.isoformat())})


def answer_feedback(*, note: Feedback, answer: str, by: User, at: datetime) -> None:
    """Let the person a note is about say something to it, once.

    Raises ``NotYourNoteError``, ``WordMissingError``, ``AnsweredError``.
    """
    with one_event():
        kept = Feedback.objects.select_for_update(of=("self",)).select_related("person").get(pk=note.pk)
        if kept.person.nip != by.username:
            raise refusals.NotYourNoteError
        if kept.answered_at is not None:
            raise refusals.AnsweredError
        if not answer.strip():
            raise refusals.WordMissingError
        kept.answer, kept.answered_at = answer.strip(), at
        kept.save(update_fields=["answer", "answered_at"])
        record("answer_feedback", on=kept, by=by, at=at, changes={"answered_at": ("", at.isoformat())})


def ask_for_feedback(*, asked: Person, matter: str, by: User, at: datetime) -> FeedbackRequest:
    """Ask somebody one works with for feedback on a matter.

    Raises ``OwnFeedbackError``, ``StrangerError``, ``WordMissingError``, ``RequestOpenError``.
    """
    with one_event():
        asker = Person.objects.select_for_update().filter(nip=by.username).first()
        if asker == asked:
            raise refusals.OwnFeedbackError
        if asker is None or not askable_by(by, on=timezone.localdate(at)).filter(pk=asked.pk).exists():
            raise refusals.StrangerError
        if not matter.strip():
            raise refusals.WordMissingError
        if FeedbackRequest.objects.filter(asker=asker, asked=asked, state=RequestState.OPEN).exists():
            raise refusals.RequestOpenError
        request = FeedbackRequest.objects.create(asker=asker, asked=asked, matter=matter.strip(), asked_at=at)
        record("ask_for_feedback", on=request, by=by, at=at, created=True)
        tell(Occasion.FEEDBACK_ASKED, [asked.pk])
    return request


def decline_feedback(*, request: FeedbackRequest, word: str, by: User, at: datetime) -> None:
    """Say that one will not give feedback, and why; raises ``WordMissingError``, ``RequestEndedError``."""
    with one_event():
        if not word.strip():
            raise refusals.WordMissingError
        _end(request, RequestState.DECLINED, by=by, at=at, word=word.strip())
        record("decline_feedback", on=request, by=by, at=at, changes={"state": ("open", "declined")})


def _writer(person: Person, by: User, *, on: date) -> Person:
    author = Person.objects.filter(nip=by.username).first()
    if author == person:
        raise refusals.OwnFeedbackError
    if author is None or not spoken_of_by(by, on=on).filter(pk=person.pk).exists():
        raise refusals.StrangerError
    return author


def _check(said: Said, about: About, today: date) -> None:
    if not (said.situation.strip() and said.behaviour.strip()):
        raise refusals.EmptyFeedbackError
    if about.happened_on > today:
        raise refusals.FutureDayError


def _end(
    request: FeedbackRequest,
    state: RequestState,
    *,
    by: User,
    at: datetime,
    word: str = "",
    asker: Person | None = None,
) -> None:
    kept = FeedbackRequest.objects.select_for_update(of=("self",)).select_related("asked").get(pk=request.pk)
    if kept.asked.nip != by.username or (asker is not None and kept.asker_id != asker.pk):
        raise refusals.NotYourNoteError
    if kept.state != RequestState.OPEN:
        raise refusals.RequestEndedError
    FeedbackRequest.objects.filter(pk=kept.pk).update(state=state, ended_at=at, word=word)


def _stripped(said: Said) -> dict[str, str]:
    told = {name: str(words).strip() for name, words in asdict(said).items()}
    return {**told, "tone": Tone(said.tone).value}


def _acting(note: Feedback) -> str:
    return "direct_superior" if note.capacity == Capacity.LEADER else ""
