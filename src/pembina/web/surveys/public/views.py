"""The page behind the QR code. A form and the outbox of the page lead to the same operation."""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from secrets import token_hex
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services import survey_refusals as refusals
from pembina.domain.services.bursts import traces
from pembina.domain.services.models import SurveyPlace
from pembina.domain.services.operations.responses import Sending, Submission, submit_response
from pembina.web.access import open_to_all
from pembina.web.access.address import client_address
from pembina.web.components.formatting import in_language
from pembina.web.surveys.public.counters import counter_at
from pembina.web.surveys.public.present import present_page
from pembina.web.surveys.public.reading import Sent
from pembina.web.surveys.public.sweeping import sweep_once_a_day
from pembina.web.surveys.public.tickets import (
    ForgedTicketError,
    StaleTicketError,
    given_at,
    new_ticket,
    require_own_page,
)

DEVICE_COOKIE = "skm"
ONE_DAY = 24 * 60 * 60
LARGEST_BODY = 32 * 1024
LANGUAGES = ("id", "en")
# What the outbox must not send again by itself is refused for good; 429 alone is tried later.
STATUSES: dict[type[RefusedError], int] = {
    refusals.TooManyAnswersError: 429,
    refusals.KeyReusedError: 409,
    refusals.SurveyClosedError: 410,
    ForgedTicketError: 403,
    StaleTicketError: 403,
}
NOTHING_SENT = Sent({})
TOO_LARGE = RefusedError(
    Text(id="Kiriman terlalu besar atau rusak.", en="What was sent is too large or broken."),
    Text(id="Muat ulang halaman survei, lalu kirim lagi.", en="Load the survey again, then send again."),
)


View = Callable[[HttpRequest, str], HttpResponse]


def in_chosen_language(view: View) -> View:
    """Answer in the language of ``?bahasa=``, else in that of the visitor: no cookie is needed to read English."""

    @wraps(view)
    def spoken(request: HttpRequest, token: str) -> HttpResponse:
        wanted = request.GET.get("bahasa", "")
        if wanted not in LANGUAGES:
            return view(request, token)
        with translation.override(wanted):
            response = view(request, token)
            response.headers["Content-Language"] = wanted
            return response

    return spoken


@csrf_exempt
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@in_chosen_language
def page(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, and take the answers of a form; what is wrong is said above them, and nothing typed is lost."""
    place = known_place(token)
    if request.method != "POST":
        return shown(request, place, NOTHING_SENT)
    sent = Sent.of(request.POST)
    try:
        stored(request, token, sent)
    except RefusedError as refused:
        return shown(request, place, sent, refused)
    return redirect(reverse("survey:thanks", args=[token], query={"bahasa": get_language() or "id"}))


@csrf_exempt
@open_to_all
@require_POST
@in_chosen_language
def send(request: HttpRequest, token: str) -> HttpResponse:
    """Take the answers from the outbox of a page as JSON; sending again does no harm."""
    try:
        submission = stored(request, token, Sent.of(body_of(request)))
    except RefusedError as refused:
        said = {"message": in_language(refused.message), "remedy": in_language(refused.remedy)}
        return JsonResponse({"stored": False, **said}, status=STATUSES.get(type(refused), 422))
    return JsonResponse({"stored": True, "is_new": submission.is_new}, status=201 if submission.is_new else 200)


@open_to_all
@require_safe
@in_chosen_language
def thanks(request: HttpRequest, token: str) -> HttpResponse:
    """Thank; loading it again sends nothing."""
    context = {"page": present_page(known_place(token), NOTHING_SENT, on=timezone.localdate())}
    return render(request, "surveys/thanks.html", context)


def known_place(token: str) -> SurveyPlace:
    return get_object_or_404(SurveyPlace.objects.select_related("unit", "service"), token=token)


def stored(request: HttpRequest, token: str, sent: Sent) -> Submission:
    """Store what was sent; raises what the ticket, the reading and the operation refuse."""
    at = timezone.now()
    counter = counter_at(token, at=at)
    require_own_page(request)
    page_given_at = given_at(sent["ticket"], token=token, at=at)
    traced = traces(
        device=request.COOKIES.get(DEVICE_COOKIE, "")[:32],
        address=client_address(request),
        agent=request.headers.get("User-Agent", "")[:300],
        on=local_date(at),
    )
    sending = Sending(sent.client_key, page_given_at, sent.device_at, traced, sent["code"])
    submission = submit_response(place=counter.place, given=sent.answered, sending=sending, at=at, today=counter.today)
    sweep_once_a_day(at=at)
    return submission


def shown(request: HttpRequest, place: SurveyPlace, sent: Sent, refused: RefusedError | None = None) -> HttpResponse:
    """Answer with the page, filled in with what was sent."""
    now = timezone.now()
    crowded = isinstance(refused, refusals.TooManyAnswersError)
    context = {
        "page": present_page(place, sent, on=timezone.localdate(), missing=to_mend(refused), takes_code=crowded),
        "refused": refused,
        "ticket": new_ticket(place.token, at=now),
        # A key that was used up would be refused again.
        "key": uuid4() if refused is None or isinstance(refused, refusals.KeyReusedError) else sent["key"],
    }
    status = 200 if refused is None else STATUSES.get(type(refused), 422)
    response = render(request, "surveys/page.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    if DEVICE_COOKIE not in request.COOKIES:
        response.set_cookie(
            DEVICE_COOKIE, token_hex(8), max_age=ONE_DAY, path="/survei/",
            secure=request.is_secure(), httponly=True, samesite="Strict",
        )  # fmt: skip
    return response


def to_mend(refused: RefusedError | None) -> tuple[str, ...]:
    """Return the questions that a refusal is about."""
    if isinstance(refused, refusals.UnansweredError):
        return refused.elements
    return (refused.element,) if isinstance(refused, refusals.WrongScoreError) else ()


def body_of(request: HttpRequest) -> Mapping[str, Any]:
    """Return the JSON object that was sent; raises ``RefusedError`` for anything else."""
    try:
        if int(request.headers.get("Content-Length") or 0) > LARGEST_BODY:
            raise TOO_LARGE
        found = json.loads(request.body)
    except (ValueError, RecursionError):
        raise TOO_LARGE from None
    if not isinstance(found, dict):
        raise TOO_LARGE
    return found
