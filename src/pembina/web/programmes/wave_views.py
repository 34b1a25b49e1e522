"""The plan of waves: read as a picture and a list, drawn by lot or laid for a reason."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.core.learning import UnusableDrawError, wave_order
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.models import Programme, WavePlan
from pembina.domain.development.operations.wave_plans import draw_waves, lay_waves
from pembina.domain.development.permissions import programmes_seen_by
from pembina.domain.development.queries.programmes import plans_programmes
from pembina.domain.development.queries.waves import members_of, waves_of
from pembina.domain.impact.permissions import evaluations_seen_by
from pembina.domain.people.models import Unit
from pembina.domain.people.searches import units_named
from pembina.web.access import requires, signed_in
from pembina.web.choosing.formpage import FormPage, Shown, form_answer
from pembina.web.components.formatting import day, number
from pembina.web.components.onward import address_of
from pembina.web.programmes.board_views import actor_of
from pembina.web.programmes.present_waves import (
    chart_of_units,
    chart_of_waves,
    member_rows,
    order_in_words,
    wave_rows,
)
from pembina.web.programmes.programme_views import planned_programme, trail
from pembina.web.programmes.wave_forms import MOST_WAVES, DrawForm, lay_form

ON_A_PAGE = 25
FEWEST, USUAL = 1, 4
MOST_NAMED = 8
LONGEST_SEARCH = 100


@signed_in
@require_safe
def waves(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the waves as a picture, and their units page by page."""
    actor, on = actor_of(request), timezone.localdate()
    programme = get_object_or_404(programmes_seen_by(actor, on=on), pk=pk)
    wanted = request.GET.get("q", "")[:LONGEST_SEARCH].replace("\0", "").strip()
    plan = WavePlan.objects.filter(programme=programme).select_related("decided_by").first()
    laid, members = list(waves_of(programme)), members_of(programme)
    if wanted:
        members = members.filter(unit__in=Unit.objects.filter(units_named(wanted)).values("pk"))
    page = Paginator(members, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "programme": programme,
        "order": order_in_words(plan),
        "waves": wave_rows(laid),
        "wave_chart": chart_of_waves(programme, laid, on=on) if laid else None,
        "page": page,
        "members": member_rows(page, plan),
        "unit_chart": chart_of_units(programme, page, on=on) if page else None,
        "wanted": wanted,
        "may_plan": plans_programmes(actor, on=on) and programme.is_open,
        "is_fixed": any(wave.started_on or wave.slips.all() for wave in laid),
        "planner": planner_of(programme, actor, on=on),
        "trail": trail(programme),
    }
    return render(request, "programmes/waves.html", context)


def planner_of(programme: Programme, actor: User, *, on: date) -> str:
    """Return where the waves are planned for the latest evaluation; empty where there is none in sight."""
    seen = evaluations_seen_by(actor, on=on).filter(programme=programme)
    pk = seen.order_by("-made_at", "-pk").values_list("pk", flat=True).first()
    return address_of("wave_planner:show", pk) if pk else ""


@requires(Permission.PLAN_PROGRAMME)
def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw the order by lot; shown before it is kept."""
    programme, on = planned_programme(request, pk), timezone.localdate()
    again = programme.waves.exists()
    names = tuple(name for name in DrawForm.base_fields if again or name != "again_because")
    form = DrawForm(request.POST or None, on=on, only=names)
    page = FormPage(
        title=_("Undi gelombang"), submit=_("Simpan hasil undian"), done=_("Gelombang tersusun dari undian."),
        trail=[*trail(programme), waves_link(pk)], lead=programme.title,
        note=_("Rencana yang ada digantikan, dan teks undian lama tetap tercatat.") if again else "",
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        draw_waves(
            programme=programme, units=said["chosen"], starts=said["starts"], seed=said["seed"],
            by_sector=said["by_sector"], again_because=said.get("again_because", ""), by=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip
        return reverse("programmes:waves", args=[pk])

    return form_answer(request, form, page, act, lambda: drawn_in_words(form))


def drawn_in_words(form: DrawForm) -> list[Shown]:
    """Return what the draw gives, wave by wave; nothing where it cannot be drawn, which the operation then says."""
    said = form.cleaned_data
    strata = {unit.code: unit.sector for unit in said["chosen"]} if said["by_sector"] else None
    names = {unit.code: unit.name for unit in said["chosen"]}
    try:
        order = wave_order(list(names), waves=len(said["starts"]), seed=said["seed"], strata=strata)
    except UnusableDrawError:
        return []
    pairs = zip(said["starts"], order, strict=True)
    return [
        wave_in_words(place, on, [names[code] for code in codes]) for place, (on, codes) in enumerate(pairs, start=1)
    ]


def wave_in_words(place: int, on: date, names: list[str]) -> str:
    first = ", ".join(names[:MOST_NAMED])
    told = {"number": number(place), "day": day(on), "count": number(len(names)), "names": first}
    more = _(" dan %s lagi") % number(len(names) - MOST_NAMED) if len(names) > MOST_NAMED else ""
    return _("Gelombang %(number)s, %(day)s, %(count)s unit: %(names)s") % told + more


@requires(Permission.PLAN_PROGRAMME)
def lay(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay an order by hand, with the reason; how many waves stands in the address."""
    programme, on = planned_programme(request, pk), timezone.localdate()
    count = counted(request.GET.get("jumlah", ""))
    form = lay_form(count)(request.POST or None, on=on)
    page = FormPage(
        title=_("Susun gelombang sendiri"), submit=_("Simpan gelombang"), done=_("Gelombang tersusun."),
        trail=[*trail(programme), waves_link(pk)], lead=programme.title,
        note=_("Urutan yang diundi memberi bukti dampak yang lebih kuat daripada urutan yang dipilih."),
    )  # fmt: skip

    def act() -> str:
        lay_waves(
            programme=programme, waves=form.lines(), reason=form.cleaned_data["reason"], by=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip
        return reverse("programmes:waves", args=[pk])

    extra = {"counts": range(FEWEST, MOST_WAVES + 1), "count": count}
    return form_answer(request, form, page, act, template="programmes/lay.html", extra=extra)


def counted(written: str) -> int:
    """Return how many waves are asked for: 4 unless told otherwise, never more than 12."""
    is_number = written.isascii() and written.isdigit() and len(written) <= 2
    return min(max(int(written), FEWEST), MOST_WAVES) if is_number else USUAL


def waves_link(pk: int) -> tuple[str, str]:
    return _("Rencana gelombang"), reverse("programmes:waves", args=[pk])
