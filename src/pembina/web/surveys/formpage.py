"""One page with one form, which tells a refusal where the officer looks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from pembina.domain.access.refusals import RefusedError
from pembina.domain.services import survey_refusals as refusals
from pembina.web.choosing import ChoosingForm, chosen_in
from pembina.web.components.refusals import refuse_on

Shown = str | Promise
# The first of these fields that a form has is the one a refusal is about.
FIELDS: dict[type[RefusedError], tuple[str, ...]] = {
    refusals.PeriodReversedError: ("closes_on",),
    refusals.PeriodsOverlapError: ("opens_on",),
    refusals.AnswersOutsideError: ("opens_on",),
    refusals.ServiceOfOtherUnitError: ("services", "service"),
    refusals.PlaceTakenError: ("name",),
    refusals.DecisionReasonMissingError: ("reason",),
    refusals.DayOutsidePeriodError: ("answered_on",),
    refusals.TextTooLongError: ("suggestion",),
}


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around a form."""

    title: Shown
    submit: Shown
    done: Shown
    trail: list[tuple[str, str]]
    lead: Shown = ""
    note: Shown = ""


def form_answer(request: HttpRequest, form: forms.Form, page: FormPage, act: Callable[[], str]) -> HttpResponse:
    """Answer with the form, or, once `act` has done it, by going to where it says."""
    searching = bool(chosen_in(request))
    if form.is_bound and not searching and form.is_valid():
        try:
            address = act()
            messages.success(request, str(page.done))
            return redirect(address)
        except RefusedError as refused:
            refuse_on(form, refused, field=field_of(refused, form))
    status = 422 if form.is_bound and not searching else 200
    context = {"form": form, "page": page, "parts": parts_of(form), "searching": searching}
    return render(request, "surveys/form.html", context, status=status)


def field_of(refused: RefusedError, form: forms.Form) -> str | None:
    """Return the field of a form that a refusal is about."""
    return next((name for name in FIELDS.get(type(refused), ()) if name in form.fields), None)


def parts_of(form: forms.Form) -> list[dict[str, Any]]:
    """Return the fields of a form, each with its search where it has one."""
    if not isinstance(form, ChoosingForm):
        return [{"field": field} for field in form]
    choosers = set(form.choosers)
    shown = [name for name in form.fields if not name.endswith("_q")]
    return [{"chooser": form.chooser(name)} if name in choosers else {"field": form[name]} for name in shown]
