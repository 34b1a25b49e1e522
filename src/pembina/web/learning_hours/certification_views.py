"""Certifications of a profession: listed, noted, renewed before they end."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.development.operations.degree_studies import note_certification, renew_certification
from pembina.domain.development.queries.degree_studies import certifications as all_certifications
from pembina.domain.development.queries.degree_studies import current, ended, ending_soon
from pembina.web.access import requires, signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.formatting import number
from pembina.web.learning_hours.present_studies import certification_rows
from pembina.web.learning_hours.study_filters import CertificationFilters
from pembina.web.learning_hours.study_forms import CertificationForm, RenewalForm
from pembina.web.learning_hours.visitors import actor_of, board_trail, reader_of, tabs, writes

ON_A_PAGE = 50


@signed_in
@require_safe
def certifications(request: HttpRequest) -> HttpResponse:
    """List certifications, those that end first above."""
    reader_of(request)
    on = timezone.localdate()
    filters = CertificationFilters(request.GET)
    page = Paginator(filters.narrow(all_certifications(), on=on), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "certifications"),
        "filters": filters,
        "reset": reverse("learning_hours:certifications") if filters.is_narrowed else "",
        "page": page,
        "rows": certification_rows(page, on=on),
        "soon": number(all_certifications().filter(ending_soon(on=on)).count()),
        "ended": number(all_certifications().filter(ended(on=on)).count()),
        "may_write": writes(request),
    }
    return render(request, "learning_hours/certifications.html", context)


@requires(Permission.PLAN_PROGRAMME)
def new(request: HttpRequest) -> HttpResponse:
    """Note a certification of somebody."""
    actor = actor_of(request)
    form = CertificationForm(request.POST or None, actor=actor, on=timezone.localdate())
    page = FormPage(title=_("Catat sertifikasi"), submit=_("Catat"), done=_("Sertifikasi dicatat."), trail=trail())

    def act() -> str:
        note_certification(person=form.chosen_person, certification=form.certification(), by=actor, at=timezone.now())
        return reverse("learning_hours:certifications")

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the renewal; the old one stays on record."""
    old = get_object_or_404(all_certifications().filter(current()), pk=pk)
    form = RenewalForm(request.POST or None, initial={"title": old.title, "issuer": old.issuer})
    page = FormPage(
        title=_("Catat perpanjangan"), submit=_("Catat"), done=_("Perpanjangan dicatat."),
        lead=f"{old.person.titled_name} · {old.number}", trail=trail(),
    )  # fmt: skip

    def act() -> str:
        renew_certification(old=old, certification=form.certification(), by=actor_of(request), at=timezone.now())
        return reverse("learning_hours:certifications")

    return form_answer(request, form, page, act)


def trail() -> list[tuple[str, str]]:
    return board_trail((_("Sertifikasi"), reverse("learning_hours:certifications")))
