"""Human resources decide a round by the order of the jury, or depart from it with a reason."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.permissions import Permission
from pembina.domain.career.conflicts import Conflicts
from pembina.domain.career.judging import standings
from pembina.domain.career.operations.deciding import decide_award
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.recognition.forms import DecideForm
from pembina.web.recognition.present_nominations import places_of
from pembina.web.recognition.visiting import actor_of, own_round, today, trail


@requires(Permission.MANAGE_STAFF)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who wins and why; the consequences are told before anything is kept."""
    award = own_round(request, pk)
    found = standings(award, Conflicts(award, on=today()))
    form = DecideForm(request.POST or None, standings=found)
    page = FormPage(
        title=_("Putuskan %(title)s") % {"title": award.title}, submit=_("Putuskan"), done=_("Penghargaan diputus."),
        trail=trail(award), lead=_("Nilai juri adalah urutan untuk ditimbang. Predikat kinerja tidak ikut dihitung."),
    )  # fmt: skip

    def act() -> str:
        decide_award(award=award, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("recognition:show", args=[pk])

    def consequences() -> list[str]:
        names = [str(each.nomination) for each in form.can_win if form.cleaned_data[f"win_{each.nomination.pk}"]]
        told = _("Penerima: %(names)s.") % {"names": ", ".join(names)} if names else _("Tanpa penerima.")
        return [told, _("Keputusan dan alasannya terbit bagi semua pegawai dan tidak dapat diubah lagi.")]

    extra = {"standings": places_of(award, found)}
    return form_answer(request, form, page, act, consequences, template="recognition/decide.html", extra=extra)
