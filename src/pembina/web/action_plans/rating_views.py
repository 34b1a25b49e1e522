"""Ratings: behaviour at work months after a training, and knowledge, skill and attitude before and after it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.development.follow_up_enums import RatingMoment, Side
from pembina.domain.development.models import BehaviourCheck, CompetenceRating, Enrolment
from pembina.domain.development.models.ratings import ASPECTS
from pembina.domain.development.operations.ratings import rate_behaviour, rate_competence
from pembina.web.access import signed_in
from pembina.web.action_plans.formpage import Sheet, sent, sheet_answer
from pembina.web.action_plans.forms import CANNOT_JUDGE, BehaviourForm, CompetenceForm
from pembina.web.action_plans.visiting import actor_of, rated_seat, today, trail


@signed_in
def behaviour(request: HttpRequest, pk: int) -> HttpResponse:
    """Rate what is seen of a training at work."""
    seat, side = rated_seat(request, pk)
    units = seat.batch.version.units.select_related("behaviour")
    form = BehaviourForm(sent(request), units=units, on=today(), initial=said_of_behaviour(seat, side))
    sheet = sheet_of(_("Perilaku di tempat kerja"), seat, side)

    def act() -> str:
        rate_behaviour(
            seat=seat, side=side, scores=form.scores(), evidence=form.proof(), by=actor_of(request), at=timezone.now()
        )
        return onward(side)

    return sheet_answer(request, form, sheet, act)


@signed_in
def competence(request: HttpRequest, pk: int, moment: str) -> HttpResponse:
    """Rate knowledge, skill and attitude."""
    if moment not in RatingMoment.values:
        raise Http404
    seat, side = rated_seat(request, pk)
    when = RatingMoment(moment)
    form = CompetenceForm(sent(request), on=today(), initial=said_of_competence(seat, side, when))
    sheet = sheet_of(_("Kemampuan %(moment)s") % {"moment": str(when.label).lower()}, seat, side)

    def act() -> str:
        rate_competence(
            seat=seat, moment=when, side=side, scores=form.scores(), note=form.cleaned_data["note"],
            by=actor_of(request), at=timezone.now(),
        )  # fmt: skip
        return onward(side)

    return sheet_answer(request, form, sheet, act)


def said_of_behaviour(seat: Enrolment, side: Side) -> dict[str, Any]:
    """Return what that side said before, to begin the form with."""
    check = BehaviourCheck.objects.filter(enrolment=seat, side=side).prefetch_related("ratings").first()
    if check is None:
        return {}
    scores = {f"unit_{each.unit_id}": shown(each.score) for each in check.ratings.all()}
    return {"evidence": check.evidence, "link": check.link, **scores}


def said_of_competence(seat: Enrolment, side: Side, moment: RatingMoment) -> dict[str, Any]:
    rating = CompetenceRating.objects.filter(enrolment=seat, side=side, moment=moment).first()
    if rating is None:
        return {}
    return {"note": rating.note, **{name: shown(getattr(rating, name)) for name in ASPECTS}}


def shown(score: int | None) -> str:
    return CANNOT_JUDGE if score is None else str(score)


def sheet_of(title: str | Promise, seat: Enrolment, side: Side) -> Sheet:
    whom = _("diri sendiri") if side == Side.SELF else seat.person.titled_name
    return Sheet(
        title, _("Simpan penilaian"), _("Penilaian disimpan. Terima kasih."), trail(),
        _("%(training)s · menilai %(whom)s") % {"training": seat.batch.title, "whom": whom},
        _("Yang tidak dapat Anda nilai tetap kosong, bukan nol. Ringkasan tampil tanpa nama, mulai empat orang."),
    )  # fmt: skip


def onward(side: Side) -> str:
    return reverse("action_plans:index") + ("?whose=staff" if side == Side.SUPERIOR else "")
