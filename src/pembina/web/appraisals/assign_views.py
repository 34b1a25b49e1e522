"""Human resources name a rater where nobody is left to rate."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.permissions import Permission
from pembina.domain.performance.appraisal_permissions import appraisals_run_by
from pembina.domain.performance.operations.assigning import assign_rater, wants_rater
from pembina.domain.performance.queries.appraisals import with_everything
from pembina.web.access import requires
from pembina.web.appraisals.assign_form import AssignForm
from pembina.web.appraisals.visiting import actor_of, today, trail
from pembina.web.choosing.formpage import FormPage, form_answer


@requires(Permission.MANAGE_STAFF)
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Name somebody to rate, with a reason."""
    actor, on = actor_of(request), today()
    others = appraisals_run_by(actor, on=on).exclude(person__nip=actor.username)
    one = get_object_or_404(with_everything(others), pk=pk)
    if not wants_rater(one, on=on):
        raise Http404
    form = AssignForm(request.POST or None, appraisal=one, actor=actor, on=on)
    name = str(one.told("person").get("name", ""))
    page = FormPage(
        title=_("Tunjuk penilai"), submit=_("Tunjuk"), done=_("Penilai ditunjuk dan diberi tahu."),
        trail=trail((name, reverse("appraisals:show", args=[pk]))), lead=f"{name}, {one.period.label}",
        note=_("Waktu penilai sudah lewat dan atasannya tidak tercatat. Alasan Anda tetap tercatat."),
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        assign_rater(appraisal=one, rater=said["rater"], reason=said["reason"], by=actor, at=timezone.now())
        return reverse("appraisals:show", args=[pk])

    return form_answer(request, form, page, act)
