"""Speaking to somebody: whom, what, corrected within a day, gone on with later."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.people.models import Person
from pembina.domain.people.searches import people_named, with_posts
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.feedback_enums import Capacity, Rhythm
from pembina.domain.performance.models import Feedback, FeedbackRequest, Goal
from pembina.domain.performance.operations.feedback import correct_feedback, give_feedback
from pembina.domain.performance.queries.cadence import by_longest_without
from pembina.domain.performance.queries.colleagues import capacity_of, nearest_to, spoken_of_by, worked_with
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.feedback.forms import NoteForm, WordsForm
from pembina.web.feedback.present import person_rows
from pembina.web.feedback.visiting import actor_of, sent, today, trail, written_note

ON_A_PAGE = 20
LONGEST_SEARCH = 100


@signed_in
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List whom the visitor works with, whom the visitor has not spoken to for longest first."""
    actor, on, wanted = actor_of(request), today(), request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    found = worked_with(actor, on=on).filter(people_named(wanted)) if wanted else nearest_to(actor, on=on)
    found = with_posts(by_longest_without(found, author=actor), on=on)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": person_rows(page, at=timezone.now(), expected=False),
        "wanted": wanted,
        "trail": trail(),
    }
    return render(request, "feedback/people.html", context)


@signed_in
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a note about somebody."""
    person = get_object_or_404(spoken_of_by(actor_of(request), on=today()), pk=pk)
    return writing(request, person)


@signed_in
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with a note of the visitor, once it can no longer be corrected or there is more to say."""
    note = written_note(request, pk)
    person = get_object_or_404(spoken_of_by(actor_of(request), on=today()), pk=note.person_id)
    return writing(request, person, follows=note)


@signed_in
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the words of a note within a day."""
    note = written_note(request, pk)
    form = WordsForm(sent(request), initial={name: getattr(note, name) for name in WordsForm.base_fields})
    page = FormPage(
        _("Perbaiki catatan"), _("Simpan perbaikan"), _("Catatan diperbaiki."), trail(), note.person.titled_name,
        note=_("Yang tertulis sebelumnya tetap terbaca di bawah catatan."),
    )  # fmt: skip

    def act() -> str:
        correct_feedback(note=note, said=form.said(), by=actor_of(request), at=timezone.now())
        return reverse("feedback:show", args=[pk])

    return form_answer(request, form, page, act)


def writing(
    request: HttpRequest, person: Person, *, asked: FeedbackRequest | None = None, follows: Feedback | None = None
) -> HttpResponse:
    """Answer with the short form or, once the note is written, by going to it."""
    actor, me = actor_of(request), get_object_or_404(Person, nip=actor_of(request).username)
    is_leader = capacity_of(me, about=person, on=today()) == Capacity.LEADER
    form = NoteForm(sent(request), goals=goals_of(person) if is_leader else None, initial=usual(is_leader))
    page = FormPage(
        _("Umpan balik untuk %(name)s") % {"name": person.titled_name}, _("Kirim"), _("Umpan balik terkirim."),
        trail((_("Beri umpan balik"), reverse("feedback:people"))), asked.matter if asked else "",
        note=_("Langsung dibaca oleh yang bersangkutan beserta nama Anda, dan oleh pimpinannya."),
    )  # fmt: skip

    def act() -> str:
        note = give_feedback(
            person=person, said=form.said(), about=form.about(), by=actor, at=timezone.now(), request=asked,
            follows=follows,
        )  # fmt: skip
        return reverse("feedback:show", args=[note.pk])

    return form_answer(request, form, page, act, template="feedback/write.html")


def goals_of(person: Person) -> Any:
    """Return the results that somebody has agreed to reach this year."""
    return Goal.objects.filter(plan__person=person, plan__state=PlanState.AGREED, plan__year=today().year)


def usual(is_leader: bool) -> dict[str, Any]:
    return {"happened_on": today(), "rhythm": (Rhythm.PERIODIC if is_leader else Rhythm.INCIDENTAL).value}
