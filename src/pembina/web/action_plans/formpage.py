"""One page with one form: asked, refused at the field it is about, done."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from pembina.domain.development import plan_refusals, refusals
from pembina.domain.people.refusals import RefusedError
from pembina.web.components.refusals import refuse_on

Shown = str | Promise
# The first of these that a form has is the field a refusal is about.
FIELDS: dict[type[RefusedError], tuple[str, ...]] = {
    refusals.ReasonMissingError: ("comment",),
    plan_refusals.ItemDayError: ("due_on",),
    plan_refusals.TargetIncompleteError: ("target",),
    plan_refusals.TargetDirectionError: ("target",),
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
            refuse_on(
                form, refused, field=next((name for name in FIELDS.get(type(refused), ()) if name in form.fields), None)
            )
    context = {"form": form, "sheet": sheet, "fields": list(form)}
    return render(request, "action_plans/form.html", context, status=422 if form.is_bound else 200)
