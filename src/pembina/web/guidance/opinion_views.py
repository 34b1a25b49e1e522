"""What guided people think of the guidance (B.1.8): said once, read by who leads the guide."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.performance.operations.guidance import say_of_guidance
from pembina.domain.performance.queries.guidance import opinions_read_by, opinions_wanted_of
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.guidance.forms import OpinionForm
from pembina.web.guidance.present import opinion_rows, statements
from pembina.web.guidance.visiting import actor_of, sent, today, trail

ON_A_PAGE = 20


@signed_in
def say(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the nine statements."""
    record = get_object_or_404(opinions_wanted_of(actor_of(request)).select_related("guide"), pk=pk)
    form = OpinionForm(sent(request))
    page = FormPage(
        _("Umpan balik atas bimbingan (B.1.8)"), _("Kirim"), _("Terkirim kepada atasan pembimbing."), trail(),
        record.guide.titled_name, note=_("Hanya dibaca oleh atasan pembimbing, tidak oleh pembimbing."),
    )  # fmt: skip

    def act() -> str:
        say_of_guidance(
            guidance=record, answers=form.answers(), words=form.cleaned_data["words"], by=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip
        return reverse("guidance:show", args=[pk])

    return form_answer(request, form, page, act)


@signed_in
@require_safe
def opinions(request: HttpRequest) -> HttpResponse:
    """List what guided people said of guides whom the visitor leads, and what the visitor said."""
    found = opinions_read_by(actor_of(request), on=today())
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": opinion_rows(page), "trail": trail()}
    return render(request, "guidance/opinions.html", context)


@signed_in
@require_safe
def opinion(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one."""
    found = get_object_or_404(opinions_read_by(actor_of(request), on=today()), pk=pk)
    context = {
        "lead": _("%(person)s tentang %(guide)s")
        % {"person": found.record.person.titled_name, "guide": found.record.guide.titled_name},
        "statements": statements(found),
        "words": found.words,
        "paper": reverse("guidance:opinion_paper", args=[pk]),
        "trail": trail((_("Penilaian bimbingan"), reverse("guidance:opinions"))),
    }
    return render(request, "guidance/opinion.html", context)
