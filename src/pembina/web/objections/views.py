"""Objections: filed by the person, answered by the rater, decided by the superior of the rater."""

from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.people.searches import words_in
from pembina.domain.performance.appraisal_enums import Ruling
from pembina.domain.performance.appraisal_permissions import own_appraisals
from pembina.domain.performance.models import Objection
from pembina.domain.performance.models.appraisals import DELIVERED
from pembina.domain.performance.operations.objections import (
    decide_objection,
    file_objection,
    record_hearing,
    record_statement,
)
from pembina.domain.performance.queries.objections import (
    objections_answered_by,
    objections_decided_by,
    objections_seen_by,
    published_counts,
    with_appraisal,
)
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.objections.forms import DecideForm, FileForm, WordsForm
from pembina.web.objections.present import objection_rows, present_objection, published_rows

ON_A_PAGE = 25
ORDERS = {"new": ("-filed_at", "-pk"), "old": ("filed_at", "pk"), "name": ("appraisal__person__name", "pk")}


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the objections in sight: the own, those to answer, to decide or to watch over."""
    actor, on = cast(User, request.user), timezone.localdate()
    asked = {name: request.GET.get(name, "")[:100] for name in ("q", "state", "sort")}
    found = with_appraisal(objections_seen_by(actor, on=on))
    if asked["q"]:
        found = found.filter(
            words_in("appraisal__person__name", asked["q"]) | words_in("appraisal__unit__name", asked["q"])
        )
    if asked["state"] in ("open", "decided"):
        found = found.filter(ruling="") if asked["state"] == "open" else found.exclude(ruling="")
    page = Paginator(found.order_by(*ORDERS.get(asked["sort"], ORDERS["new"])), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    kept = "".join(f"{name}={value}&" for name, value in asked.items() if value)
    narrowed = bool(asked["q"] or asked["state"])
    context = {
        "page": page, "rows": objection_rows(page, on=on), "asked": asked, "query": kept,
        "reset": reverse("objections:index") if narrowed else "", "trail": trail(),
    }  # fmt: skip
    return render(request, "objections/index.html", context)


@signed_in
@require_safe
def published(request: HttpRequest) -> HttpResponse:
    """Show by unit how many objected in a year and how many results changed, without names and small cells."""
    this_year = timezone.localdate().year
    written = request.GET.get("year", "")
    year = int(written) if written.isdecimal() and 2022 <= int(written) <= this_year else this_year
    context = {
        "rows": published_rows(published_counts(year)), "year": str(year),
        "years": [str(one) for one in range(this_year, this_year - 3, -1)], "trail": trail(objections=True),
    }  # fmt: skip
    return render(request, "objections/published.html", context)


@signed_in
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """Object to the own appraisal."""
    actor = cast(User, request.user)
    one = get_object_or_404(own_appraisals(actor).filter(state__in=DELIVERED).select_related("period"), pk=pk)
    form = FileForm(request.POST or None)
    page = FormPage(
        title=_("Ajukan keberatan"), submit=_("Ajukan"), done=_("Keberatan diajukan kepada atasan penilai."),
        trail=[*trail(), (one.period.label, reverse("appraisals:show", args=[pk]))],
        note=_("Atasan penilai mendengar Anda dan penilai, lalu memutuskan dalam 7 hari kerja. Yang terlambat tetap "
               "diterima dan ditandai."),
    )  # fmt: skip

    def act() -> str:
        made = file_objection(appraisal=one, **form.cleaned_data, by=actor, at=timezone.now())
        return reverse("objections:show", args=[made.pk])

    return form_answer(request, form, page, act)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one objection with both sides."""
    actor, on = cast(User, request.user), timezone.localdate()
    objection = get_object_or_404(with_appraisal(objections_seen_by(actor, on=on)), pk=pk)
    is_own = objection.appraisal.person.nip == actor.username
    decides = objections_decided_by(actor, on=on).filter(pk=pk).exists()
    answers = objections_answered_by(actor, on=on).filter(pk=pk).exists()
    if not (is_own or decides or answers):
        note_looking(request, "look_at_appraisal", on=objection.appraisal)
    shown = present_objection(
        objection, may_state=answers or decides, may_hear=is_own or decides, may_decide=decides, on=on
    )
    return render(request, "objections/show.html", {"one": shown, "trail": trail(objections=True)})


@signed_in
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Put down what the rater says."""
    actor, on = cast(User, request.user), timezone.localdate()
    found = objections_answered_by(actor, on=on) | objections_decided_by(actor, on=on)
    objection = get_object_or_404(with_appraisal(found), pk=pk)
    return heard(request, objection, _("Penjelasan penilai"), said=objection.statement, is_statement=True)


@signed_in
def hearing(request: HttpRequest, pk: int) -> HttpResponse:
    """Put down what the person says."""
    actor, on = cast(User, request.user), timezone.localdate()
    own = Objection.objects.filter(appraisal__in=own_appraisals(actor).values("pk"))
    objection = get_object_or_404(with_appraisal(own | objections_decided_by(actor, on=on)), pk=pk)
    return heard(request, objection, _("Keterangan pegawai"), said=objection.hearing, is_statement=False)


@signed_in
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm or change the result; a change is told before it is kept."""
    actor, on = cast(User, request.user), timezone.localdate()
    objection = get_object_or_404(with_appraisal(objections_decided_by(actor, on=on)), pk=pk)
    form = DecideForm(request.POST or None, objection=objection)
    page = FormPage(
        title=_("Putuskan keberatan"), submit=_("Putuskan"), done=_("Keberatan diputus dan disegel."),
        trail=[*trail(objections=True), (str(objection.appraisal.period), reverse("objections:show", args=[pk]))],
        note=_("Rating di bawah hanya dipakai bila hasilnya diubah; predikat dihitung dari keduanya."),
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        decide_objection(
            objection=objection, ruling=Ruling(said["ruling"]), reason=said["reason"], told=form.told(), by=actor,
            at=timezone.now(),
        )  # fmt: skip
        return reverse("objections:show", args=[pk])

    return form_answer(request, form, page, act)


def heard(request: HttpRequest, objection: Objection, title: str, *, said: str, is_statement: bool) -> HttpResponse:
    """Ask for what one side says, and keep it."""
    form = WordsForm(request.POST or None, initial={"words": said})
    here = (str(objection.appraisal.period), reverse("objections:show", args=[objection.pk]))
    page = FormPage(
        title=title, submit=_("Simpan"), done=_("Keterangan dicatat."), trail=[*trail(objections=True), here],
        now=[(_("Alasan keberatan"), objection.reason)],
    )  # fmt: skip
    operation = record_statement if is_statement else record_hearing

    def act() -> str:
        words = form.cleaned_data["words"]
        operation(objection=objection, words=words, by=cast(User, request.user), at=timezone.now())
        return reverse("objections:show", args=[objection.pk])

    return form_answer(request, form, page, act)


def trail(*, objections: bool = False) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [(_("Penilaian kinerja"), reverse("appraisals:index"))]
    return [*above, (_("Keberatan"), reverse("objections:index"))] if objections else above
