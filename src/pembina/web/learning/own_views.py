"""What the visitor learns and may learn."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from pembina.domain.development.models import Enrolment
from pembina.domain.development.queries.batches import sessions_of
from pembina.domain.development.queries.deciding import led_by, requests_to_decide
from pembina.domain.development.queries.learning import own_places, sessions_soon
from pembina.domain.development.queries.learning_tests import tests_waiting
from pembina.domain.development.queries.offers import offer_of, offers_to
from pembina.domain.development.queries.reactions import reactions_waiting
from pembina.domain.people.queries import person_of
from pembina.web.access import signed_in
from pembina.web.learning import scopes
from pembina.web.learning.present import links, offer_cards, place_rows, present_offer, soon_rows
from pembina.web.learning.present_waiting import waiting_rows


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show what goes on, what waits for an answer, and what is offered and why."""
    actor, at = scopes.actor_of(request), timezone.now()
    person, on = person_of(actor), timezone.localdate()
    places = list(own_places(actor))
    context = {
        "is_person": person is not None,
        "places": place_rows(places, at=at),
        "soon": soon_rows(sessions_soon(actor, at=at)),
        "tests": waiting_rows(tests_waiting(actor, at=at), reactions_waiting(actor, at=at)),
        "offers": offer_cards(offers_to(person, at=at)) if person is not None else [],
        "to_decide": requests_to_decide(actor, on=on).count(),
        "leads": led_by(actor, on=on).exists(),
        "links": links(),
    }
    return render(request, "learning/index.html", context)


@signed_in
@require_safe
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a batch as somebody sees it who may join, with the one thing to do next."""
    actor, at = scopes.actor_of(request), timezone.now()
    batch, person = scopes.open_batch(request, pk), scopes.own_person(request)
    place = Enrolment.objects.filter(batch=batch, person=person).select_related("batch").first()
    sessions = sessions_of(batch, actor, on=timezone.localdate())
    context = {
        "offer": present_offer(batch, place, offer_of(person, batch, at=at), list(sessions), at=at),
        "leads": led_by(actor, on=timezone.localdate()).exists(),
        "trail": scopes.trail(),
    }
    return render(request, "learning/offer.html", context)
