"""Two programmes on the same units: what a joint design would be, and making one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Programme
from pembina.domain.impact.joint_design import joint_plan
from pembina.domain.impact.operations.evaluations import EVALUATED
from pembina.domain.impact.operations.joints import open_joint_evaluation
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.evaluations.forms import JointForm
from pembina.web.evaluations.list_views import actor_of
from pembina.web.evaluations.present_joint import present_plan, usual_title
from pembina.web.evaluations.wizard import draft_in, trail


@requires(Permission.EVALUATE_EFFECT)
def joint(request: HttpRequest, pk: int, programme: int) -> HttpResponse:
    """Show what a joint design of this programme and another would hold, and open it.

    Whoever owns either programme does not judge it: 404, as with an evaluation of one's own programme.
    """
    design, actor = draft_in(request, pk), actor_of(request)
    others = Programme.objects.filter(state__in=EVALUATED).exclude(owner__nip=actor.username)
    other = get_object_or_404(others.exclude(pk=design.evaluation.programme_id), pk=programme)
    plan = joint_plan(design, other)
    form = JointForm(request.POST or None, initial={"title": usual_title(plan)})
    back = reverse("evaluations:together", args=[pk])
    page = FormPage(
        title=_("Buat rancangan bersama"), submit=_("Buat rancangan bersama"), lead=design.evaluation.title,
        trail=[*trail(design.evaluation), (_("Dua program pada unit yang sama"), back)],
        done=_("Rancangan bersama dibuka. Rancangan yang digabung tidak dapat dikunci sendiri selama ini berlaku."),
    )  # fmt: skip

    def act() -> str:
        made = open_joint_evaluation(
            evaluation=design.evaluation, other=other, **form.cleaned_data, by=actor, at=timezone.now()
        )
        return reverse("evaluations:outcomes", args=[made.pk])

    extra = {"plan": present_plan(plan)}
    return form_answer(request, form, page, act, template="evaluations/joint.html", extra=extra)
