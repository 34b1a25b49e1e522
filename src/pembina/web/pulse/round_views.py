"""Rounds of the pulse: opened, watched in bands, published once."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.people.refusals import RefusedError
from pembina.domain.performance.operations.pulse import open_pulse, release_pulse
from pembina.domain.performance.pulse_invitees import invitees_of
from pembina.domain.performance.queries.pulse import board_figures, rounds_kept_by, turnout_of
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.formatting import day, number
from pembina.web.components.refusals import refuse_on
from pembina.web.pulse.forms import RoundForm, usual
from pembina.web.pulse.present import BANDS, board_tables, round_rows, state_of
from pembina.web.pulse.visiting import actor_of, sent, today, trail

ON_A_PAGE = 20


@requires(Permission.MANAGE_STAFF)
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """List the rounds."""
    on = today()
    page = Paginator(rounds_kept_by(actor_of(request), on=on), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": round_rows(page, on=on), "trail": trail()}
    return render(request, "pulse/rounds.html", context)


@requires(Permission.MANAGE_STAFF)
def new(request: HttpRequest) -> HttpResponse:
    """Open a round, after a look at how many it would ask."""
    on = today()
    form = RoundForm(sent(request), on=on, initial=usual(on))
    page = FormPage(
        _("Putaran baru"), _("Buka putaran"), _("Putaran dibuka dan undangan dibuat."),
        trail((_("Kelola"), reverse("pulse:rounds"))),
        _("Bawahan dan rekan setingkat setiap pimpinan di unit yang dipilih diundang sekaligus."),
    )  # fmt: skip

    def consequences() -> list[str]:
        found = invitees_of(form.wish().units, on=on)
        counts = {"leaders": number(len(found.offices)), "asked": number(len(found.asked))}
        return [_("%(leaders)s pimpinan dinilai; %(asked)s undangan dibuat.") % counts]

    def act() -> str:
        made = open_pulse(wish=form.wish(), by=actor_of(request), at=timezone.now())
        return reverse("pulse:board", args=[made.pk])

    return form_answer(request, form, page, act, consequences)


@requires(Permission.MANAGE_STAFF)
@require_safe
def board(request: HttpRequest, pk: int) -> HttpResponse:
    """Show participation in bands and, once published, offices and the whole; never a single leader."""
    on = today()
    round_ = get_object_or_404(rounds_kept_by(actor_of(request), on=on), pk=pk)
    state, colour = state_of(round_, on=on)
    is_released = round_.released_at is not None
    context = {
        "pk": round_.pk,
        "title": round_.title,
        "lead": f"{day(round_.opens_on)} – {day(round_.closes_on)}",
        "state": state,
        "colour": colour,
        "turnout": BANDS[turnout_of(round_)],
        "statements": round_.statements,
        "tables": board_tables(round_, board_figures(round_)) if is_released else [],
        "may_release": not is_released and on > round_.closes_on,
        "trail": trail((_("Kelola"), reverse("pulse:rounds"))),
    }
    return render(request, "pulse/board.html", context)


@requires(Permission.MANAGE_STAFF)
@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a round, once."""
    round_ = get_object_or_404(rounds_kept_by(actor_of(request), on=today()), pk=pk)
    try:
        release_pulse(round_=round_, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Hasil terbit. Jumlah jawaban yang mendasarinya sudah dihapus."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("pulse:board", pk)
