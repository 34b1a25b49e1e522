"""Curricula: found, told, drafted, compared, put in force."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Curriculum, CurriculumVersion
from pembina.domain.development.operations.curricula import (
    discard_version,
    draft_version,
    edit_curriculum,
    edit_version,
    open_curriculum,
    put_in_force,
    retire_curriculum,
)
from pembina.domain.development.queries.curricula import curricula_with_figures, paired_units, versions_of
from pembina.domain.development.queries.learning_tests import banks_kept_by
from pembina.domain.development.refusals import RefusedError
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.onward import address_of
from pembina.web.components.refusals import refuse_on
from pembina.web.partners.forms import CourseForm, InForceForm, VersionForm
from pembina.web.partners.narrowing import CurriculumNarrowing
from pembina.web.partners.partner_views import actor_of, tabs
from pembina.web.partners.present import course_rows, form_name, pair_rows, rules_of, version_cards

ON_A_PAGE = 25
COURSE_FIELDS = ("code", "title", "sector", "form", "purpose")


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def curricula(request: HttpRequest) -> HttpResponse:
    """List the curricula."""
    filters = CurriculumNarrowing(request.GET)
    page = Paginator(filters.narrow(curricula_with_figures()), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": course_rows(page, on=timezone.localdate()),
        "filters": filters,
        "reset": reverse("partners:curricula") if filters.is_narrowed else "",
        "tabs": tabs("partners:curricula"),
        "banks_address": address_of("learning_tests:banks"),
    }
    return render(request, "partners/curricula.html", context)


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def curriculum(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one curriculum with all its versions."""
    course = get_object_or_404(Curriculum, pk=pk)
    cards = version_cards(versions_of(course))
    kept = banks_kept_by(actor_of(request), on=timezone.localdate()).filter(pk=pk).exists()
    context = {
        "course": course,
        "lead": f"{course.code} · {course.get_sector_display()} · {form_name(course.form, on=timezone.localdate())}",
        "versions": cards,
        "has_draft": any(card.is_draft for card in cards),
        "may_discard": len(cards) > 1,
        "bank_address": address_of("learning_tests:bank", pk) if kept else "",
        "trail": trail(),
    }
    return render(request, "partners/curriculum.html", context)


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Compare two versions: the two latest unless the address says which."""
    course = get_object_or_404(Curriculum, pk=pk)
    versions = {str(one.version): one for one in versions_of(course)}
    if len(versions) < 2:
        raise Http404
    latest, former = list(versions)[:2]
    before = versions.get(request.GET.get("dari", ""), versions[former])
    after = versions.get(request.GET.get("ke", ""), versions[latest])
    rules = [(label, old, new) for (label, old), (_label, new) in zip(rules_of(before), rules_of(after), strict=True)]
    context = {
        "course": course, "before": before, "after": after, "rules": rules, "versions": list(versions.values()),
        "rows": pair_rows(paired_units(before, after)), "trail": trail(course),
    }  # fmt: skip
    return render(request, "partners/compare.html", context)


@requires(Permission.PLAN_PROGRAMME)
def new(request: HttpRequest) -> HttpResponse:
    form = CourseForm(request.POST or None)
    page = FormPage(
        title=_("Catat kurikulum"), submit=_("Simpan"), trail=trail(),
        done=_("Kurikulum tercatat. Isi rancangan versi pertamanya."),
    )  # fmt: skip

    def act() -> str:
        made = open_curriculum(told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("partners:version", args=[made.versions.get().pk])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    course = get_object_or_404(Curriculum, pk=pk)
    form = CourseForm(request.POST or None, initial={name: getattr(course, name) for name in COURSE_FIELDS})
    page = FormPage(title=_("Ubah kurikulum"), submit=_("Simpan"), done=_("Kurikulum disimpan."), trail=trail(course))

    def act() -> str:
        edit_curriculum(curriculum=course, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("partners:curriculum", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a new version from the one in force."""
    course = get_object_or_404(Curriculum, pk=pk)
    try:
        made = draft_version(curriculum=course, by=actor_of(request), at=timezone.now())
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect("partners:curriculum", pk)
    return redirect("partners:version", made.pk)


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def use(request: HttpRequest, pk: int) -> HttpResponse:
    """Retire a curriculum, or take it up again."""
    course = get_object_or_404(Curriculum, pk=pk)
    retire_curriculum(curriculum=course, by=actor_of(request), at=timezone.now())
    said = _("Kurikulum dipakai kembali.") if course.retired_on else _("Kurikulum tidak dipakai lagi.")
    messages.success(request, said)
    return redirect("partners:curriculum", pk)


@requires(Permission.PLAN_PROGRAMME)
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft."""
    standing = version_of(pk)
    form = VersionForm(request.POST or None, version=standing)
    page = FormPage(
        title=_("Rancangan versi %s") % standing.version, submit=_("Simpan rancangan"), done=_("Rancangan disimpan."),
        trail=trail(standing.curriculum), lead=standing.curriculum.title,
    )  # fmt: skip

    def act() -> str:
        edit_version(version=standing, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("partners:curriculum", args=[standing.curriculum_id])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def in_force(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a draft in force on a day."""
    standing = version_of(pk)
    form = InForceForm(request.POST or None, initial={"on": timezone.localdate()})
    page = FormPage(
        title=_("Berlakukan versi %s") % standing.version, submit=_("Berlakukan"), done=_("Versi ini kini berlaku."),
        trail=trail(standing.curriculum), lead=standing.curriculum.title,
        note=_("Versi yang berlaku sekarang digantikan; angkatan yang sudah dibuat tetap memakai versinya."),
    )  # fmt: skip

    def act() -> str:
        put_in_force(version=standing, on=form.cleaned_data["on"], by=actor_of(request), at=timezone.now())
        return reverse("partners:curriculum", args=[standing.curriculum_id])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    standing = version_of(pk)
    try:
        discard_version(version=standing, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Rancangan dibuang."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("partners:curriculum", standing.curriculum_id)


def version_of(pk: int) -> CurriculumVersion:
    return get_object_or_404(CurriculumVersion.objects.select_related("curriculum"), pk=pk)


def trail(course: Curriculum | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [(_("Kurikulum"), reverse("partners:curricula"))]
    return above if course is None else [*above, (course.title, reverse("partners:curriculum", args=[course.pk]))]
