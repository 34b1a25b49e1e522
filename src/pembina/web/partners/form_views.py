"""The forms of development: what the rule says beside what this government has set."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.core.rules.learning_hours import UnusableHoursError
from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import OwnLearningForm
from pembina.domain.development.operations.own_forms import end_own_form, set_own_form
from pembina.domain.development.queries.own_forms import catalogue
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.partners.forms import EndForm, OwnForm
from pembina.web.partners.partner_views import actor_of, tabs
from pembina.web.partners.present import form_lines, form_name, own_rows


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def forms(request: HttpRequest) -> HttpResponse:
    """List every form with the hours it counts for, the article, and how sure that is."""
    on = timezone.localdate()
    context = {"rows": form_lines(catalogue(on=on)), "tabs": tabs("partners:forms")}
    return render(request, "partners/forms.html", context)


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def form(request: HttpRequest, number: int) -> HttpResponse:
    """Show one form with every own value, of the past and to come."""
    on = timezone.localdate()
    line = next((line for line in form_lines(catalogue(on=on)) if line.number == number), None)
    if line is None:
        raise Http404
    entries = OwnLearningForm.objects.filter(form=number).order_by("-starts_on")
    context = {"line": line, "own": own_rows(entries, on=on), "trail": trail()}
    return render(request, "partners/form_of_development.html", context)


@requires(Permission.PLAN_PROGRAMME)
def set_own(request: HttpRequest, number: int) -> HttpResponse:
    """Set an own value from a day on."""
    name = name_of(number)
    asked = OwnForm(request.POST or None)
    page = FormPage(
        title=_("Tetapkan JP sendiri"), submit=_("Simpan ketetapan"), done=_("Ketetapan tercatat."), lead=name,
        trail=[*trail(), (name, reverse("partners:form", args=[number]))],
    )  # fmt: skip

    def act() -> str:
        set_own_form(told=asked.told(number), by=actor_of(request), at=timezone.now())
        return reverse("partners:form", args=[number])

    return form_answer(request, asked, page, act)


@requires(Permission.PLAN_PROGRAMME)
def end_own(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an own value end; from the next day the rule holds again."""
    entry = get_object_or_404(OwnLearningForm, pk=pk)
    asked = EndForm(request.POST or None, initial={"on": timezone.localdate()})
    page = FormPage(
        title=_("Akhiri ketetapan"), submit=_("Akhiri"), done=_("Ketetapan diakhiri."), lead=name_of(entry.form),
        trail=[*trail(), (name_of(entry.form), reverse("partners:form", args=[entry.form]))],
        note=_("Sejak hari sesudahnya berlaku lagi tabel aturan."),
    )  # fmt: skip

    def act() -> str:
        end_own_form(entry=entry, on=asked.cleaned_data["on"], by=actor_of(request), at=timezone.now())
        return reverse("partners:form", args=[entry.form])

    return form_answer(request, asked, page, act)


def name_of(number: int) -> str:
    """Return the name of a form; 404 for a number that the catalogue does not know."""
    try:
        return form_name(number, on=timezone.localdate())
    except UnusableHoursError as unknown:
        raise Http404 from unknown


def trail() -> list[tuple[str, str]]:
    return [(_("Bentuk pengembangan"), reverse("partners:forms"))]
