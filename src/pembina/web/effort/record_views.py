"""The record of one person: the own, or of somebody led; and what the person says to a late step."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.models import Person
from pembina.domain.people.queries import person_of
from pembina.domain.performance.operations.effort import remark_on_step
from pembina.domain.performance.queries.effort import effort_of, periods_shown
from pembina.domain.performance.queries.effort_reach import efforts_open_to
from pembina.domain.performance.queries.effort_steps import late_step_of
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.effort.filters import PeriodChoice
from pembina.web.effort.forms import RemarkForm
from pembina.web.effort.present_record import as_whom, present_record
from pembina.web.effort.present_steps import step_rows
from pembina.web.effort.visiting import actor_of, sent, today, trail

ON_A_PAGE = 20


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the visitor the own record."""
    me = person_of(actor_of(request))
    if me is None:
        return render(request, "effort/nobody.html", {"trail": trail()})
    return shown(request, me, leads=False)


@signed_in
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the record of somebody led, or in reach of human resources, who leave a trace of it."""
    actor, on = actor_of(request), today()
    found = get_object_or_404(efforts_open_to(actor, on=on), pk=pk)
    leads = people_decided_by(actor, on=on).filter(pk=pk).exists()
    if found.nip != actor.username and not leads:
        note_looking(request, "look_at_effort", on=found)
    return shown(request, found, leads=leads)


def shown(request: HttpRequest, person: Person, *, leads: bool) -> HttpResponse:
    """Return the page of a record that the visitor may read."""
    actor, at, on = actor_of(request), timezone.now(), today()
    choice = PeriodChoice(request.GET, periods=periods_shown(year=on.year), year=on.year)
    effort = effort_of(person, span=choice.span, at=at)
    side = as_whom(effort, actor, leads=leads)
    steps = step_rows(effort.steps, mine=person.nip == actor.username, at=at)
    page = Paginator(steps, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "record": present_record(effort, actor=actor, side=side), "choice": choice, "page": page, "steps": list(page),
        "trail": trail() if person.nip == actor.username else trail(person, actor)[:1],
        "reset": request.path if choice.chosen else "",
    }  # fmt: skip
    return render(request, "effort/record.html", context)


@signed_in
def remark(request: HttpRequest, key: str) -> HttpResponse:
    """Say what happened when an own step was late."""
    actor, at, me = actor_of(request), timezone.now(), person_of(actor_of(request))
    step = late_step_of(me, key, at=at) if me else None
    if me is None or step is None:
        raise Http404
    form = RemarkForm(sent(request))
    page = FormPage(
        _("Beri keterangan"), _("Simpan keterangan"), _("Keterangan disimpan."), trail(me, actor),
        f"{step.kind.label}: {step.subject}",
        note=_("Keterangan tampil di samping langkahnya dan tidak dapat dihapus siapa pun."),
    )  # fmt: skip

    def act() -> str:
        remark_on_step(person=me, step=key, words=form.cleaned_data["words"], by=actor, at=at)
        return reverse("effort:index")

    return form_answer(request, form, page, act)
