"""Several tasks closed alike: first what would be closed, then, once confirmed, the change itself."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from pembina.domain.impact.enums import TaskState
from pembina.domain.impact.models import FollowUpTask
from pembina.domain.impact.operations.tasks import end_task
from pembina.domain.impact.permissions import tasks_reported_by
from pembina.domain.impact.queries.tasks import with_names
from pembina.domain.impact.refusals import RefusedError
from pembina.web.access import signed_in
from pembina.web.components.formatting import in_language
from pembina.web.decisions.forms import EndForm
from pembina.web.decisions.present_tasks import task_rows
from pembina.web.decisions.visiting import actor_of, task_trail, today

MOST_AT_ONCE = 100
LONGEST_NUMBER = 18


@signed_in
@require_POST
def end_together(request: HttpRequest) -> HttpResponse:
    """Ask how the chosen tasks ended, show them, and close them once confirmed."""
    actor, on = actor_of(request), today()
    offered = with_names(tasks_reported_by(actor, on=on)).filter(pk__in=chosen_numbers(request))
    chosen = list(offered.filter(state=TaskState.OPEN).order_by("due_on", "pk"))
    if not chosen:
        messages.warning(request, _("Pilih dahulu tugas yang belum selesai."))
        return redirect("decisions:tasks")
    asked = bool({"preview", "confirm"} & request.POST.keys())
    form = EndForm(request.POST if asked else None)
    if "confirm" in request.POST and form.is_valid():
        ended(request, chosen, form)
        return redirect("decisions:tasks")
    may_confirm = asked and form.is_valid()
    context = {
        "form": form,
        "rows": task_rows(chosen, on=on, nip=actor.username, keeps=True, readable=frozenset()),
        "becomes": str(form.told()["state"].label) if may_confirm else "",
        "may_confirm": may_confirm,
        "trail": task_trail(),
    }
    return render(request, "decisions/together.html", context, status=422 if form.errors else 200)


def ended(request: HttpRequest, tasks: Iterable[FollowUpTask], form: EndForm) -> None:
    """Close each that can be; those that cannot stay, and the page says why."""
    done = 0
    for task in tasks:
        try:
            end_task(task=task, **form.told(), by=actor_of(request), at=timezone.now())
            done += 1
        except RefusedError as refused:
            messages.error(request, f"{task.title}: {in_language(refused.message)} {in_language(refused.remedy)}")
    if done:
        text = ngettext("%(count)d tugas ditutup.", "%(count)d tugas ditutup.", done)
        messages.success(request, text % {"count": done})


def chosen_numbers(request: HttpRequest) -> list[int]:
    """Return the tasks that were ticked; what is no number is nobody's task."""
    written = request.POST.getlist("task")[:MOST_AT_ONCE]
    return [int(one) for one in written if one.isascii() and one.isdigit() and len(one) <= LONGEST_NUMBER]
