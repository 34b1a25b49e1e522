"""One page with one form: asked, refused at the field it is about, done."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from pembina.domain.access.refusals import RefusedError
from pembina.domain.performance import plan_refusals
from pembina.web.components.refusals import refuse_on

Shown = str | Promise
# The field a refusal is about, where the form has it.
FIELDS: dict[type[RefusedError], str] = {
    plan_refusals.WordsMissingError: "words",
    plan_refusals.MeasureIncompleteError: "target",
    plan_refusals.TargetMissingError: "target",
    plan_refusals.UnusableAmountError: "target",
    plan_refusals.ReadingIncompleteError: "service",
    plan_refusals.SupportsElsewhereError: "supports",
    plan_refusals.ReturnReasonError: "comment",
    plan_refusals.RealisationDayError: "until",
    plan_refusals.RealisationIncompleteError: "amount",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around a form."""

    title: Shown
    submit: Shown
    done: Shown
    trail: list[tuple[str, str]]
    lead: Shown = ""
    note: Shown = ""


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form is bound to: what was sent, be it empty; None where it was only asked for."""
    return request.POST if request.method == "POST" else None


def sheet_answer(request: HttpRequest, form: forms.Form, sheet: Sheet, act: Callable[[], str]) -> HttpResponse:
    """Answer with the form or, once `act` has done it, by going where it says."""
    if form.is_bound and form.is_valid():
        try:
            address = act()
            messages.success(request, str(sheet.done))
            return redirect(address)
        except RefusedError as refused:
            refuse_on(form, refused, field=FIELDS.get(type(refused)))
    context = {"form": form, "sheet": sheet, "fields": list(form)}
    return render(request, "goals/form.html", context, status=422 if form.is_bound else 200)
