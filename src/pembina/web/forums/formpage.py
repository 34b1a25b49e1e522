"""One page with one form: asked, refused at the field it is about, done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from pembina.domain.people.refusals import RefusedError
from pembina.domain.services import forum_refusals as refusals
from pembina.web.choosing import ChoosingForm, chosen_in
from pembina.web.components.refusals import refuse_on

Shown = str | Promise
# The first of these that a form has is the field a refusal is about.
FIELDS: dict[type[RefusedError], tuple[str, ...]] = {
    refusals.ForumTimesReversedError: ("ends",),
    refusals.ForumIncompleteError: ("place",),
    refusals.GroundMissingError: ("reason", "evidence", "text", "answer", "promise"),
    refusals.CommitmentDayError: ("to", "done_on", "due_on"),
    refusals.CommitmentFutureError: ("done_on",),
    refusals.AttendanceError: ("women",),
    refusals.EmptyQuestionError: ("text",),
    refusals.AskedAlreadyError: ("text",),
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
    is_dangerous: bool = False


def sheet_answer(request: HttpRequest, form: forms.Form, sheet: Sheet, act: Callable[[], str]) -> HttpResponse:
    """Answer with the form or, once `act` has done it, by going where it says."""
    searching = bool(chosen_in(request))
    if form.is_bound and not searching and form.is_valid():
        try:
            address = act()
            if sheet.done:
                messages.success(request, str(sheet.done))
            return redirect(address)
        except RefusedError as refused:
            refuse_on(form, refused, field=field_of(refused, form))
    context = {"form": form, "sheet": sheet, "parts": parts_of(form), "searching": searching}
    return render(request, "forums/form.html", context, status=422 if form.is_bound and not searching else 200)


def field_of(refused: RefusedError, form: forms.Form) -> str | None:
    return next((name for name in FIELDS.get(type(refused), ()) if name in form.fields), None)


def parts_of(form: forms.Form) -> list[dict[str, Any]]:
    choosers = set(form.choosers) if isinstance(form, ChoosingForm) else set()
    return [
        {"chooser": form.chooser(name)} if name in choosers else {"field": form[name]}  # type: ignore[attr-defined]
        for name in form.fields
        if not name.endswith("_q")
    ]
