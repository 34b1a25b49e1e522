"""The organiser lays out the two tests of a batch."""

from collections.abc import Sequence
from random import SystemRandom

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.refusals import RefusedError
from pembina.domain.development import learning_refusals as refusals
from pembina.domain.development.enums import TestMoment
from pembina.domain.development.models import LearningTest, Question
from pembina.domain.development.operations.learning_tests import TestPlan, drawn, plan_test
from pembina.domain.development.queries.learning_tests import banks_kept_by, questions_asked, usable
from pembina.web.access import signed_in
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_tests.forms import PlanForm, Way
from pembina.web.learning_tests.result_views import actor_of, run_batch, trail

FIELDS: dict[type[RefusedError], str] = {
    refusals.TestTimesReversedError: "closes",
    refusals.NoQuestionsError: "number",
    refusals.TestTakenError: "way",
    refusals.TestOverError: "closes",
    refusals.QuestionRetiredError: "way",
}


@signed_in
def plan(request: HttpRequest, pk: int, moment: str) -> HttpResponse:
    """Ask when a test is open and what it asks."""
    found = run_batch(request, pk)
    if moment not in TestMoment.values:
        raise Http404
    tests = {test.moment: test for test in LearningTest.objects.filter(batch=found)}
    known = tests.pop(moment, None)
    other = next(iter(tests.values()), None)
    form = PlanForm(request.POST or None, batch=found, bank=usable(found.version.curriculum), known=known, other=other)
    if form.is_bound and form.is_valid():
        try:
            # Moments that were not touched stay as they are, to the second.
            opens, closes = form.moment("opens"), form.moment("closes")
            if known is not None and known.opens_at.replace(second=0, microsecond=0) == opens:
                opens = known.opens_at
            wanted = TestPlan(opens, closes, chosen(form, known, other))
            plan_test(batch=found, moment=TestMoment(moment), plan=wanted, by=actor_of(request), at=timezone.now())
            messages.success(request, _("%(test)s tersusun.") % {"test": TestMoment(moment).label})
            return redirect("learning_tests:batch", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field=FIELDS.get(type(refused)))
    context = {
        "form": form,
        "batch": found,
        "title": TestMoment(moment).label,
        "known": known,
        "asked": questions_asked(known) if known else [],
        "bank": banks_kept_by(actor_of(request), on=timezone.localdate()).filter(versions=found.version_id).first(),
        "trail": trail(found),
    }
    return render(request, "learning_tests/plan.html", context, status=422 if form.errors else 200)


def chosen(form: PlanForm, known: LearningTest | None, other: LearningTest | None) -> Sequence[Question]:
    """Return the questions that were asked for; raises ``NoQuestionsError``."""
    said = form.cleaned_data
    if said["way"] == Way.KEEP and known is not None:
        return questions_asked(known)
    if said["way"] == Way.SAME and other is not None:
        return questions_asked(other)
    if said["way"] == Way.CHOOSE:
        return list(said["questions"])
    return drawn(list(usable(form.batch.version.curriculum)), said["number"], rng=SystemRandom())
