"""Units and comparison, window, and rule: each step saves by itself and goes on to the next."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.permissions import Permission
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.operations.designs import DesignTerms, choose_comparison, edit_design
from pembina.domain.impact.queries.design_units import units_of
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.evaluations.list_views import actor_of
from pembina.web.evaluations.present_design import wave_rows
from pembina.web.evaluations.present_steps import rule_note, window_facts
from pembina.web.evaluations.step_forms import UnitsForm, WindowForm, rule_form
from pembina.web.evaluations.wizard import draft_in, following, frame, trail


@requires(Permission.EVALUATE_EFFECT)
def units(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what a unit is and who stays out; the waves themselves are planned elsewhere."""
    design = draft_in(request, pk)
    form = UnitsForm(request.POST or None, design=design, on=timezone.localdate())

    def act() -> None:
        said = form.cleaned_data
        terms = DesignTerms(reach=said["reach"], comparison=said["comparison"])
        edit_design(design=design, terms=terms, by=actor_of(request), at=timezone.now())
        choose_comparison(design=design, units=said["chosen"], by=actor_of(request), at=timezone.now())

    extra = {"waves": wave_rows(units_of(design))}
    return answered(request, design, "units", form, act, extra, template="evaluations/units.html")


@requires(Permission.EVALUATE_EFFECT)
def window(request: HttpRequest, pk: int) -> HttpResponse:
    """Say from when to when, and when it is decided."""
    design = draft_in(request, pk)
    form = WindowForm(request.POST or None, design=design)

    def act() -> None:
        edit_design(design=design, terms=terms_of(form), by=actor_of(request), at=timezone.now())

    extra = {"now": window_facts(design, units_of(design))}
    return answered(request, design, "window", form, act, extra)


@requires(Permission.EVALUATE_EFFECT)
def rule(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what follows in each case."""
    design = draft_in(request, pk)
    form = rule_form(design)(request.POST or None, initial={"rule_source": design.rule_source})

    def act() -> None:
        terms = DesignTerms(
            decision_rule=form.lines(design.decision_rule), rule_source=form.cleaned_data["rule_source"]
        )  # fmt: skip
        edit_design(design=design, terms=terms, by=actor_of(request), at=timezone.now())

    return answered(request, design, "rule", form, act, {"note": rule_note()})


def terms_of(form: WindowForm) -> DesignTerms:
    return cast(DesignTerms, dict(form.cleaned_data))


def answered(
    request: HttpRequest,
    design: EvaluationDesign,
    here: str,
    form: forms.Form,
    act: Callable[[], None],
    extra: dict[str, Any],
    *,
    template: str = "evaluations/step.html",
) -> HttpResponse:
    """Answer with a step; once saved, go on to the next one."""
    around = frame(design, here)
    page = FormPage(
        title=around["title"], submit=_("Simpan dan lanjut"), done=_("Langkah tersimpan."),
        trail=trail(design.evaluation), lead=design.evaluation.title,
    )  # fmt: skip

    def acted() -> str:
        with transaction.atomic():
            act()
        return following(design.evaluation_id, here)

    return form_answer(request, form, page, acted, template=template, extra=around | extra)
