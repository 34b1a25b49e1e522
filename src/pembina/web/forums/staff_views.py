"""What holders of forums do with an event: plan, announce, hold, close or call it off."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.models import Forum
from pembina.domain.services.operations.forums import (
    announce_forum,
    cancel_forum,
    close_forum,
    edit_forum,
    hold_forum,
    plan_forum,
)
from pembina.domain.services.queries.commitments import commitments_kept_by, due_soon, late, with_owner
from pembina.domain.services.queries.forums import (
    forums_held_by,
    published_minutes,
    units_holding_forums,
    with_counts,
    with_programme,
)
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.forums.filters import ForumFilters
from pembina.web.forums.formpage import Sheet, sheet_answer
from pembina.web.forums.forms import ForumForm, ReasonForm, UnitForm, told
from pembina.web.forums.poster import poster
from pembina.web.forums.present_commitments import staff_rows as commitment_rows
from pembina.web.forums.present_forums import present_forum, present_minutes, staff_rows

ON_A_PAGE = 25
MOST_REMINDERS = 10
# What a step is called in the address, what does it, and what is said afterwards.
STEPS: dict[str, tuple[Callable[..., None], Any]] = {
    "umumkan": (announce_forum, gettext_lazy("Forum diumumkan. Warga sudah dapat bertanya.")),
    "mulai": (hold_forum, gettext_lazy("Forum dimulai.")),
    "tutup": (close_forum, gettext_lazy("Forum ditutup. Janjinya tetap diikuti sampai selesai.")),
}


@requires(Permission.HOLD_FORUMS)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the events in reach, above them what is due."""
    actor, on = actor_of(request), timezone.localdate()
    held = forums_held_by(actor, on=on)
    filters = ForumFilters(
        request.GET, units=units_holding_forums(actor, on=on).filter(forums__isnull=False).distinct()
    )
    page = Paginator(with_counts(filters.narrow(held)), ON_A_PAGE).get_page(request.GET.get("page"))
    due = with_owner(commitments_kept_by(actor, on=on).filter(due_soon(on=on) | late(on=on)), on=on)
    context = {
        "page": page,
        "rows": staff_rows(page, at=timezone.now()),
        "filters": filters,
        "reset": reverse("forums:index") if filters.is_narrowed else "",
        "due": commitment_rows(due.order_by("due_on", "pk")[:MOST_REMINDERS], on=on),
    }
    return render(request, "forums/index.html", context)


@requires(Permission.HOLD_FORUMS)
def new(request: HttpRequest) -> HttpResponse:
    """Ask for the unit first: its services and its clock follow from it."""
    return unit_asked(request, "forums:new_of_unit", _("Rancang forum"), trail())


@requires(Permission.HOLD_FORUMS)
def new_of_unit(request: HttpRequest, pk: int) -> HttpResponse:
    actor, on = actor_of(request), timezone.localdate()
    unit = get_object_or_404(units_holding_forums(actor, on=on), pk=pk)
    form = ForumForm(request.POST or None, unit=unit, on=on)
    sheet = Sheet(
        title=_("Rancang forum"), lead=unit.name, submit=_("Simpan rancangan"), trail=trail(),
        done=_("Rancangan disimpan. Warga melihatnya setelah diumumkan."),
    )  # fmt: skip

    def act() -> str:
        made = plan_forum(unit=unit, plan=form.plan(), by=actor, at=timezone.now())
        return reverse("forums:show", args=[made.pk])

    return sheet_answer(request, form, sheet, act)


@requires(Permission.HOLD_FORUMS)
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one event with everything that can be done next."""
    forum, on = held_forum(request, pk, counted=True), timezone.localdate()
    promised = with_owner(forum.commitments.order_by("planned_on", "pk"), on=on)
    context = {
        "forum": present_forum(forum, at=timezone.now()),
        "counts": forum,
        "minutes": present_minutes(published_minutes(forum), forum),
        "promises": commitment_rows(promised, on=on),
        "trail": trail(),
    }
    return render(request, "forums/show.html", context)


@requires(Permission.HOLD_FORUMS)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    forum = held_forum(request, pk)
    form = ForumForm(request.POST or None, unit=forum.unit, on=timezone.localdate(), initial=told(forum))
    sheet = Sheet(title=_("Ubah forum"), submit=_("Simpan perubahan"), done=_("Forum disimpan."), trail=trail(forum))

    def act() -> str:
        edit_forum(forum=forum, plan=form.plan(), by=actor_of(request), at=timezone.now())
        return reverse("forums:show", args=[pk])

    return sheet_answer(request, form, sheet, act)


@requires(Permission.HOLD_FORUMS)
@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Announce, begin or close."""
    forum = held_forum(request, pk)
    if name not in STEPS:
        raise Http404
    operation, done = STEPS[name]
    try:
        operation(forum=forum, by=actor_of(request), at=timezone.now())
        messages.success(request, str(done))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("forums:show", pk)


@requires(Permission.HOLD_FORUMS)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    forum = held_forum(request, pk)
    form = ReasonForm(request.POST or None)
    sheet = Sheet(
        title=_("Batalkan forum"), submit=_("Batalkan forum"), done=_("Forum dibatalkan."), trail=trail(forum),
        lead=forum.title, is_dangerous=True,
    )  # fmt: skip

    def act() -> str:
        cancel_forum(forum=forum, reason=form.cleaned_data["reason"], by=actor_of(request), at=timezone.now())
        return reverse("forums:show", args=[pk])

    return sheet_answer(request, form, sheet, act)


@requires(Permission.HOLD_FORUMS)
@require_safe
def poster_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the invitation for the notice board."""
    forum = held_forum(request, pk)
    if not forum.is_public:
        raise Http404
    address = request.build_absolute_uri(reverse("forums:event", args=[pk]))
    headers = {"Content-Disposition": f'attachment; filename="undangan-forum-{pk}.pdf"'}
    content = poster(forum, address=address, on=timezone.localdate())
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def unit_asked(request: HttpRequest, onward: str, title: str, above: list[tuple[str, str]]) -> HttpResponse:
    """Ask for one of the units in reach and go on to the page about it; where there is only one, go at once."""
    actor, on = actor_of(request), timezone.localdate()
    only = list(units_holding_forums(actor, on=on)[:2])
    if len(only) == 1:
        return redirect(onward, only[0].pk)
    form = UnitForm(request.POST or None, actor=actor, on=on)
    sheet = Sheet(title=title, submit=_("Lanjut"), done="", trail=above, lead=_("Pilih unit kerjanya."))
    return sheet_answer(request, form, sheet, lambda: reverse(onward, args=[form.cleaned_data["unit"].pk]))


def held_forum(request: HttpRequest, pk: int, *, counted: bool = False) -> Forum:
    """Return an event in reach of the visitor."""
    held = with_programme(forums_held_by(actor_of(request), on=timezone.localdate()))
    return get_object_or_404(with_counts(held) if counted else held, pk=pk)


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def trail(forum: Forum | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [(_("Kelola forum warga"), reverse("forums:index"))]
    return above if forum is None else [*above, (forum.title, reverse("forums:show", args=[forum.pk]))]
