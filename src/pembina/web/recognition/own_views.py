"""One's own nominations, medals and standing, and what one may do about them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.career.enums import AwardState
from pembina.domain.career.permissions import nominations_by, nominations_of, supports_by
from pembina.domain.career.queries.awards import in_full, told_of
from pembina.domain.career.queries.medals import standing_of
from pembina.domain.people.queries import person_of
from pembina.web.access import requires
from pembina.web.recognition.present_medals import held_rows, known_facts, medal_cells, medal_note
from pembina.web.recognition.present_nominations import own_rows
from pembina.web.recognition.present_supports import own_support_rows
from pembina.web.recognition.visiting import actor_of, tabs, today


@requires(Permission.SEE_OWN_RECORD)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Show what is held about the visitor, with the article."""
    actor, on = actor_of(request), today()
    person = person_of(actor)
    may_decline = set(told_of(actor, on=on).values_list("pk", flat=True))
    own_open = told_of(actor, on=on).filter(person__nip=actor.username, award__state=AwardState.OPEN)
    standing = standing_of(person, on=on) if person else None
    about = in_full(nominations_of(actor, on=on)).order_by("-made_at", "-pk")
    supports = supports_by(actor).select_related("nomination__award", "nomination__person", "nomination__unit")
    context = {
        "tabs": tabs(request, "own"), "person": person,
        "about": own_rows(about, may_decline=may_decline, may_show=set(own_open.values_list("pk", flat=True))),
        "made": own_rows(in_full(nominations_by(actor)).order_by("-made_at", "-pk"), may_decline=set()),
        "supports": own_support_rows(supports.order_by("-given_at", "-pk"), on=on),
        "cells": medal_cells(standing) if standing else [], "facts": known_facts(standing) if standing else [],
        "note": medal_note(standing) if standing else "",
        "held": held_rows(person.medals.filter(taken_back_at__isnull=True).order_by("awarded_on")) if person else [],
    }  # fmt: skip
    return render(request, "recognition/own.html", context)
