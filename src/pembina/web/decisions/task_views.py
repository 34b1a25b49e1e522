"""What follows from decisions: listed, noted down, told differently, ended, taken up again."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.impact.models import FollowUpTask
from pembina.domain.impact.operations.tasks import (
    edit_task,
    end_task,
    note_tasks_export,
    put_proposed_tasks,
    put_task,
    reopen_task,
)
from pembina.domain.impact.permissions import keeps_tasks
from pembina.domain.impact.proposals import open_proposals
from pembina.domain.impact.queries.decisions import decisions_seen_by
from pembina.domain.impact.queries.tasks import overdue, own_tasks, tasks_seen_by, with_names
from pembina.domain.impact.refusals import RefusedError
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, Shown, form_answer
from pembina.web.components.formatting import day
from pembina.web.components.refusals import refuse_on
from pembina.web.decisions.export import tasks_workbook
from pembina.web.decisions.filters import TaskFilters
from pembina.web.decisions.forms import EndForm, ProposedForm, TaskForm, task_initial
from pembina.web.decisions.present_tasks import task_rows
from pembina.web.decisions.visiting import (
    WORKBOOK,
    actor_of,
    kept_decision,
    kept_task,
    reported_task,
    tabs,
    task_trail,
    today,
    trail,
)

ON_A_PAGE = 25
MONTH = timedelta(days=30)


@signed_in
@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    """List the visitor's own tasks, or all in sight; the nearest day first."""
    actor, on, filters = actor_of(request), today(), TaskFilters(request.GET)
    page = Paginator(found(request, filters), ON_A_PAGE).get_page(request.GET.get("page"))
    keeps = keeps_tasks(actor, on=on)
    decisions = {task.decision_id for task in page}
    readable = frozenset(decisions_seen_by(actor, on=on).filter(pk__in=decisions).values_list("pk", flat=True))
    rows = task_rows(page, on=on, nip=actor.username, keeps=keeps, readable=readable)
    context = {
        "page": page,
        "rows": rows,
        "filters": filters,
        "fields": [field for field in filters if not field.is_hidden],
        "reset": f"{reverse('decisions:tasks')}{'?whose=all' if filters.shows_all else ''}" * filters.is_narrowed,
        "late": own_tasks(actor).filter(overdue(on)).count(),
        "can_end": any(row.may_end for row in rows),
        "tabs": tabs("decisions:tasks"),
        "whose": whose_tabs(shows_all=filters.shows_all),
    }
    return render(request, "decisions/tasks.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list with its filters as a workbook, and write down who took it."""
    filters, at = TaskFilters(request.GET), timezone.now()
    listed = list(found(request, filters))
    note_tasks_export(tasks=len(listed), filters=filters.query, by=actor_of(request), at=at)
    headers = {"Content-Disposition": f'attachment; filename="tindak-lanjut-{today().isoformat()}.xlsx"'}
    return HttpResponse(tasks_workbook(listed, on=today()), content_type=WORKBOOK, headers=headers)


@signed_in
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Note down what follows from a decision."""
    decision, on = kept_decision(request, pk), today()
    told = {"owner": decision.evaluation.programme.owner, "due_on": on + MONTH}
    form = TaskForm(request.POST or None, on=on, initial=told)
    page = FormPage(
        title=_("Catat tindak lanjut"), submit=_("Simpan"), done=_("Tindak lanjut tercatat."), trail=trail(decision),
        lead=decision.evaluation.programme.title,
    )  # fmt: skip

    def act() -> str:
        put_task(decision=decision, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("decisions:show", args=[pk])

    return form_answer(request, form, page, act)


@signed_in
def proposed(request: HttpRequest, pk: int) -> HttpResponse:
    """Note down all that usually follows, for one person; told first, each with its day."""
    decision, on = kept_decision(request, pk), today()
    proposals = open_proposals(decision, decision.tasks.values_list("kind", flat=True))
    if not proposals:
        messages.info(request, _("Semua usulan tindak lanjut sudah dicatat."))
        return redirect("decisions:show", pk)
    form = ProposedForm(request.POST or None, on=on, initial={"owner": decision.evaluation.programme.owner})
    decided = timezone.localdate(decision.decided_at)
    page = FormPage(
        title=_("Catat usulan tindak lanjut"), submit=_("Catat semua"), done=_("Tindak lanjut tercatat."),
        trail=trail(decision), lead=decision.evaluation.programme.title,
        now=[(proposal.title, day(proposal.due_on(decided))) for proposal in proposals],
    )  # fmt: skip

    def act() -> str:
        put_proposed_tasks(
            decision=decision, owner=form.cleaned_data["owner"], proposals=proposals, by=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip
        return reverse("decisions:show", args=[pk])

    def consequences() -> list[Shown]:
        name = form.cleaned_data["owner"].titled_name
        told = _("%(task)s: %(name)s, paling lambat %(day)s.")
        return [
            told % {"task": proposal.title, "name": name, "day": day(proposal.due_on(decided))}
            for proposal in proposals
        ]

    return form_answer(request, form, page, act, consequences)


@signed_in
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell a task differently."""
    task = kept_task(request, pk)
    form = TaskForm(request.POST or None, on=today(), partner=task.partner, initial=task_initial(task))
    page = FormPage(
        title=_("Ubah tindak lanjut"), submit=_("Simpan"), done=_("Tindak lanjut disimpan."), trail=task_trail(),
        lead=task.decision.evaluation.programme.title,
    )  # fmt: skip

    def act() -> str:
        edit_task(task=task, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("decisions:show", args=[task.decision_id])

    return form_answer(request, form, page, act)


@signed_in
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a task with a word about it."""
    task = reported_task(request, pk)
    form = EndForm(request.POST or None)
    page = FormPage(
        title=_("Tutup tindak lanjut"), submit=_("Tutup"), done=_("Tindak lanjut ditutup."), trail=task_trail(),
        lead=task.title,
    )  # fmt: skip

    def act() -> str:
        end_task(task=task, **form.told(), by=actor_of(request), at=timezone.now())
        return reverse("decisions:tasks")

    return form_answer(request, form, page, act)


@signed_in
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take up a closed task again."""
    task = kept_task(request, pk)
    try:
        reopen_task(task=task, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Tindak lanjut dibuka kembali."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("decisions:show", task.decision_id)


def found(request: HttpRequest, filters: TaskFilters) -> QuerySet[FollowUpTask]:
    actor, on = actor_of(request), today()
    offered = tasks_seen_by(actor, on=on) if filters.shows_all else own_tasks(actor)
    return filters.narrow(with_names(offered), on=on)


def whose_tabs(*, shows_all: bool) -> list[dict[str, object]]:
    address = reverse("decisions:tasks")
    return [
        {"label": _("Tugas saya"), "address": address, "here": not shows_all},
        {"label": _("Semua tugas"), "address": f"{address}?whose=all", "here": shows_all},
    ]
