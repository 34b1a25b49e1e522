"""Degree studies (tugas belajar): listed, begun, prolonged, ended."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.development.enums import StudyState
from pembina.domain.development.models import DegreeStudy
from pembina.domain.development.operations.degree_studies import begin_study, end_study, prolong_study
from pembina.domain.development.queries.degree_studies import late_studies
from pembina.domain.development.queries.degree_studies import studies as all_studies
from pembina.web.access import requires, signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.learning_hours.present_studies import study_rows
from pembina.web.learning_hours.study_filters import StudyFilters
from pembina.web.learning_hours.study_forms import EndForm, ProlongForm, StudyForm
from pembina.web.learning_hours.visitors import actor_of, board_trail, reader_of, tabs, writes

ON_A_PAGE = 50


@signed_in
@require_safe
def studies(request: HttpRequest) -> HttpResponse:
    """List who studies where, and who is late."""
    reader_of(request)
    on = timezone.localdate()
    filters = StudyFilters(request.GET)
    page = Paginator(filters.narrow(all_studies(), on=on), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "studies"),
        "filters": filters,
        "reset": reverse("learning_hours:studies") if filters.is_narrowed else "",
        "page": page,
        "rows": study_rows(page, on=on),
        "late": all_studies().filter(late_studies(on=on)).count(),
        "may_write": writes(request),
    }
    return render(request, "learning_hours/studies.html", context)


@requires(Permission.PLAN_PROGRAMME)
def new(request: HttpRequest) -> HttpResponse:
    """Note that somebody studies."""
    actor = actor_of(request)
    form = StudyForm(request.POST or None, actor=actor, on=timezone.localdate())
    page = FormPage(title=_("Catat tugas belajar"), submit=_("Catat"), done=_("Tugas belajar dicatat."), trail=trail())

    def act() -> str:
        begin_study(person=form.chosen_person, study=form.study(), by=actor, at=timezone.now())
        return reverse("learning_hours:studies")

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def prolong(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the planned end."""
    study = running_study(pk)
    form = ProlongForm(request.POST or None, initial={"due_on": study.due_on})
    page = FormPage(
        title=_("Perpanjang tugas belajar"), submit=_("Perpanjang"), done=_("Rencana selesai diubah."),
        lead=f"{study.person.titled_name} · {study}", trail=trail(),
    )  # fmt: skip

    def act() -> str:
        prolong_study(study=study, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("learning_hours:studies")

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Note how a study ended."""
    study = running_study(pk)
    form = EndForm(request.POST or None, initial={"state": StudyState.GRADUATED})
    page = FormPage(
        title=_("Akhiri tugas belajar"), submit=_("Catat hasil"), done=_("Hasil tugas belajar dicatat."),
        lead=f"{study.person.titled_name} · {study}", trail=trail(),
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data | {"state": StudyState(form.cleaned_data["state"])}
        end_study(study=study, **said, by=actor_of(request), at=timezone.now())
        return reverse("learning_hours:studies")

    return form_answer(request, form, page, act)


def running_study(pk: int) -> DegreeStudy:
    return get_object_or_404(all_studies().filter(state=StudyState.RUNNING), pk=pk)


def trail() -> list[tuple[str, str]]:
    return board_trail((_("Tugas belajar"), reverse("learning_hours:studies")))
