"""A plan is tried: what it could see is shown before anything is kept. The order itself the lot tells only then."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.development.models import Programme
from pembina.domain.impact.lots import lot_digest
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.operations.wave_plans import keep_drawn_waves, keep_laid_waves
from pembina.domain.impact.queries.design_units import PlannedUnit, units_of
from pembina.domain.impact.wave_planning import (
    Group,
    Past,
    candidates,
    divided,
    groups_of,
    past_of,
    primary_of,
)
from pembina.domain.impact.whole_months import month_of, moved
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import CONFIRMED, FormPage, form_answer
from pembina.web.wave_planner.forms import MOST_WAVES, DrawForm, LayForm, lay_form
from pembina.web.wave_planner.present import TriedPlan, balance, lot_in_words, tried_plan
from pembina.web.wave_planner.scopes import actor_of, may_keep, tried_evaluation
from pembina.web.wave_planner.views import reckoned, trail

SEEN = "seen"
FEWEST, USUAL, USUAL_EVERY = 1, 4, 3


@signed_in
def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw who starts when by lot, within strata; what the plan could see is shown first."""
    evaluation, design = tried_evaluation(request, pk)
    refuse_to_keep(request)
    again = evaluation.programme.waves.exists()
    names = tuple(name for name in DrawForm.base_fields if again or name != "again_because")
    form = DrawForm(
        request.POST or None, on=timezone.localdate(), only=names, initial=usual_draw(evaluation.programme, design)
    )
    page = FormPage(
        title=_("Undi gelombang"), submit=_("Undi dan simpan"), done=_("Gelombang terundi dan tersimpan."),
        trail=[*trail(evaluation), plan_link(pk)], lead=evaluation.title,
        note=_("Rencana yang ada digantikan; teks undian lama tetap tercatat.") if again else "",
    )  # fmt: skip
    lot = Lotted(design, form)

    def act() -> str:
        said = form.cleaned_data
        keep_drawn_waves(
            evaluation=evaluation, units=said["chosen"], starts=form.starts, seed=said["seed"], strata=lot.strata,
            stay_out=said["stay_out"], again_because=said.get("again_because", ""), by=actor_of(request),
            at=timezone.now(), seen=request.POST.get(SEEN, "") if CONFIRMED in request.POST else None,
        )  # fmt: skip
        return reverse("wave_planner:show", args=[pk])

    return form_answer(
        request, form, page, act, lambda: [lot.tried()], template="wave_planner/draw.html",
        confirm="wave_planner/tried.html", extra={"may_keep": may_keep(actor_of(request), on=timezone.localdate())},
    )  # fmt: skip


