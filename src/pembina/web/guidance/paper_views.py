"""Guidance on the forms of the regulation, for whoever may read it."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.people.models import Person
from pembina.domain.performance.plan_duty import post_of_day
from pembina.domain.performance.queries.guidance import guidance_read_by, opinions_read_by
from pembina.exchange.papers.guidance import Around, guidance_form, opinion_form
from pembina.exchange.papers.official_form import OfficialForm, official_form
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.guidance.visiting import actor_of, today


@signed_in
@require_safe
@never_cache
def record_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a coaching (B.1.6) or mentoring (B.1.7) to print."""
    actor = actor_of(request)
    record = get_object_or_404(guidance_read_by(actor, on=today()), pk=pk)
    if actor.username not in (record.person.nip, record.guide.nip):
        note_looking(request, "look_at_guidance", on=record)
    return as_pdf(guidance_form(record, around(record.person, record.held_on)), record.person)


@signed_in
@require_safe
@never_cache
def opinion_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Give what the guided person thinks of it (B.1.8) to print; never to the guide."""
    found = get_object_or_404(opinions_read_by(actor_of(request), on=today()), pk=pk)
    person = found.record.person
    return as_pdf(opinion_form(found, around(person, localdate(found.given_at))), person)


def around(person: Person, day: date) -> Around:
    """Return the positions of that day, of the person and of the superior."""
    post = post_of_day(person, on=day)
    superior = post.superior if post else None
    rater_post = post_of_day(superior, on=day) if superior else None
    return Around(post, rater_post, settings.PEMBINA_GOVERNMENT_NAME, today())


def as_pdf(form: OfficialForm, person: Person) -> HttpResponse:
    name = slugify(f"{form.number} {person.nip}")
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(official_form(form), content_type="application/pdf", headers=headers)
