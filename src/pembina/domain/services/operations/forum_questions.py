"""Citizens ask and support; officers read, order and answer."""

from datetime import datetime, timedelta

from django.db.models import Max

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.services.enums import ForumState, QuestionMeans, QuestionMoment, QuestionState
from pembina.domain.services.forum_refusals import (
    AskedAlreadyError,
    AskingClosedError,
    EmptyQuestionError,
    ForumStateError,
    GroundMissingError,
    TooManyQuestionsError,
)
from pembina.domain.services.models import Forum, ForumQuestion, PublicService, QuestionSupport

# One village hall shares one address; what is beyond these in fifteen minutes is no meeting any more.
WINDOW = timedelta(minutes=15)
MOST_QUESTIONS = 10
MOST_SUPPORTS = 200


def ask_question(
    *, forum: Forum, text: str, at: datetime, origin: str, service: PublicService | None = None, by: User | None = None
) -> ForumQuestion:
    """Keep a question from the public page until somebody has read it. No name is kept, not even that of `by`.

    Raises
    ------
    AskingClosedError : the event is over, not announced, or cancelled
    EmptyQuestionError, AskedAlreadyError
    TooManyQuestionsError : more than `MOST_QUESTIONS` from one origin within `WINDOW`
    """
    words = cleaned(text)
    if not words:
        raise EmptyQuestionError
    with one_event():
        kept = _locked(forum)
        if not takes_questions(kept, at=at):
            raise AskingClosedError
        if kept.questions.filter(text=words).exists():
            raise AskedAlreadyError
        recent = ForumQuestion.objects.filter(origin=origin, asked_at__gt=at - WINDOW).exclude(origin="")
        if recent.count() >= MOST_QUESTIONS:
            raise TooManyQuestionsError
        moment = QuestionMoment.DURING if at >= kept.starts_at else QuestionMoment.BEFORE
        question = ForumQuestion(
            forum=kept, service=service, text=words, means=QuestionMeans.PAGE, moment=moment,
            state=QuestionState.WAITING, position=_last(kept), asked_at=at, origin=origin,
        )  # fmt: skip
        question.save()
        record("ask_question", on=question, by=None, at=at, created=True)
    return question


def take_question(
    *, forum: Forum, text: str, answer: str, means: QuestionMeans, by: User, at: datetime,
    service: PublicService | None = None,
) -> ForumQuestion:  # fmt: skip
    """Write down what was asked in the room, with the answer where one was given; it is shown at once."""
    words = cleaned(text)
    if not words:
        raise EmptyQuestionError
    with one_event():
        kept = _locked(forum)
        if not kept.is_live:
            raise AskingClosedError
        moment = QuestionMoment.DURING if at >= kept.starts_at else QuestionMoment.BEFORE
        question = ForumQuestion(
            forum=kept, service=service, text=words, means=means, moment=moment,
            state=QuestionState.SHOWN, position=_last(kept), asked_at=at,
        )  # fmt: skip
        _answer(question, answer, by, at)
        question.save()
        record("take_question", on=question, by=by, at=at, created=True)
    return question


def support_question(*, question: ForumQuestion, device: str, origin: str, at: datetime) -> bool:
    """Count a device once; return whether it is new. Raises ``AskingClosedError`` and ``TooManyQuestionsError``."""
    with one_event():
        kept = ForumQuestion.objects.select_for_update(of=("self",)).select_related("forum").get(pk=question.pk)
        if kept.state != QuestionState.SHOWN or not takes_questions(kept.forum, at=at):
            raise AskingClosedError
        recent = QuestionSupport.objects.filter(origin=origin, at__gt=at - WINDOW).exclude(origin="")
        if recent.count() >= MOST_SUPPORTS:
            raise TooManyQuestionsError
        _, is_new = QuestionSupport.objects.get_or_create(
            question=kept, device=device, defaults={"origin": origin, "at": at}
        )
        if is_new:
            record("support_question", on=kept, by=None, at=at)
    return is_new


def show_question(*, question: ForumQuestion, by: User, at: datetime) -> None:
    """Let everybody read a question, also one that was refused before."""
    with one_event():
        kept = _of_live_forum(question)
        before, kept.state, kept.reason = kept.state, QuestionState.SHOWN, ""
        kept.save(update_fields=["state", "reason"])
        record("show_question", on=kept, by=by, at=at, changes={"state": (str(before), str(kept.state))})


def refuse_question(*, question: ForumQuestion, reason: str, by: User, at: datetime) -> None:
    """Keep a question out of sight; raises ``GroundMissingError`` without a reason."""
    if not reason.strip():
        raise GroundMissingError
    with one_event():
        kept = _of_live_forum(question)
        before, kept.state, kept.reason = kept.state, QuestionState.REFUSED, reason.strip()
        kept.save(update_fields=["state", "reason"])
        changes = {"state": (str(before), str(kept.state))}
        record("refuse_question", on=kept, by=by, at=at, changes=changes, why=kept.reason)


def answer_question(*, question: ForumQuestion, answer: str, by: User, at: datetime) -> None:
    """Answer, or put an answer right; a question that waits is shown with it."""
    if not answer.strip():
        raise GroundMissingError
    with one_event():
        kept = _of_live_forum(question)
        before, kept.state, kept.reason = kept.answer, QuestionState.SHOWN, ""
        _answer(kept, answer, by, at)
        kept.save(update_fields=["state", "reason", "answer", "answered_by", "answered_at"])
        record("answer_question", on=kept, by=by, at=at, changes={"answer": (before, kept.answer)})


def move_question(*, question: ForumQuestion, up: bool, by: User, at: datetime) -> None:
    """Change places with the next shown question above or below; at the end nothing happens."""
    with one_event():
        kept = _of_live_forum(question)
        others = list(kept.forum.questions.filter(state=QuestionState.SHOWN).order_by("position", "pk"))
        numbers = [other.pk for other in others]
        here = numbers.index(kept.pk) if kept.pk in numbers else -1
        there = here - 1 if up else here + 1
        if here < 0 or not 0 <= there < len(others):
            return
        neighbour = others[there]
        before, kept.position, neighbour.position = kept.position, neighbour.position, kept.position
        kept.save(update_fields=["position"])
        neighbour.save(update_fields=["position"])
        record("move_question", on=kept, by=by, at=at, changes={"position": (str(before), str(kept.position))})


def takes_questions(forum: Forum, *, at: datetime) -> bool:
    """Say whether citizens may ask and support: from the announcement to the end of the event."""
    return forum.state in (ForumState.ANNOUNCED, ForumState.HELD) and at <= forum.ends_at


def cleaned(text: str) -> str:
    """Return the words without what no page may show: NUL and other control characters, except line breaks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or sign.isprintable() or sign in JOINERS).strip()


# Emoji of several people and flags are joined by these, which Python does not call printable.
JOINERS = "\u200d\ufe0f"


def _answer(question: ForumQuestion, answer: str, by: User, at: datetime) -> None:
    words = cleaned(answer)
    if words:
        question.answer, question.answered_by, question.answered_at = words, by, at


def _last(forum: Forum) -> int:
    return int(forum.questions.aggregate(last=Max("position"))["last"] or 0) + 1


def _locked(forum: Forum) -> Forum:
    return Forum.objects.select_for_update().get(pk=forum.pk)


def _of_live_forum(question: ForumQuestion) -> ForumQuestion:
    forum = Forum.objects.select_for_update().get(pk=question.forum_id)
    if not forum.is_live:
        raise ForumStateError
    return ForumQuestion.objects.select_related("forum").get(pk=question.pk)
