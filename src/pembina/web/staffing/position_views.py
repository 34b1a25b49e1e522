"""Positions: taken up, changed, ended, put right; and authority lent for a time."""

from datetime import timedelta
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import AssignmentKind, PositionKind
from pembina.domain.people.models import Assignment
from pembina.domain.people.operations import assign as take_up
from pembina.domain.people.operations import change_superior, correct_assignment, end_assignment, transfer
from pembina.domain.people.stewardship import posts_kept_by, staff_kept_by
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, Shown, form_answer
from pembina.web.components.formatting import MISSING, day
from pembina.web.staffing.person_views import kept_person, trail_to
from pembina.web.staffing.position_forms import AssignForm, CorrectForm, EndForm, SuperiorForm, TransferForm


@requires(Permission.MANAGE_STAFF)
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a position beside those on record; two main ones never overlap."""
    actor, on, person = cast(User, request.user), timezone.localdate(), kept_person(request, pk)
    form = AssignForm(request.POST or None, actor=actor, on=on, without=person, initial={"starts_on": on})
    page = FormPage(
        title=_("Catat jabatan"),
        lead=person.titled_name,
        submit=_("Simpan jabatan"),
        done=_("Jabatan tercatat."),
        trail=trail_to(person),
    )

    def act() -> str:
        said = form.cleaned_data
        take_up(
            person=person,
            unit=said["unit"],
            position=said["position"],
            position_kind=PositionKind(said["position_kind"]),
            superior=said["superior"],
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            kind=AssignmentKind(said["kind"]),
            by=actor,
            at=timezone.now(),
        )
        return reverse("people:person", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Another unit, title or superior from a day on; what was stays in the history."""
    actor, on, held = cast(User, request.user), timezone.localdate(), kept_assignment(request, pk)
    form = TransferForm(
        request.POST or None, actor=actor, on=on, without=held.person, initial=told_of(held) | {"from_day": on}
    )
    page = FormPage(
        title=_("Mutasi atau ganti jabatan"),
        lead=held.person.titled_name,
        now=now(held),
        submit=_("Simpan mutasi"),
        done=_("Mutasi tercatat."),
        trail=trail_to(held.person),
        note=_("Jabatan sekarang tetap ada di riwayat dan berakhir sehari sebelum tanggal itu."),
    )

    def act() -> str:
        from_day = form.cleaned_data["from_day"]
        transfer(assignment=held, to=form.post(), from_day=from_day, by=actor, at=timezone.now())
        return reverse("people:person", args=[held.person_id])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def superior(request: HttpRequest, pk: int) -> HttpResponse:
    """Another superior from a day on."""
    actor, on, held = cast(User, request.user), timezone.localdate(), kept_assignment(request, pk)
    initial = {"superior": held.superior_id, "from_day": on}
    form = SuperiorForm(request.POST or None, actor=actor, on=on, without=held.person, initial=initial)
    page = FormPage(
        title=_("Ganti atasan"),
        lead=held.person.titled_name,
        now=now(held),
        submit=_("Simpan atasan"),
        done=_("Atasan diganti."),
        trail=trail_to(held.person),
    )

    def act() -> str:
        to, from_day = form.cleaned_data["superior"], form.cleaned_data["from_day"]
        change_superior(assignment=held, to=to, from_day=from_day, by=actor, at=timezone.now())
        return reverse("people:person", args=[held.person_id])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of a position: retirement, departure, the end of an additional duty."""
    actor, held = cast(User, request.user), kept_assignment(request, pk)
    form = EndForm(request.POST or None, initial={"last_day": timezone.localdate()})
    page = FormPage(
        title=_("Akhiri jabatan"),
        lead=held.person.titled_name,
        now=now(held),
        submit=_("Akhiri jabatan"),
        done=_("Jabatan diakhiri."),
        trail=trail_to(held.person),
        is_dangerous=True,
    )

    def act() -> str:
        end_assignment(assignment=held, on=form.cleaned_data["last_day"], by=actor, at=timezone.now())
        return reverse("people:person", args=[held.person_id])

    def consequences() -> list[Shown]:
        told = {"name": held.person.titled_name, "day": day(form.cleaned_data["last_day"] + timedelta(days=1))}
        return [_("Mulai %(day)s %(name)s tidak memegang jabatan ini.") % told]

    return form_answer(request, form, page, act, consequences)


@requires(Permission.MANAGE_STAFF)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Put right an entry that was wrong when it was made; before and after stay in the audit trail."""
    actor, on, held = cast(User, request.user), timezone.localdate(), kept_assignment(request, pk)
    initial = told_of(held) | {"starts_on": held.starts_on, "ends_on": held.ends_on}
    form = CorrectForm(request.POST or None, actor=actor, on=on, without=held.person, initial=initial)
    page = FormPage(
        title=_("Betulkan catatan jabatan"),
        lead=_("Hanya untuk catatan yang keliru sejak awal. Perubahan yang nyata dicatat sebagai mutasi."),
        now=now(held),
        submit=_("Simpan pembetulan"),
        done=_("Catatan jabatan dibetulkan."),
        trail=trail_to(held.person),
    )

    def act() -> str:
        said = form.cleaned_data
        days = {"starts_on": said["starts_on"], "ends_on": said["ends_on"]}
        code = held.position_code if said["position"] == held.position else ""
        correct_assignment(
            assignment=held, to=form.post(code), **days, reason=said["reason"], by=actor, at=timezone.now()
        )
        return reverse("people:person", args=[held.person_id])

    return form_answer(request, form, page, act)


def kept_assignment(request: HttpRequest, pk: int) -> Assignment:
    """Return an assignment in reach of the visitor, of somebody whose record the visitor keeps."""
    actor, on = cast(User, request.user), timezone.localdate()
    kept = posts_kept_by(actor, on=on).filter(person__in=staff_kept_by(actor, on=on).values("pk"))
    return get_object_or_404(kept.select_related("person", "unit", "superior"), pk=pk)


def told_of(held: Assignment) -> dict[str, object]:
    return {
        "unit": held.unit_id,
        "position": held.position,
        "position_kind": held.position_kind,
        "superior": held.superior_id,
    }


def now(held: Assignment) -> list[tuple[Shown, Shown]]:
    return [
        (_("Jabatan"), held.position),
        (_("Unit kerja"), held.unit.name),
        (_("Atasan"), held.superior.titled_name if held.superior else MISSING),
        (_("Mulai"), day(held.starts_on)),
        (_("Hari terakhir"), day(held.ends_on)),
    ]
