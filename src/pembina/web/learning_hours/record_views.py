"""Human resources note hours, decide on reports, and take out what should not count."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.enums import RecordSource, RecordState
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.operations.learning_records import (
    note_learning,
    refuse_learning,
    take_out_learning,
    verify_learning,
)
from pembina.domain.development.queries.learning_hours import reports_waiting
from pembina.domain.people.models import Person
from pembina.web.access import requires, signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_hours.forms import NotedForm, ReasonForm
from pembina.web.learning_hours.present_studies import report_rows
from pembina.web.learning_hours.visitors import actor_of, board_trail, reader_of, tabs, writes

ON_A_PAGE = 50


@signed_in
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """List what persons have reported and nobody has decided on, the oldest first."""
    actor = reader_of(request)
    page = Paginator(reports_waiting(), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "reports"),
        "page": page,
        "rows": report_rows(page, on=timezone.localdate(), without=actor.username),
        "may_write": writes(request),
    }
    return render(request, "learning_hours/reports.html", context)


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Let reported hours count."""
    row = reported(pk)
    try:
        verify_learning(row=row, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Laporan diverifikasi; JP dihitung."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("learning_hours:reports")


@requires(Permission.PLAN_PROGRAMME)
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse a report, with the reason that its reporter reads."""
    row, form = reported(pk), ReasonForm(request.POST or None)
    page = FormPage(
        title=_("Tolak laporan"), submit=_("Tolak laporan"), done=_("Laporan ditolak."), is_dangerous=True,
        lead=f"{row.person.titled_name} · {row.title}",
        trail=board_trail((_("Laporan menunggu"), reverse("learning_hours:reports"))),
    )  # fmt: skip

    def act() -> str:
        refuse_learning(row=row, reason=form.cleaned_data["reason"], by=actor_of(request), at=timezone.now())
        return reverse("learning_hours:reports")

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what a person has learned; it counts at once."""
    person = get_object_or_404(Person, pk=pk)
    form = NotedForm(request.POST or None, on=timezone.localdate())
    page = FormPage(
        title=_("Catat JP"), submit=_("Catat"), done=_("JP dicatat dan dihitung."), lead=person.titled_name,
        trail=person_trail(person),
    )  # fmt: skip

    def act() -> str:
        note_learning(person=person, learning=form.learning(), by=actor_of(request), at=timezone.now())
        return reverse("learning_hours:person", args=[pk])

    return form_answer(request, form, page, act, template="learning_hours/learned.html")


@requires(Permission.PLAN_PROGRAMME)
def take_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Take hours out of the count, with the reason; they stay readable."""
    counted = LearningRecord.objects.filter(state=RecordState.COUNTED).exclude(source=RecordSource.CERTIFICATE)
    row = get_object_or_404(counted.select_related("person"), pk=pk)
    form = ReasonForm(request.POST or None)
    page = FormPage(
        title=_("Keluarkan dari hitungan"), submit=_("Keluarkan"), done=_("JP tidak dihitung lagi."),
        is_dangerous=True, lead=f"{row.person.titled_name} · {row.title}", trail=person_trail(row.person),
    )  # fmt: skip

    def act() -> str:
        take_out_learning(row=row, reason=form.cleaned_data["reason"], by=actor_of(request), at=timezone.now())
        return reverse("learning_hours:person", args=[row.person_id])

    return form_answer(request, form, page, act)


def reported(pk: int) -> LearningRecord:
    """Return something reported by its person, decided on or not."""
    found = LearningRecord.objects.filter(source=RecordSource.OWN_REPORT).select_related("person")
    return get_object_or_404(found, pk=pk)


def person_trail(person: Person) -> list[tuple[str, str]]:
    return board_trail((person.titled_name, reverse("learning_hours:person", args=[person.pk])))
