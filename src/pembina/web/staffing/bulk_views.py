"""Many people at once: what is to happen, who it would happen to, the change itself, and the way back."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.bulk import Wish, apply_bulk_change, describe_bulk_change, plan_of, undo_bulk_change
from pembina.domain.people.enums import BulkState
from pembina.domain.people.models import BulkChange
from pembina.domain.people.refusals import RefusedError
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.formatting import number
from pembina.web.components.refusals import refuse_on
from pembina.web.staffing.bulk_forms import WishForm
from pembina.web.staffing.bulk_present import change_rows, facts_of_wish, planned_rows

ROWS_ON_A_PAGE = 100
CHANGES_ON_A_PAGE = 25


@requires(Permission.MANAGE_STAFF)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the visitor's own changes, the latest first."""
    own = BulkChange.objects.filter(by=cast(User, request.user)).order_by("-created_at", "-pk")
    page = Paginator(own, CHANGES_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "staffing/bulk_index.html", {"page": page, "rows": change_rows(page), "trail": start()})


@requires(Permission.MANAGE_STAFF)
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what is to happen with those chosen."""
    actor, on = cast(User, request.user), timezone.localdate()
    change = get_object_or_404(BulkChange.objects.filter(by=actor), pk=pk)
    if change.state != BulkState.DRAFT:
        return redirect("staffing:bulk_preview", pk)
    told = {name: getattr(change, name) for name in ("kind", "superior", "unit", "reason")}
    form = WishForm(request.POST or None, actor=actor, on=on, initial=told | {"day": change.day or on})
    count = len(change.chosen)
    page = FormPage(
        title=_("Ubah bersama"),
        lead=ngettext("%(count)s pegawai dipilih.", "%(count)s pegawai dipilih.", count) % {"count": number(count)},
        submit=_("Lihat apa yang akan berubah"),
        done="",
        trail=trail(),
    )

    def act() -> str:
        describe_bulk_change(change=change, wish=form.wish(), by=actor, at=timezone.now())
        return reverse("staffing:bulk_preview", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who would change from what to what; by POST do it. What is done shows its result and the way back."""
    actor = cast(User, request.user)
    change = get_object_or_404(BulkChange.objects.filter(by=actor).select_related("superior", "unit"), pk=pk)
    wish = Wish.of(change)
    if wish is None:
        return redirect("staffing:bulk", pk)
    if request.method == "POST":
        apply(request, change)
        return redirect("staffing:bulk_preview", pk)
    context = {"facts": facts_of_wish(change, wish), "pk": pk, "trail": trail()}
    if change.state != BulkState.DRAFT:
        done = {"done": number(len(change.steps)), "left": number(len(change.chosen) - len(change.steps))}
        context |= done | {"may_undo": change.state == BulkState.DONE}
        return render(request, "staffing/bulk_done.html", context)
    return render(request, "staffing/bulk_preview.html", context | planned(request, change, wish))


@requires(Permission.MANAGE_STAFF)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    actor = cast(User, request.user)
    change = get_object_or_404(BulkChange.objects.filter(by=actor), pk=pk)
    try:
        undo_bulk_change(change=change, by=actor, at=timezone.now())
        messages.success(request, _("Perubahan dibatalkan; semua kembali seperti semula."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("staffing:bulk_preview", pk)


def apply(request: HttpRequest, change: BulkChange) -> None:
    """Carry the change out and say how many it changed, or why not."""
    try:
        done = apply_bulk_change(change=change, by=cast(User, request.user), at=timezone.now())
    except RefusedError as refused:
        refuse_on(request, refused)
        return
    count = len(done.steps)
    text = ngettext("%(count)s pegawai diubah.", "%(count)s pegawai diubah.", count) % {"count": number(count)}
    messages.success(request, text)


def planned(request: HttpRequest, change: BulkChange, wish: Wish) -> dict[str, object]:
    """Return the preview: those who cannot be changed first, for they are why one looks."""
    try:
        plan = plan_of(change, wish, by=cast(User, request.user), on=timezone.localdate())
    except RefusedError as refused:
        refuse_on(request, refused)
        return {"rows": [], "possible": "", "refused": ""}
    ordered = sorted(plan.people, key=lambda planned: planned.refusal is None)
    page = Paginator(ordered, ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    possible = len(plan.possible)
    return {
        "page": page,
        "rows": planned_rows(page, wish),
        "possible": number(possible) if possible else "",
        "refused": number(len(plan.people) - possible) if len(plan.people) > possible else "",
        "out_of_reach": number(plan.out_of_reach) if plan.out_of_reach else "",
    }


def start() -> list[tuple[str, str]]:
    return [(_("Pegawai"), reverse("people:index"))]


def trail() -> list[tuple[str, str]]:
    return [*start(), (_("Perubahan massal"), reverse("staffing:bulk_index"))]
