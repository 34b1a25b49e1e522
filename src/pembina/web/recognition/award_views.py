"""What everybody who is signed in reads: the rounds, their criteria, who won and why."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.usernames import AccountKind
from pembina.domain.career.enums import AwardState
from pembina.domain.career.operations.exports import note_awards_export
from pembina.domain.career.permissions import awards_read_by, awards_run_by, juries_of
from pembina.domain.career.queries.awards import to_judge, wins_decided, with_counts
from pembina.domain.people.searches import words_in
from pembina.exchange.trail.writing import trail_csv
from pembina.web.access import requires, signed_in
from pembina.web.access.address import client_address
from pembina.web.recognition.present_awards import award_rows, present_award
from pembina.web.recognition.visiting import actor_of, tabs, today, trail
from pembina.web.uploads.file_words import CSV, attached

ON_A_PAGE = 25
ORDERS = {"": ("-opens_on", "-pk"), "old": ("opens_on", "pk"), "name": ("title", "pk"), "decides": ("decides_on", "pk")}


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the rounds in sight, the latest first."""
    actor = actor_of(request)
    asked = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in ("q", "state", "sort")}
    found = with_counts(awards_read_by(actor, on=today()))
    if asked["q"]:
        found = found.filter(words_in("title", asked["q"]))
    if asked["state"] in AwardState.values:
        found = found.filter(state=asked["state"])
    ordered = found.order_by(*ORDERS.get(asked["sort"], ORDERS[""]))
    page = Paginator(ordered, ON_A_PAGE).get_page(request.GET.get("page"))
    narrowed = bool(asked["q"] or asked["state"])
    context = {
        "tabs": tabs(request, "index"), "page": page, "rows": award_rows(page), "asked": asked,
        "states": AwardState.choices, "query": f"{urlencode({name: value for name, value in asked.items() if value})}&",
        "reset": reverse("recognition:index") if narrowed else "", "makes": actor.may(Permission.MANAGE_STAFF),
        "to_judge": award_rows(with_counts(to_judge(actor)).order_by("decides_on", "pk")),
    }  # fmt: skip
    return render(request, "recognition/index.html", context)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one round: criteria, winners and reasons."""
    actor, on = actor_of(request), today()
    award = get_object_or_404(with_counts(awards_read_by(actor, on=on)), pk=pk)
    shown = present_award(
        award, runs=awards_run_by(actor, on=on).filter(pk=pk).exists(),
        is_juror=juries_of(actor).filter(award=pk).exists(), is_staff=actor.kind is AccountKind.CIVIL_SERVANT, on=on,
    )  # fmt: skip
    return render(request, "recognition/show.html", {"one": shown, "trail": trail()})


@requires(Permission.MANAGE_STAFF)
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the awards decided with the fields of SIASN; who took them is written down."""
    actor = actor_of(request)
    wins = list(wins_decided(awards_run_by(actor, on=today())))
    note_awards_export(count=len(wins), filters="", by=actor, at=timezone.now(), address=client_address(request))
    head = [
        "pnsNip",
        "hargaId",
        "skNomor",
        "skDate",
        "tahun",
        _("Nama"),
        _("Penghargaan"),
        _("Alasan yang diterbitkan"),
    ]
    rows = (
        [
            one.nomination.concerned_nip, str(one.award.national_code or ""), one.award.decree_number,
            f"{one.award.decree_date:%d-%m-%Y}" if one.award.decree_date else "",
            str(timezone.localtime(one.award.decided_at).year) if one.award.decided_at else "",
            str(one.nomination), one.award.title, one.reason,
        ]
        for one in wins
    )  # fmt: skip
    return attached(b"".join(trail_csv(head, rows)), CSV, "penghargaan.csv")
