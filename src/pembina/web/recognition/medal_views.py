"""Who comes into question for the medals of years of service; discipline is read by human resources alone."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.career.models import HeldMedal
from pembina.domain.career.operations.exports import note_medals_export
from pembina.domain.career.operations.medals import record_check, record_medal, take_medal_back
from pembina.domain.career.permissions import medals_kept_by
from pembina.domain.career.queries.medals import medal_list, people_shown, standing_of
from pembina.domain.people.models import Person
from pembina.exchange.trail.writing import trail_csv
from pembina.web.access import requires
from pembina.web.access.address import client_address
from pembina.web.access.looking import note_looking
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.recognition.medal_forms import CheckForm, MedalFilters, MedalForm, TakeBackForm
from pembina.web.recognition.present_medals import (
    check_rows,
    held_rows,
    known_facts,
    medal_cells,
    medal_head,
    medal_line,
    medal_note,
    medal_rows,
)
from pembina.web.recognition.visiting import Trail, actor_of, tabs, today, trail
from pembina.web.uploads.file_words import CSV, attached

ON_A_PAGE = 50


@requires(Permission.MANAGE_STAFF)
@require_safe
def medals(request: HttpRequest) -> HttpResponse:
    """List how staff stand to the medals, narrowed as asked."""
    on, filters = today(), MedalFilters(request.GET)
    page = Paginator(medal_list(actor_of(request), filters.wish, on=on), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = medal_rows(page, people_shown(list(page), on=on))
    context = {
        "tabs": tabs(request, "medals"), "filters": filters, "page": page, "rows": rows,
        "reset": reverse("recognition:medals") if filters.is_narrowed else "",
    }  # fmt: skip
    return render(request, "recognition/medals.html", context)


@requires(Permission.MANAGE_STAFF)
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list, narrowed as it is shown; who took it is written down."""
    actor, on, filters = actor_of(request), today(), MedalFilters(request.POST)
    found = medal_list(actor, filters.wish, on=on)
    note_medals_export(
        count=len(found), filters=filters.query, by=actor, at=timezone.now(), address=client_address(request)
    )
    people = people_shown(found, on=on)
    rows = (medal_line(each, people[each.person]) for each in found if each.person in people)
    return attached(b"".join(trail_csv(medal_head(), rows)), CSV, "satyalancana.csv")


@requires(Permission.MANAGE_STAFF)
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how one person stands, on what that rests, and what was put down."""
    found, on = _kept(request, pk), today()
    note_looking(request, "look_at_service_record", on=found)
    standing = standing_of(found, on=on)
    context = {
        "person": found, "cells": medal_cells(standing), "facts": known_facts(standing), "note": medal_note(standing),
        "checks": check_rows(found.service_checks.order_by("-checked_on", "-pk")),
        "held": held_rows(found.medals.order_by("awarded_on", "pk")),
        "is_own": found.nip == actor_of(request).username, "trail": _trail(),
    }  # fmt: skip
    return render(request, "recognition/medal_person.html", context)


@requires(Permission.MANAGE_STAFF)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Put down what the personal file says of discipline and unpaid leave."""
    found = _kept(request, pk)
    form = CheckForm(request.POST if request.method == "POST" else None, initial={"checked_on": today()})
    page = FormPage(
        title=_("Catat pemeriksaan"), submit=_("Simpan"), done=_("Pemeriksaan dicatat."), trail=_trail(found),
        lead=_("Tulis yang benar-benar diperiksa. Yang belum diperiksa bukan berarti bersih."),
    )  # fmt: skip

    def act() -> str:
        record_check(person=found, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("recognition:medal_person", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put down a medal that somebody was given."""
    found = _kept(request, pk)
    form = MedalForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        title=_("Catat tanda kehormatan"), submit=_("Simpan"), done=_("Tanda kehormatan dicatat."), trail=_trail(found)
    )

    def act() -> str:
        record_medal(person=found, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("recognition:medal_person", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.MANAGE_STAFF)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a mistaken entry back."""
    kept = medals_kept_by(actor_of(request), on=today())
    held = get_object_or_404(HeldMedal.objects.filter(person__in=kept).select_related("person"), pk=pk)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    page = FormPage(
        title=_("Tarik catatan"), submit=_("Tarik"), done=_("Catatan ditarik."), trail=_trail(held.person),
        is_dangerous=True, now=[(_("Tanda kehormatan"), held.get_medal_display())],
    )  # fmt: skip

    def act() -> str:
        take_medal_back(held=held, reason=form.cleaned_data["reason"], by=actor_of(request), at=timezone.now())
        return reverse("recognition:medal_person", args=[held.person_id])

    return form_answer(request, form, page, act)


def _kept(request: HttpRequest, pk: int) -> Person:
    return get_object_or_404(medals_kept_by(actor_of(request), on=today()), pk=pk)


def _trail(found: Person | None = None) -> Trail:
    above = [*trail(), (_("Satyalancana"), reverse("recognition:medals"))]
    if found is not None:
        above.append((found.titled_name, reverse("recognition:medal_person", args=[found.pk])))
    return above
