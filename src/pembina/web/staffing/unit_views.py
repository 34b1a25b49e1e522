"""Units open, change their name, move, close and merge."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import Sector, TimeZone, UnitKind
from pembina.domain.people.models import Unit
from pembina.domain.people.operations import close_unit, edit_unit, hanging_on, merge_units, move_unit, open_unit
from pembina.domain.people.stewardship import units_kept_by
from pembina.domain.people.unit_figures import touched_by
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, Shown, form_answer
from pembina.web.components.formatting import in_language
from pembina.web.staffing.unit_forms import CloseUnitForm, DescribeUnitForm, MergeUnitForm, MoveUnitForm, OpenUnitForm

ONE_DAY = timedelta(days=1)
WORDS: dict[str, Callable[[str], Any]] = {"kind": UnitKind, "sector": Sector, "time_zone": TimeZone}


@requires(Permission.MANAGE_UNITS)
def open_new(request: HttpRequest) -> HttpResponse:
    actor, on = cast(User, request.user), timezone.localdate()
    above = request.GET.get("induk", "")
    initial = {"on": on, "parent": above if above.isascii() and above.isdigit() else None}
    form = OpenUnitForm(request.POST or None, actor=actor, on=on, initial=initial)
    page = FormPage(
        title=_("Bentuk unit kerja"), submit=_("Bentuk unit"), done=_("Unit kerja dibentuk."), trail=trail()
    )

    def act() -> str:
        said = form.cleaned_data
        unit = open_unit(
            code=said["code"], name=said["name"], **worded(form), parent=said["parent"], on=said["on"],
            by=actor, at=timezone.now(),
        )  # fmt: skip
        return reverse("people:unit", args=[unit.pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_UNITS)
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Change name, code, kind, sector or time zone."""
    actor, unit = cast(User, request.user), kept_unit(request, pk)
    told = {name: getattr(unit, name) for name in ("code", "name", "kind", "sector", "time_zone")}
    form = DescribeUnitForm(request.POST or None, initial=told)
    page = page_about(unit, title=_("Ubah unit kerja"), submit=_("Simpan perubahan"), done=_("Unit kerja disimpan."))

    def act() -> str:
        said = form.cleaned_data
        edit_unit(
            unit=unit, code=said["code"], name=said["name"], **worded(form),
            by=actor, at=timezone.now(), why=said["reason"],
        )  # fmt: skip
        return reverse("people:unit", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_UNITS)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a unit with all below it under another."""
    actor, on, unit = cast(User, request.user), timezone.localdate(), kept_unit(request, pk)
    form = MoveUnitForm(request.POST or None, actor=actor, on=on, without=unit, initial={"on": on})
    page = page_about(unit, title=_("Pindahkan unit kerja"), submit=_("Pindahkan"), done=_("Unit kerja dipindahkan."))

    def act() -> str:
        move_unit(unit=unit, to=form.cleaned_data["parent"], on=form.cleaned_data["on"], by=actor, at=timezone.now())
        return reverse("people:unit", args=[pk])

    def consequences() -> list[Shown]:
        told = {"unit": unit.name, "parent": form.cleaned_data["parent"].name}
        return [_("%(unit)s akan berada di bawah %(parent)s.") % told, *scale(unit)]

    return form_answer(request, form, page, act, consequences)


@requires(Permission.MANAGE_UNITS)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a unit that holds nobody and no unit any more."""
    actor, on, unit = cast(User, request.user), timezone.localdate(), kept_unit(request, pk)
    form = CloseUnitForm(request.POST or None, initial={"on": on})
    page = page_about(unit, title=_("Tutup unit kerja"), submit=_("Tutup unit"), done=_("Unit kerja ditutup."))

    def act() -> str:
        close_unit(unit=unit, on=form.cleaned_data["on"], by=actor, at=timezone.now())
        return reverse("people:unit", args=[pk])

    def consequences() -> list[Shown]:
        told = {"unit": unit.name}
        return [_("%(unit)s tidak dapat menerima pegawai lagi. Riwayatnya tetap tersimpan.") % told]

    return form_answer(request, form, page, act, consequences)


@requires(Permission.MANAGE_UNITS)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a unit and carry its people and units into another."""
    actor, on, unit = cast(User, request.user), timezone.localdate(), kept_unit(request, pk)
    form = MergeUnitForm(request.POST or None, actor=actor, on=on, without=unit, initial={"on": on - ONE_DAY})
    page = page_about(unit, title=_("Gabungkan unit kerja"), submit=_("Gabungkan"), done=_("Unit kerja digabung."))

    def act() -> str:
        into = form.cleaned_data["parent"]
        merge_units(unit=unit, into=into, on=form.cleaned_data["on"], by=actor, at=timezone.now())
        return reverse("people:unit", args=[into.pk])

    def consequences() -> list[Shown]:
        told = {"unit": unit.name, "parent": form.cleaned_data["parent"].name}
        sentence = _("%(unit)s ditutup; pegawai dan unit di bawahnya masuk ke %(parent)s.") % told
        return [sentence, *scale(unit), *following(unit, after=form.cleaned_data["on"], to=told["parent"])]

    return form_answer(request, form, page, act, consequences)


def kept_unit(request: HttpRequest, pk: int) -> Unit:
    """Return a unit that the visitor may change and that has not closed."""
    kept = units_kept_by(cast(User, request.user), on=timezone.localdate())
    return get_object_or_404(kept.filter(closed_on__isnull=True).select_related("parent"), pk=pk)


def page_about(unit: Unit, *, title: str, submit: str, done: str) -> FormPage:
    return FormPage(title=title, lead=f"{unit.name} · {unit.code}", submit=submit, done=done, trail=trail_to_unit(unit))


def worded(form: forms.Form) -> dict[str, Any]:
    return {name: word(form.cleaned_data[name]) for name, word in WORDS.items()}


def scale(unit: Unit) -> list[Shown]:
    """Tell how many units and people a change of the tree touches."""
    people, units = touched_by(unit, on=timezone.localdate())
    of_units = ngettext("%(count)d unit ikut terpengaruh.", "%(count)d unit ikut terpengaruh.", units)
    of_people = ngettext("%(count)d pegawai ikut terpengaruh.", "%(count)d pegawai ikut terpengaruh.", people)
    return [of_units % {"count": units}, of_people % {"count": people}]


def following(unit: Unit, *, after: date, to: str) -> list[Shown]:
    """Tell what else goes along, and by whose hours services are counted then."""
    held = hanging_on(unit, after=max(after, timezone.localdate() - ONE_DAY))
    if not held:
        return []
    told = {"what": ", ".join(in_language(each.text) for each in held), "parent": to}
    sentences: list[Shown] = [_("Ikut pindah ke %(parent)s: %(what)s.") % told]
    if any(each.undated for each in held):
        sentences.append(_("Layanannya dihitung menurut jam kerja %(parent)s, termasuk yang sudah lalu.") % told)
    return sentences


def trail() -> list[tuple[str, str]]:
    return [(_("Unit kerja"), reverse("people:units"))]


def trail_to_unit(unit: Unit) -> list[tuple[str, str]]:
    return [*trail(), (unit.name, reverse("people:unit", args=[unit.pk]))]
