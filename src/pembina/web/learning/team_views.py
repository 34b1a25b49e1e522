"""What a leader sees and decides: who of mine is where, requests, and whom to send."""

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.development.models import Batch
from pembina.domain.development.operations.enrolments import approve, nominate, refuse
from pembina.domain.development.queries.batches import open_now, with_figures
from pembina.domain.development.queries.deciding import led_by, requests_to_decide
from pembina.domain.development.queries.learning import cover_of, places_of_team
from pembina.domain.people.models import Person
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.learning import scopes
from pembina.web.learning.forms import ApproveForm, NominateForm, RefuseForm
from pembina.web.learning.present import batch_links
from pembina.web.learning.present_team import cover_rows, request_rows, team_rows

ON_A_PAGE = 25
MOST_BATCHES = 12


@signed_in
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """Show who of the staff led is where, and what waits for a decision."""
    actor, on, at = scopes.actor_of(request), timezone.localdate(), timezone.now()
    people = places_of_team(actor, on=on)
    page = Paginator(people, ON_A_PAGE).get_page(request.GET.get("page"))
    batches = with_figures(open_now(Batch.objects.all(), at=timezone.localtime(at))).order_by(
        F("first_at").asc(nulls_last=True), "pk"
    )
    context = {
        "page": page,
        "rows": team_rows(page, at=at),
        "requests": request_rows(requests_to_decide(actor, on=on)),
        "batches": batch_links(batches[:MOST_BATCHES]) if page.paginator.count else [],
        "trail": scopes.trail(),
    }
    return render(request, "learning/team.html", context)


@signed_in
def approve_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Grant a request; where too many of the unit would be away, ask for the reason."""
    found = scopes.request_to_decide(request, pk)
    form = ApproveForm(request.POST or None)
    page = FormPage(
        title=_("Setujui permintaan"), submit=_("Setujui"), done=_("Permintaan disetujui."),
        lead=f"{found.person.titled_name} · {found.batch.title}", trail=scopes.trail(of_team=True),
    )  # fmt: skip

    def act() -> str:
        reason, by = form.cleaned_data["cover_reason"], scopes.actor_of(request)
        approve(enrolment=found, by=by, at=timezone.now(), cover_reason=reason)
        return reverse("learning:team")

    cover = cover_of(found.batch, Person.objects.filter(pk=found.person_id), at=timezone.now())
    return form_answer(
        request, form, page, act, template="learning/with_cover.html", extra={"cover": cover_rows(cover)}
    )


@signed_in
def refuse_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Say no, with a reason."""
    found, form = scopes.request_to_decide(request, pk), RefuseForm(request.POST or None)
    page = FormPage(
        title=_("Tidak setujui permintaan"), submit=_("Tidak setujui"), done=_("Keputusan tercatat."),
        lead=f"{found.person.titled_name} · {found.batch.title}", trail=scopes.trail(of_team=True), is_dangerous=True,
    )  # fmt: skip

    def act() -> str:
        reason, by = form.cleaned_data["reason"], scopes.actor_of(request)
        refuse(enrolment=found, reason=reason, by=by, at=timezone.now())
        return reverse("learning:team")

    return form_answer(request, form, page, act)


@signed_in
def nominate_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer one of the staff led a seat, with the cover of the unit in sight."""
    batch, on = scopes.open_batch(request, pk), timezone.localdate()
    led = led_by(scopes.actor_of(request), on=on)
    form = NominateForm(request.POST or None, team=led, on=on)
    page = FormPage(
        title=_("Usulkan pegawai"), lead=batch.title, submit=_("Usulkan"), trail=scopes.trail(of_team=True),
        done=_("Usulan terkirim; pegawai diminta menjawab."),
    )  # fmt: skip

    def act() -> str:
        said, by = form.cleaned_data, scopes.actor_of(request)
        nominate(batch=batch, person=said["person"], cover_reason=said["cover_reason"], by=by, at=timezone.now())
        return reverse("learning:team")

    cover = cover_rows(cover_of(batch, led, at=timezone.now()))
    return form_answer(request, form, page, act, template="learning/with_cover.html", extra={"cover": cover})
