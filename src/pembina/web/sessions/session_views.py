"""Sessions: one, a new one, a routine series, moved and called off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from pembina.core.learning.series import UnusableSeriesError
from pembina.domain.development.models import Batch, Session
from pembina.domain.development.operations.series import lay_out_series, preview_series
from pembina.domain.development.operations.sessions import SessionPlan, add_session, cancel_session, edit_session
from pembina.domain.development.queries.session_clashes import participants_elsewhere, room_clashes
from pembina.domain.development.refusals import RefusedError
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.formatting import day, number
from pembina.web.sessions import scopes
from pembina.web.sessions.forms import ReasonForm
from pembina.web.sessions.present import present_session, series_consequences
from pembina.web.sessions.session_forms import SeriesForm, SessionForm, told_of_session

Told = list[str | Promise]


@signed_in
@require_safe
def session(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one session."""
    found = scopes.seen_session(request, pk)
    may_run = scopes.runs(request, found.batch)
    context = {
        "session": present_session(found, at=timezone.now(), may_run=may_run),
        "trail": scopes.trail(found.batch),
    }
    return render(request, "sessions/session.html", context)


@signed_in
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a session; a room that seems taken is told first."""
    batch, on = scopes.run_batch(request, pk), timezone.localdate()
    form = SessionForm(request.POST or None, batch=batch, on=on, initial={"mode": batch.mode})
    page = FormPage(title=_("Tambah sesi"), lead=batch.title, submit=_("Simpan sesi"), done=_("Sesi ditambahkan."),
                    trail=scopes.trail(batch))  # fmt: skip

    def act() -> str:
        plan, by = form.plan(), scopes.actor_of(request)
        add_session(batch=batch, plan=plan, by=by, at=timezone.now(), room_confirmed=True)
        return reverse("sessions:batch", args=[pk])

    return form_answer(request, form, page, act, lambda: clashes_told(batch, form.plan(), None))


@signed_in
def series(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay out a routine series: the days and what becomes of holidays are shown first."""
    batch, on = scopes.run_batch(request, pk), timezone.localdate()
    told = {"mode": batch.mode, "first_on": max(on, batch.programme.starts_on), "last_on": batch.programme.ends_on}
    form = SeriesForm(request.POST or None, batch=batch, on=on, initial=told)
    page = FormPage(title=_("Rangkaian sesi"), lead=batch.title, submit=_("Buat rangkaian"), trail=scopes.trail(batch),
                    done=_("Rangkaian sesi dibuat."))  # fmt: skip

    def act() -> str:
        try:
            lay_out_series(
                batch=batch, series=form.series(), by=scopes.actor_of(request), at=timezone.now(), room_confirmed=True
            )
        except UnusableSeriesError as refused:
            raise RefusedError(refused.message, refused.remedy) from refused
        return reverse("sessions:batch", args=[pk])

    return form_answer(request, form, page, act, lambda: series_told(form, batch))


@signed_in
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell a session differently or move it."""
    found = scopes.run_session(request, pk)
    form = SessionForm(
        request.POST or None, batch=found.batch, on=timezone.localdate(), session=found, initial=told_of_session(found)
    )
    page = FormPage(
        title=_("Ubah sesi"), lead=found.batch.title, submit=_("Simpan perubahan"), trail=scopes.trail(found.batch),
        done=_("Sesi disimpan. Kalender peserta ikut berubah."),
    )  # fmt: skip

    def act() -> str:
        plan, by = form.plan(), scopes.actor_of(request)
        edit_session(session=found, plan=plan, by=by, at=timezone.now(), room_confirmed=True)
        return reverse("sessions:session", args=[pk])

    return form_answer(request, form, page, act, lambda: clashes_told(found.batch, form.plan(), found))


@signed_in
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a session off."""
    found = scopes.run_session(request, pk)
    form = ReasonForm(request.POST or None)
    page = FormPage(title=_("Batalkan sesi"), lead=found.title, submit=_("Batalkan sesi"), done=_("Sesi dibatalkan."),
                    trail=scopes.trail(found.batch), is_dangerous=True)  # fmt: skip

    def act() -> str:
        reason, by = form.cleaned_data["reason"], scopes.actor_of(request)
        cancel_session(session=found, reason=reason, by=by, at=timezone.now())
        return reverse("sessions:session", args=[pk])

    return form_answer(request, form, page, act)


def clashes_told(batch: Batch, plan: SessionPlan, known: Session | None) -> Told:
    """Return what people should know before they keep a session: a room in use, participants who are elsewhere."""
    told: Told = []
    if plan.ends_at <= plan.starts_at:
        return told
    if others := room_clashes(plan.room, plan.starts_at, plan.ends_at, known=known):
        words = {"room": plan.room, "others": "; ".join(others)}
        told.append(_("Ruang %(room)s sudah dipakai: %(others)s. Simpan hanya bila ini ruang yang lain.") % words)
    if busy := participants_elsewhere(batch, plan.starts_at, plan.ends_at):
        sentence = ngettext(
            "%(n)s peserta mengikuti sesi lain pada jam itu.", "%(n)s peserta mengikuti sesi lain pada jam itu.", busy
        )
        told.append(sentence % {"n": number(busy)})
    return told


def series_told(form: SeriesForm, batch: Batch) -> Told:
    """Return the days of a series; a rule that gives none is refused when it is tried."""
    try:
        return series_consequences(preview_series(form.series()), form.series(), batch)
    except (RefusedError, UnusableSeriesError):
        # Something to tell is needed, so that the try without a trace refuses at its field.
        return [day(form.cleaned_data["first_on"])]
