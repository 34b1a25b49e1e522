"""One page with one form, where records are changed: asked, refused where the visitor looks, confirmed, done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from pembina.core.rules.civil_servant_number import UnreadableNumberError
from pembina.domain.people import refusals
from pembina.domain.people.refusals import RefusedError
from pembina.web.choosing import ChoosingForm, chosen_in
from pembina.web.components.refusals import refuse_on

Shown = str | Promise
CONFIRMED = "confirmed"

# The first of these fields that a form has is the one a refusal is about.
FIELDS: dict[type[Exception], tuple[str, ...]] = {
    refusals.OverlapError: ("starts_on",),
    refusals.DatesReversedError: ("ends_on", "last_day", "from_day", "on"),
    refusals.UnitClosedError: ("unit", "parent", "on"),
    refusals.OutOfReachError: ("unit",),
    refusals.OwnSuperiorError: ("superior", "person"),
    refusals.NumberTakenError: ("nip",),
    refusals.CodeTakenError: ("code",),
    refusals.CycleError: ("parent", "unit"),
    refusals.ReasonMissingError: ("reason",),
    UnreadableNumberError: ("nip",),
}
Refusals = (RefusedError, UnreadableNumberError)


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around a form."""

    title: Shown
    submit: Shown
    done: Shown
    trail: list[tuple[str, str]]
    lead: Shown = ""
    now: list[tuple[Shown, Shown]] = field(default_factory=list)
    note: Shown = ""
    is_dangerous: bool = False


def form_answer(
    request: HttpRequest,
    form: forms.Form,
    page: FormPage,
    act: Callable[[], str],
    consequences: Callable[[], list[Any]] | None = None,
    *,
    template: str = "choosing/form.html",
    confirm: str = "choosing/confirm.html",
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    """Answer with the form, with what would happen, or, once it has happened, by going to where `act` says.

    `act` is the operation. Where `consequences` finds something to tell, `act` is first tried without a trace, so that
    a refusal stands at its field, and the visitor confirms what is told. Another `template` for the form extends the
    usual one; another `confirm` tells the consequences, whatever they are, in its own way. Both read `extra` too.
    """
    searching = bool(chosen_in(request))
    if form.is_bound and not searching and form.is_valid():
        told = consequences() if consequences and CONFIRMED not in request.POST else []
        try:
            if told:
                _try(act)
                return render(request, confirm, _context(form, page) | {"consequences": told} | (extra or {}))
            address = act()
            if page.done:
                messages.success(request, str(page.done))
            return redirect(address)
        except Refusals as refused:
            refuse_on(form, refused, field=_field_of(refused, form))
    status = 422 if form.is_bound and not searching else 200
    context = _context(form, page) | {"searching": searching} | (extra or {})
    return render(request, template, context, status=status)


def _try(act: Callable[[], str]) -> None:
    """Do it and take it back at once: whatever refuses, refuses here."""
    with transaction.atomic():
        act()
        transaction.set_rollback(True)


def _field_of(refused: Exception, form: forms.Form) -> str | None:
    """Return the field that a refusal is about; one that says so itself comes before the list."""
    about = getattr(refused, "about", FIELDS.get(type(refused), ()))
    return next((name for name in about if name in form.fields), None)


def _written(form: forms.Form, names: list[str]) -> list[tuple[str, Any]]:
    """Return what was sent, for the visitor to send once more."""
    told = [(form[name].html_name, form[name].value()) for name in names]
    spread = [(name, value if isinstance(value, list) else [value]) for name, value in told if value is not None]
    return [(name, one) for name, values in spread for one in values]


def part_of(form: forms.Form, name: str, choosers: set[str]) -> dict[str, Any]:
    """Return one field as a template writes it."""
    return {"chooser": form.chooser(name)} if name in choosers else {"field": form[name]}  # type: ignore[attr-defined]


def _context(form: forms.Form, page: FormPage) -> dict[str, Any]:
    shown = [name for name in form.fields if not name.endswith("_q")]
    choosers = set(form.choosers) if isinstance(form, ChoosingForm) else set()
    parts = [part_of(form, name, choosers) for name in shown]
    return {"form": form, "page": page, "parts": parts, "kept": _written(form, shown)}
