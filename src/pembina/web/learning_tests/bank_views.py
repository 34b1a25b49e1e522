"""The bank of questions of a curriculum."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.models import Curriculum, Question
from pembina.domain.development.operations.questions import (
    add_question,
    edit_question,
    restore_question,
    retire_question,
)
from pembina.domain.development.queries.learning_tests import bank_of, banks_closed_to, banks_kept_by
from pembina.domain.people.searches import words_in
from pembina.web.access import signed_in
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_tests.forms import QuestionForm, told
from pembina.web.learning_tests.present_bank import bank_rows, closed_words, question_rows
from pembina.web.learning_tests.result_views import actor_of

ON_A_PAGE = 25
# What is shown, by the word in the address.
SHOWN = (("", gettext_lazy("Dipakai")), ("retired", gettext_lazy("Tidak dipakai")), ("all", gettext_lazy("Semua")))
STEPS: dict[str, tuple[Callable[..., None], Any]] = {
    "hentikan": (retire_question, gettext_lazy("Soal tidak dipakai lagi pada tes baru.")),
    "pakai": (restore_question, gettext_lazy("Soal dipakai lagi.")),
}


@signed_in
@require_safe
def banks(request: HttpRequest) -> HttpResponse:
    """List the curricula whose questions the visitor keeps."""
    wanted = request.GET.get("q", "")[:100]
    actor, on = actor_of(request), timezone.localdate()
    found = banks_kept_by(actor, on=on).filter(words_in("title", wanted))
    page = Paginator(found.order_by("title", "pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    closed = closed_words(banks_closed_to(actor, on=on).order_by("title", "pk"))
    context = {"page": page, "rows": bank_rows(page), "wanted": wanted, "closed": closed}
    return render(request, "learning_tests/banks.html", context)


@signed_in
@require_safe
def bank(request: HttpRequest, pk: int) -> HttpResponse:
    """List the questions of one curriculum."""
    found = kept_bank(request, pk)
    wanted, shown = request.GET.get("q", "")[:100], request.GET.get("show", "")
    questions = bank_of(found).filter(words_in("text", wanted) | words_in("topic", wanted))
    if shown != "all":
        questions = questions.filter(retired_at__isnull=shown != "retired")
    page = Paginator(questions, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "curriculum": found,
        "page": page,
        "rows": question_rows(page),
        "wanted": wanted,
        "shown": shown,
        "choices": SHOWN,
        "trail": trail(),
    }
    return render(request, "learning_tests/bank.html", context)


@signed_in
def new(request: HttpRequest, pk: int) -> HttpResponse:
    found = kept_bank(request, pk)
    form = QuestionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            add_question(curriculum=found, asked=form.asked, by=actor_of(request), at=timezone.now())
            messages.success(request, _("Soal tersimpan."))
            return redirect("learning_tests:bank", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field="right")
    return question_page(request, form, found, _("Tambah soal"))


@signed_in
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a question; one that a test has asked is replaced by a new one."""
    question = kept_question(request, pk)
    form = QuestionForm(request.POST or None, initial=told(question))
    if form.is_bound and form.is_valid():
        try:
            edit_question(question=question, asked=form.asked, by=actor_of(request), at=timezone.now())
            messages.success(request, _("Soal tersimpan."))
            return redirect("learning_tests:bank", question.curriculum_id)
        except RefusedError as refused:
            refuse_on(form, refused, field="right")
    note = _("Soal ini sudah pernah diujikan: yang lama dihentikan, dan perubahan Anda menjadi soal baru.")
    return question_page(request, form, question.curriculum, _("Ubah soal"), note if question.asked.exists() else "")


@signed_in
@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Retire a question, or bring it back."""
    question = kept_question(request, pk)
    if name not in STEPS:
        raise Http404
    operation, done = STEPS[name]
    try:
        operation(question=question, by=actor_of(request), at=timezone.now())
        messages.success(request, str(done))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("learning_tests:bank", question.curriculum_id)


def question_page(
    request: HttpRequest, form: QuestionForm, found: Curriculum, title: str, note: str = ""
) -> HttpResponse:
    context = {"form": form, "title": title, "curriculum": found, "note": note, "trail": trail(found)}
    return render(request, "learning_tests/question.html", context, status=422 if form.errors else 200)


def kept_bank(request: HttpRequest, pk: int) -> Curriculum:
    return get_object_or_404(banks_kept_by(actor_of(request), on=timezone.localdate()), pk=pk)


def kept_question(request: HttpRequest, pk: int) -> Question:
    banks = banks_kept_by(actor_of(request), on=timezone.localdate())
    found = Question.objects.filter(curriculum__in=banks.values("pk"))
    return get_object_or_404(found.select_related("curriculum").prefetch_related("choices"), pk=pk)


def trail(found: Curriculum | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [(_("Bank soal"), reverse("learning_tests:banks"))]
    return above if found is None else [*above, (found.title, reverse("learning_tests:bank", args=[found.pk]))]
