"""Answering about leaders, and what was published about oneself."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.performance.operations.pulse import answer_pulse
from pembina.domain.performance.queries.pulse import own_figures, own_rounds, pulses_to_answer
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.pulse.forms import AnswerForm
from pembina.web.pulse.present import as_what, invitation_rows, own_lines
from pembina.web.pulse.visiting import actor_of, sent, today, trail

ON_A_PAGE = 20


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List about whom the visitor may answer, and the visitor's own results."""
    actor = actor_of(request)
    page = Paginator(pulses_to_answer(actor, on=today()), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": invitation_rows(page),
        "results": [(each.title, reverse("pulse:result", args=[each.pk])) for each in own_rounds(actor)],
        "keeps": actor.may(Permission.MANAGE_STAFF),
    }
    return render(request, "pulse/index.html", context)


@signed_in
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer about one leader."""
    invitation = get_object_or_404(pulses_to_answer(actor_of(request), on=today()), pk=pk)
    form = AnswerForm(sent(request), statements=invitation.round.statements)
    page = FormPage(
        invitation.leader.titled_name, _("Kirim jawaban"), _("Terima kasih. Jawaban Anda sudah dihitung."), trail(),
        _("%(round)s · tentang %(who)s") % {"round": invitation.round.title, "who": as_what(invitation)},
        note=_(
            "Jawaban langsung dijumlahkan tanpa nama dan tanpa waktu, jadi tidak dapat diubah. Hasil hanya terbit bila "
            "sedikitnya empat orang menjawab."
        ),
    )  # fmt: skip

    def act() -> str:
        answer_pulse(invitation=invitation, answers=form.answers(), by=actor_of(request), at=timezone.now())
        return reverse("pulse:index")

    return form_answer(request, form, page, act)


@signed_in
@require_safe
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a leader what was published about them."""
    actor = actor_of(request)
    round_ = get_object_or_404(own_rounds(actor), pk=pk)
    figures = list(own_figures(round_, actor))
    context = {
        "title": round_.title,
        "lines": own_lines(round_, figures) if figures else [],
        "trail": trail(),
    }
    return render(request, "pulse/result.html", context)
