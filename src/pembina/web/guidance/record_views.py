"""Records of coaching and mentoring: listed, written, confirmed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.people.models import Person
from pembina.domain.people.refusals import RefusedError
from pembina.domain.people.searches import with_posts
from pembina.domain.performance.guidance_parts import PARTS, GuidanceKind
from pembina.domain.performance.operations.guidance import (
    change_guidance,
    confirm_guidance,
    note_meeting,
    write_guidance,
)
from pembina.domain.performance.queries.guidance import guidance_read_by, guided_by, guides_of, opinions_read_by
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.guidance.forms import MeetingForm, RecordForm
from pembina.web.guidance.present import guided_rows, present_record, record_rows
from pembina.web.guidance.visiting import actor_of, own_record, sent, today, trail

ON_A_PAGE = 20


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the records of the visitor, and of whom the visitor leads."""
    actor, on = actor_of(request), today()
    page = Paginator(guidance_read_by(actor, on=on), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": record_rows(page),
        "has_opinions": opinions_read_by(actor, on=on).exists(),
    }
    return render(request, "guidance/index.html", context)


@signed_in
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List with whom the visitor may have guidance: guides first, then whom the visitor guides."""
    actor, on = actor_of(request), today()
    guided = with_posts(guided_by(actor, on=on).order_by("name", "pk"), on=on)
    page = Paginator(guided, ON_A_PAGE).get_page(request.GET.get("page"))
    guides = with_posts(guides_of(actor, on=on).order_by("name", "pk"), on=on)
    context = {"page": page, "guided": guided_rows(page), "guides": guided_rows(guides), "trail": trail()}
    return render(request, "guidance/people.html", context)


@signed_in
def write(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Write guidance down with somebody."""
    if kind not in GuidanceKind.values:
        raise Http404
    actor, on, which = actor_of(request), today(), GuidanceKind(kind)
    reachable = guided_by(actor, on=on).values("pk"), guides_of(actor, on=on).values("pk")
    other = get_object_or_404(
        Person.objects.filter(pk__in=reachable[0]) | Person.objects.filter(pk__in=reachable[1]), pk=pk
    )
    form = RecordForm(sent(request), asked=PARTS[which], initial={"held_on": on})
    above = trail((_("Catat bimbingan"), reverse("guidance:people")))
    page = FormPage(which.label, _("Simpan catatan"), _("Catatan disimpan."), above, other.titled_name)

    def act() -> str:
        made = write_guidance(
            kind=which, other=other, parts=form.parts(), held_on=form.day(), by=actor, at=timezone.now()
        )
        return reverse("guidance:show", args=[made.pk])

    return form_answer(request, form, page, act)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one record; a leader who reads one between two others leaves a trace."""
    actor = actor_of(request)
    record = get_object_or_404(guidance_read_by(actor, on=today()), pk=pk)
    if actor.username not in (record.person.nip, record.guide.nip):
        note_looking(request, "look_at_guidance", on=record)
    return render(request, "guidance/show.html", {"record": present_record(record, actor), "trail": trail()})


@signed_in
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is written while it is not closed."""
    record = own_record(request, pk)
    form = RecordForm(sent(request), asked=PARTS[GuidanceKind(record.kind)], dated=False, initial=record.parts)
    page = FormPage(
        _("Ubah catatan"), _("Simpan catatan"), _("Catatan disimpan."), trail(), str(record.get_kind_display()),
        note=_("Setelah diubah, keduanya menyetujui lagi."),
    )  # fmt: skip

    def act() -> str:
        change_guidance(guidance=record, parts=form.parts(), by=actor_of(request), at=timezone.now())
        return reverse("guidance:show", args=[pk])

    return form_answer(request, form, page, act)


@signed_in
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign a record."""
    try:
        confirm_guidance(guidance=own_record(request, pk), by=actor_of(request), at=timezone.now())
        messages.success(request, _("Catatan Anda setujui."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("guidance:show", pk)


@signed_in
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a line to the journal of a mentoring."""
    record, form = own_record(request, pk), MeetingForm(sent(request), initial={"held_on": today()})
    if record.kind != GuidanceKind.MENTORING:
        raise Http404
    page = FormPage(_("Isi jurnal"), _("Simpan"), _("Jurnal diisi."), trail(), str(record.get_kind_display()))

    def act() -> str:
        note_meeting(guidance=record, meeting=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("guidance:show", args=[pk])

    return form_answer(request, form, page, act)
