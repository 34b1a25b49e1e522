"""What officers do with questions and minutes: read, order and answer them, and type along while the event goes on."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.enums import QuestionMeans, QuestionState
from pembina.domain.services.models import Forum, ForumQuestion
from pembina.domain.services.operations.forum_minutes import write_minutes
from pembina.domain.services.operations.forum_questions import (
    answer_question,
    move_question,
    refuse_question,
    show_question,
    take_question,
)
from pembina.domain.services.queries.forums import questions_of, shown_questions
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.forums.formpage import Sheet, field_of, sheet_answer
from pembina.web.forums.forms import AnswerForm, MinutesForm, RefuseQuestionForm, TakeForm
from pembina.web.forums.present_forums import present_forum, question_rows
from pembina.web.forums.staff_views import actor_of, held_forum, trail

ON_A_PAGE = 50
MOST_TO_ANSWER = 30
MOVES: dict[str, Callable[..., None]] = {
    "tayangkan": show_question,
    "naik": lambda **told: move_question(up=True, **told),
    "turun": lambda **told: move_question(up=False, **told),
}


@requires(Permission.HOLD_FORUMS)
@require_safe
def questions(request: HttpRequest, pk: int) -> HttpResponse:
    """List all questions; those that wait to be read come first."""
    forum = held_forum(request, pk)
    waiting = questions_of(forum).filter(state=QuestionState.WAITING)[:ON_A_PAGE]
    read = questions_of(forum).exclude(state=QuestionState.WAITING)
    page = Paginator(read, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "forum": present_forum(forum, at=timezone.now()),
        "waiting": question_rows(waiting, forum),
        "questions": question_rows(page, forum, start=page.start_index()),
        "page": page,
        "trail": trail(forum),
    }
    return render(request, "forums/questions.html", context)


@requires(Permission.HOLD_FORUMS)
@require_POST
def move(request: HttpRequest, pk: int, question: int, name: str) -> HttpResponse:
    """Show a question, or move it up or down."""
    forum = held_forum(request, pk)
    found = question_in(forum, question)
    if name not in MOVES:
        raise Http404
    try:
        MOVES[name](question=found, by=actor_of(request), at=timezone.now())
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect(f"{reverse('forums:questions', args=[pk])}#tanya-{question}")


@requires(Permission.HOLD_FORUMS)
def refuse(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Keep a question out of sight, with a reason."""
    forum = held_forum(request, pk)
    found = question_in(forum, question)
    form = RefuseQuestionForm(request.POST or None)
    sheet = Sheet(
        title=_("Jangan tayangkan"), submit=_("Jangan tayangkan"), done=_("Pertanyaan tidak ditayangkan."),
        lead=found.text, trail=trail(forum), is_dangerous=True,
    )  # fmt: skip

    def act() -> str:
        refuse_question(question=found, reason=form.cleaned_data["reason"], by=actor_of(request), at=timezone.now())
        return reverse("forums:questions", args=[pk])

    return sheet_answer(request, form, sheet, act)


@requires(Permission.HOLD_FORUMS)
def answer(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Answer a question or put the answer right."""
    forum = held_forum(request, pk)
    found = question_in(forum, question)
    form = AnswerForm(request.POST or None, initial={"answer": found.answer})
    back = "forums:live" if "langsung" in request.GET else "forums:questions"
    sheet = Sheet(
        title=_("Jawab pertanyaan"), submit=_("Simpan jawaban"), done=_("Jawaban tersimpan."), lead=found.text,
        trail=trail(forum),
    )  # fmt: skip

    def act() -> str:
        answer_question(question=found, answer=form.cleaned_data["answer"], by=actor_of(request), at=timezone.now())
        return reverse(back, args=[pk])

    return sheet_answer(request, form, sheet, act)


@requires(Permission.HOLD_FORUMS)
def live(request: HttpRequest, pk: int) -> HttpResponse:
    """Type along: the cursor waits in the question, Enter keeps it, and the page is ready for the next."""
    forum = held_forum(request, pk)
    form = TakeForm(request.POST or None, forum=forum)
    if form.is_bound and form.is_valid():
        try:
            take(form, forum, request)
            messages.success(request, _("Pertanyaan tercatat."))
            return redirect("forums:live", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field=field_of(refused, form))
    unanswered = shown_questions(forum).filter(answer="")
    context: dict[str, Any] = {
        "forum": present_forum(forum, at=timezone.now()),
        "form": form,
        "unanswered": question_rows(unanswered[:MOST_TO_ANSWER], forum),
        "latest": question_rows(shown_questions(forum).order_by("-asked_at", "-pk")[:5], forum),
        "trail": trail(forum),
    }
    return render(request, "forums/live.html", context, status=422 if form.errors else 200)


@requires(Permission.HOLD_FORUMS)
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a version of the minutes, to keep or to publish."""
    forum = held_forum(request, pk)
    latest = forum.minutes.order_by("-version").first()
    initial = {"text": latest.text, "women": latest.women, "men": latest.men} if latest else {}
    form = MinutesForm(request.POST or None, initial=initial)
    publish = "publish" in request.POST
    if form.is_bound and form.is_valid():
        try:
            write_minutes(forum=forum, **form.cleaned_data, publish=publish, by=actor_of(request), at=timezone.now())
            messages.success(request, _("Notulen terbit.") if publish else _("Versi baru tersimpan, belum terbit."))
            return redirect("forums:show", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field=field_of(refused, form))
    context = {"form": form, "forum": present_forum(forum, at=timezone.now()), "trail": trail(forum)}
    return render(request, "forums/minutes.html", context, status=422 if form.errors else 200)


def take(form: TakeForm, forum: Forum, request: HttpRequest) -> ForumQuestion:
    said = form.cleaned_data
    return take_question(
        forum=forum, text=said["text"], answer=said["answer"], means=QuestionMeans(said["means"]),
        service=said.get("service"), by=actor_of(request), at=timezone.now(),
    )  # fmt: skip


def question_in(forum: Forum, pk: int) -> ForumQuestion:
    return get_object_or_404(questions_of(forum), pk=pk)
