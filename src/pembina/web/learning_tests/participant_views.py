"""What a participant does: take a test, see what came of it, say what the training was like."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.learning_refusals import ReactionIncompleteError
from pembina.domain.development.models import LearningTest
from pembina.domain.development.operations.learning_tests import hand_in
from pembina.domain.development.operations.reactions import give_reaction
from pembina.domain.development.queries.learning_tests import (
    explained_from,
    own_attempt,
    questions_asked,
    tests_of,
)
from pembina.domain.development.queries.reactions import asked_sessions, attended_batches, has_reacted
from pembina.web.access import signed_in
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_tests.answers import answers_in, sheet_in
from pembina.web.learning_tests.present_participant import (
    present_questions,
    present_reaction,
    present_result,
    present_test,
    reaction_rows,
    test_rows,
)

MOST = 50


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the own tests and the forms that wait."""
    actor, now = actor_of(request), timezone.now()
    batches = [(batch, has_reacted(batch, actor)) for batch in attended_batches(actor).order_by("-pk")[:MOST]]
    context = {
        "tests": test_rows(tests_of(actor).order_by("-opens_at", "-pk")[:MOST], at=now),
        "reactions": reaction_rows(batches, at=now),
    }
    return render(request, "learning_tests/index.html", context)


@signed_in
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, take the answers, or show what came of them."""
    actor, now = actor_of(request), timezone.now()
    test = get_object_or_404(tests_of(actor), pk=pk)
    if request.method == "POST":
        return handed_in(request, test)
    attempt = own_attempt(test, actor)
    if attempt is not None:
        from_moment = explained_from(test.batch)
        explained = from_moment is not None and now > from_moment
        questions = questions_asked(test) if explained else []
        shown = present_result(test, attempt, questions, from_moment=from_moment, at=now)
        return render(request, "learning_tests/result.html", {"result": shown})
    page = present_test(test, at=now)
    context = {"test": page, "questions": present_questions(questions_asked(test), {}) if page.is_open else []}
    return render(request, "learning_tests/take.html", context)


@signed_in
def react(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what the training was like; only who attended finds this page."""
    actor, now = actor_of(request), timezone.now()
    batch = get_object_or_404(attended_batches(actor).select_related("programme"), pk=pk)
    sessions = asked_sessions(batch, actor, at=now)
    sheet = sheet_in(request.POST)
    refused: RefusedError | None = None
    if request.method == "POST":
        try:
            give_reaction(batch=batch, sheet=sheet, by=actor, at=now)
            messages.success(request, _("Terima kasih. Jawaban Anda tersimpan tanpa nama."))
            return redirect("learning_tests:react", pk)
        except RefusedError as found:
            refused = found
    missing = refused.missing if isinstance(refused, ReactionIncompleteError) else ()
    form = present_reaction(batch, sessions, sheet, missing=missing, is_given=has_reacted(batch, actor), at=now)
    context = {"form": form, "refused": refused}
    return render(request, "learning_tests/react.html", context, status=422 if refused else 200)


def handed_in(request: HttpRequest, test: LearningTest) -> HttpResponse:
    """Keep the answers of a test."""
    actor, now = actor_of(request), timezone.now()
    questions = questions_asked(test)
    answers = answers_in(request.POST, questions)
    try:
        hand_in(test=test, answers=answers, by=actor, at=now)
        messages.success(request, _("Tes terkumpul."))
    except RefusedError as refused:
        if own_attempt(test, actor) is None:
            context = {
                "test": present_test(test, at=now),
                "questions": present_questions(questions, answers),
                "refused": refused,
            }
            return render(request, "learning_tests/take.html", context, status=422)
        refuse_on(request, refused)
    return redirect("learning_tests:take", test.pk)


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)
