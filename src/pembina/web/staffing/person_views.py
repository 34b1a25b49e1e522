"""A person comes on record, and what is known of the person changes."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.core.rules.civil_servant_number import UnreadableNumberError
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Person
from pembina.domain.people.operations import edit_person, enrol_person, facts_of, number_findings
from pembina.domain.people.stewardship import staff_kept_by
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, Shown, form_answer
from pembina.web.components.formatting import in_language
from pembina.web.staffing.person_forms import EnrolForm, FactsForm


@requires(Permission.MANAGE_STAFF)
def enrol(request: HttpRequest) -> HttpResponse:
    """Ask for the facts; what is odd about the number is shown before anything is written."""
    actor, on = cast(User, request.user), timezone.localdate()
    form = EnrolForm(request.POST or None)
    page = FormPage(
        title=_("Tambah pegawai"),
        lead=_("Untuk satu orang. Banyak orang sekaligus lebih mudah lewat impor berkas."),
        submit=_("Simpan pegawai"),
        done=_("Pegawai tercatat. Sekarang catat jabatannya."),
        trail=[(_("Pegawai"), reverse("people:index"))],
    )

    def act() -> str:
        enrolled = enrol_person(**form.told(), on=on, by=actor, at=timezone.now())
        return reverse("staffing:assign", args=[enrolled.person.pk])

    def consequences() -> list[Shown]:
        told = form.told()
        asked = {name: told[name] for name in ("nip", "status", "birth_date", "sex")}
        try:
            return [in_language(finding.message) for finding in number_findings(**asked, on=on)]
        except UnreadableNumberError:
            return []

    return form_answer(request, form, page, act, consequences)


@requires(Permission.MANAGE_STAFF)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known of a person; the number stays."""
    actor, person = cast(User, request.user), kept_person(request, pk)
    form = FactsForm(request.POST or None, initial=facts_of(person))
    page = FormPage(
        title=_("Ubah data pegawai"),
        lead=f"{person.titled_name} · NIP {person.nip}",
        submit=_("Simpan perubahan"),
        done=_("Data pegawai disimpan."),
        trail=trail_to(person),
        note=_("Setiap perubahan tercatat dengan nama Anda dan terlihat oleh pegawai yang bersangkutan."),
    )

    def act() -> str:
        why = form.cleaned_data["reason"]
        edit_person(person=person, facts=form.facts(), by=actor, at=timezone.now(), why=why)
        return reverse("people:person", args=[pk])

    return form_answer(request, form, page, act)


def kept_person(request: HttpRequest, pk: int) -> Person:
    """Return somebody whose record the visitor keeps, or answer that there is nobody."""
    kept = staff_kept_by(cast(User, request.user), on=timezone.localdate())
    return get_object_or_404(kept, pk=pk)


def trail_to(person: Person) -> list[tuple[str, str]]:
    return [
        (_("Pegawai"), reverse("people:index")),
        (person.titled_name, reverse("people:person", args=[person.pk])),
    ]
