"""Plt, Plh and tasks: authority lent, and ended before its time."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.operations import delegate as lend
from pembina.domain.people.operations import end_delegation
from pembina.domain.people.permissions import visible_to
from pembina.domain.people.stewardship import delegations_kept_by
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.formatting import day
from pembina.web.staffing.person_views import kept_person, trail_to
from pembina.web.staffing.position_forms import DelegateForm, EndForm
from pembina.web.staffing.unit_views import trail_to_unit


@requires(Permission.MANAGE_STAFF)
def delegate(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody act over a unit between two dates, by a letter with a number."""
    actor, on, person = cast(User, request.user), timezone.localdate(), kept_person(request, pk)
    form = DelegateForm(request.POST or None, actor=actor, on=on, without=person, initial={"starts_on": on})
    page = FormPage(
        title=_("Catat Plt, Plh, atau penugasan"),
        lead=person.titled_name,
        submit=_("Simpan penugasan"),
        done=_("Plt, Plh, atau penugasan tercatat."),
        trail=trail_to(person),
        note=_("Selama itu penerimanya melihat data pegawai unit tersebut; Plt dan Plh juga unit di bawahnya."),
    )

    def act() -> str:
        said = form.cleaned_data | {"kind": DelegationKind(form.cleaned_data["kind"])}
        lend(
            person=person,
            kind=said["kind"],
            unit=said["unit"],
            on_behalf_of=said["on_behalf_of"],
            letter=said["letter"],
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            by=actor,
            at=timezone.now(),
        )
        return reverse("people:person", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def end_early(request: HttpRequest, pk: int) -> HttpResponse:
    """Let authority end before the last day of its letter."""
    actor, on = cast(User, request.user), timezone.localdate()
    lent = get_object_or_404(delegations_kept_by(actor, on=on).select_related("person", "unit"), pk=pk)
    sees_person = visible_to(actor, on=on).filter(pk=lent.person_id).exists()
    seen = lent.person_id if sees_person else lent.unit_id
    form = EndForm(request.POST or None, initial={"last_day": on})
    page = FormPage(
        title=_("Akhiri Plt, Plh, atau penugasan"),
        lead=lent.person.titled_name,
        now=[
            (_("Jenis"), lent.get_kind_display()),
            (_("Unit kerja"), lent.unit.name),
            (_("Mulai"), day(lent.starts_on)),
            (_("Hari terakhir"), day(lent.ends_on)),
            (_("Nomor surat"), lent.letter),
        ],
        submit=_("Akhiri lebih awal"),
        done=_("Wewenang diakhiri."),
        trail=trail_to(lent.person) if sees_person else trail_to_unit(lent.unit),
    )

    def act() -> str:
        end_delegation(delegation=lent, on=form.cleaned_data["last_day"], by=actor, at=timezone.now())
        # Whoever acts over one's unit need not be one's own to see.
        return reverse("people:person" if sees_person else "people:unit", args=[seen])

    return form_answer(request, form, page, act)
