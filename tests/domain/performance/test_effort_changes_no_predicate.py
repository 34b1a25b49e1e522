"""Process and effort never reach a rating: the code that rates cannot see them, and no rating changes with them."""

from datetime import UTC, date, datetime

import grimp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from appraising import AS_EXPECTED, noon
from pembina.domain.performance.effort_enums import DegreeOfDifficulty
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import Appraisal, Goal, Indicator, NamedGuard, PerformancePlan
from pembina.domain.performance.operations.appraisals import RatingTold, rate_appraisal
from pembina.domain.performance.operations.effort import agree_difficulty, propose_difficulty
from pembina.domain.performance.queries.effort import effort_of, span_of_year

pytestmark = pytest.mark.django_db
RATES = "pembina.domain.performance"
RATING = (
    "pembina.core.rules.appraisal_rating", f"{RATES}.snapshots", f"{RATES}.appraisal_content", f"{RATES}.stages",
    f"{RATES}.organisations", f"{RATES}.operations.appraisals", f"{RATES}.operations.making",
    f"{RATES}.operations.objections", f"{RATES}.operations.delivery", f"{RATES}.operations.closing",
)  # fmt: skip
EFFORT = (
    "pembina.core.rules.effort_record", f"{RATES}.operations.effort", f"{RATES}.queries.effort",
    f"{RATES}.queries.effort_work", f"{RATES}.queries.effort_guards", f"{RATES}.queries.effort_steps",
)  # fmt: skip
JANUARY = datetime(2026, 1, 12, 3, tzinfo=UTC)


def test_nothing_that_rates_can_see_effort():
    graph = grimp.build_graph("pembina", cache_dir=None)
    reached = [
        (rates, effort)
        for rates in RATING
        for effort in EFFORT
        if graph.chain_exists(importer=rates, imported=effort, as_packages=True)
    ]
    assert reached == []
    # And it would be seen where it is.
    assert graph.chain_exists(importer=f"{RATES}.queries.effort", imported=EFFORT[0], as_packages=True)


@pytest.fixture
def planned(appraising):
    """Return Sari's result of an agreed plan, and her appraisal."""
    held = appraising.sari.assignments.get()
    plan = PerformancePlan.objects.create(
        person=appraising.sari, assignment=held, year=2026, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31),
        form="a17", state=PlanState.AGREED, rater=appraising.budi, made_by=appraising.sari_user, made_at=JANUARY,
        proposed_at=JANUARY, agreed_at=JANUARY, agreed_by=appraising.user_of(appraising.budi),
    )  # fmt: skip
    goal = Goal.objects.create(plan=plan, position=1, words="Izin lebih cepat")
    Indicator.objects.create(
        goal=goal, position=1, words="Berkas", aspects=["quantity"], target=9, unit="berkas", direction="higher"
    )
    appraising.made()
    return goal


RATINGS = st.sampled_from(["above", "as_expected", "below"])


@given(
    results=RATINGS, behaviour=RATINGS, degree=st.sampled_from(DegreeOfDifficulty.values), guards=st.booleans(),
    agrees=st.booleans(),
)  # fmt: skip
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_ratings_give_the_same_predicate_whatever_the_effort(
    appraising, planned, results, behaviour, degree, guards, agrees
):
    told = RatingTold(results, behaviour, "Alasan", "Alasan", advice="Pertahankan.")
    before = rated(appraising, told)
    with_effort(appraising, planned, degree, guards=guards, agrees=agrees)
    effort_of(appraising.sari, span=span_of_year(2026), at=appraising.at)
    assert rated(appraising, told) == before
    planned.difficulty_agreements.all().delete()
    NamedGuard.objects.all().delete()


def rated(appraising, told):
    one = appraising.of(appraising.sari)
    budi = appraising.user_of(appraising.budi)
    made = rate_appraisal(appraisal=one, told=told, version=one.version, by=budi, at=appraising.at)
    return (made.results, made.behaviour, made.predicate, made.predicate_article, made.snapshot, made.organisation)


def with_effort(appraising, goal, degree, *, guards, agrees):
    made = propose_difficulty(
        goal=goal, degree=DegreeOfDifficulty(degree), reason="", by=appraising.sari_user, at=JANUARY
    )
    if agrees:
        agree_difficulty(proposal=made, by=appraising.user_of(appraising.budi), at=JANUARY)
    if guards:
        other = Indicator.objects.create(
            goal=goal, position=goal.indicators.count() + 1, words="Ulang", aspects=["quality"], target=1,
            unit="berkas", direction="lower",
        )  # fmt: skip
        NamedGuard.objects.create(
            indicator=goal.indicators.first(),
            beside=other,
            tolerated=1,
            named_by=appraising.sari_user,
            named_at=JANUARY,
        )


def test_a_signed_appraisal_is_left_as_it_was(appraising, planned):
    appraising.signed(appraising.sari, AS_EXPECTED)
    before = Appraisal.objects.filter(person=appraising.sari).values().get()
    with_effort(appraising, planned, "new_ground", guards=True, agrees=True)
    effort_of(appraising.sari, span=span_of_year(2026), at=noon(date(2026, 11, 1)))
    assert Appraisal.objects.filter(person=appraising.sari).values().get() == before