@signed_in
def lay(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay an order of one's own, with the reason; what the plan could see is shown first."""
    evaluation, design = tried_evaluation(request, pk)
    refuse_to_keep(request)
    count = counted(request.GET.get("jumlah", ""))
    form = lay_form(count)(request.POST or None, on=timezone.localdate(), initial=usual_order(design))
    page = FormPage(
        title=_("Susun gelombang sendiri"), submit=_("Simpan gelombang"), done=_("Gelombang tersusun."),
        trail=[*trail(evaluation), plan_link(pk)], lead=evaluation.title,
        note=_("Urutan yang diundi memberi bukti dampak yang lebih kuat daripada urutan yang dipilih."),
    )  # fmt: skip

    def act() -> str:
        keep_laid_waves(
            evaluation=evaluation, waves=form.lines, outside=form.outside, reason=form.cleaned_data["reason"],
            by=actor_of(request), at=timezone.now(),
        )  # fmt: skip
        return reverse("wave_planner:show", args=[pk])

    extra = {
        "counts": range(FEWEST, MOST_WAVES + 1), "count": count,
        "may_keep": may_keep(actor_of(request), on=timezone.localdate()),
    }  # fmt: skip
    return form_answer(
        request, form, page, act, lambda: [laid_plan(design, form)], template="wave_planner/lay.html",
        confirm="wave_planner/tried.html", extra=extra,
    )  # fmt: skip


class Lotted:
    """The lot of a form, reckoned once however often it is asked."""

    def __init__(self, design: EvaluationDesign, form: DrawForm) -> None:
        self.design, self.form = design, form
        self._found: tuple[Past, tuple, dict[str, str]] | None = None

    @property
    def strata(self) -> dict[str, str]:
        return self._divided()[2]

    def tried(self) -> TriedPlan:
        """Return what is shown before the lot decides: everything but the order."""
        past, axes, strata = self._divided()
        said, starts = self.form.cleaned_data, self.form.starts
        groups = groups_before(len(said["chosen"]), starts, stay_out=said["stay_out"])
        shown = reckoned(self.design, past, groups[: len(starts)], groups, by_lot=True)
        words = lot_in_words(
            said["chosen"], strata, axes, groups, seed=said["seed"].strip(), stays_out=said["stay_out"]
        )  # fmt: skip
        digest = lot_digest(strata, starts, stay_out=said["stay_out"])
        return tried_plan(self.design, groups, shown, lot=words, seen=digest)

    def _divided(self) -> tuple[Past, tuple, dict[str, str]]:
        if self._found is None:
            said, starts = self.form.cleaned_data, self.form.starts
            past = past_of(
                said["chosen"], primary_of(self.design), reach=self.design.reach, before=starts[0], at=timezone.now()
            )
            units = candidates(said["chosen"], past, reach=self.design.reach, on=self.form.on)
            axes, strata = divided(units, groups=len(starts) + said["stay_out"], by=self.form.divided_by)
            self._found = past, axes, strata
        return self._found


def laid_plan(design: EvaluationDesign, form: LayForm) -> TriedPlan:
    """Return what an order of one's own could see, and how alike its waves are."""
    planned = [
        PlannedUnit(unit, number, month_of(line.starts_on))
        for number, line in enumerate(form.lines, start=1)
        for unit in line.units
    ] + [PlannedUnit(unit) for unit in form.outside]
    past = past_of(
        [one.unit for one in planned], primary_of(design), reach=design.reach, before=form.lines[0].starts_on,
        at=timezone.now(),
    )  # fmt: skip
    groups = groups_of(planned, past, reach=design.reach, on=form.on)
    shown = reckoned(design, past, [one for one in groups if one.wave], groups, by_lot=False)
    return tried_plan(design, groups, shown, balance=balance(groups, past, is_drawn=False))


def groups_before(units: int, starts: list[date], *, stay_out: bool) -> list[Group]:
    """Return the groups into which a lot will deal so many units; which of them get one more it has yet to tell."""
    whole, rest = divmod(units, len(starts) + stay_out)
    places: list[tuple[int | None, date | None]] = [*enumerate(starts, start=1)]
    places += [(None, None)] if stay_out else []
    return [
        Group(wave, start, whole + (place < rest), None, None, {}) for place, (wave, start) in enumerate(places)
    ]  # fmt: skip


def usual_draw(programme: Programme, design: EvaluationDesign) -> dict[str, Any]:
    """Return what stands in the form at first: the plan as it is, else the sector of the programme in four waves."""
    planned, starts = units_of(design), days_of(programme)
    soonest = moved(month_of(timezone.localdate()), 1)
    return {
        "units": [one.unit for one in planned],
        "sectors": [] if planned or not programme.sector else [programme.sector],
        "waves": len(starts) or USUAL,
        "first_start": starts[0] if starts else max(programme.starts_on, soonest),
        "every": apart(starts),
    }


def days_of(programme: Programme) -> list[date]:
    """Return the days on which the waves that stand are to begin."""
    return list(programme.waves.order_by("number").values_list("planned_on", flat=True))


def apart(starts: list[date]) -> int:
    """Return how many months lie between the first two waves, three without two."""
    if len(starts) < 2:
        return USUAL_EVERY
    return max(1, round((starts[1] - starts[0]) / timedelta(days=30.4)))


def usual_order(design: EvaluationDesign) -> dict[str, Any]:
    """Return the plan as it is, for the form of an order of one's own."""
    initial: dict[str, Any] = {}
    for number, start in enumerate(days_of(design.evaluation.programme), start=1):
        initial[f"start_{number}"] = start
    for one in units_of(design):
        initial.setdefault(f"units_{one.wave}" if one.wave else "outside", []).append(one.unit)
    return initial


def counted(written: str) -> int:
    """Return how many waves are asked for: 4 unless told otherwise, never more than 12."""
    is_number = written.isascii() and written.isdigit() and len(written) <= 2
    return min(max(int(written), FEWEST), MOST_WAVES) if is_number else USUAL


def refuse_to_keep(request: HttpRequest) -> None:
    """Raise ``Http404`` where somebody keeps a plan who may only try one."""
    if CONFIRMED in request.POST and not may_keep(actor_of(request), on=timezone.localdate()):
        raise Http404


def plan_link(pk: int) -> tuple[str, str]:
    return _("Rencana gelombang"), reverse("wave_planner:show", args=[pk])
