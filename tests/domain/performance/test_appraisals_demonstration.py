"""The appraisals of the demonstration: done once, whole, and sealed."""

from datetime import UTC, date, datetime

import pytest

from pembina.domain.access.chain.verifying import verify
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.performance.appraisal_content import matches_seal
from pembina.domain.performance.demonstration.appraised import load_demo_appraisals
from pembina.domain.performance.models import Appraisal, AppraisalPaper, Objection

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("on", [date(2026, 11, 22), date(2027, 1, 4), date(2026, 3, 20)])
def test_a_year_and_two_quarters_are_appraised_with_two_objections(on):
    at = datetime.combine(on, datetime.min.time(), tzinfo=UTC)
    load_demo_government(size=300, on=on, at=at)
    made = load_demo_appraisals(on=on, at=at)
    assert made == Appraisal.objects.count() > 9
    assert sorted(Objection.objects.values_list("ruling", flat=True)) == ["", "changed"]
    assert Appraisal.objects.filter(rater__name="Budi Santoso", state="new").exists()
    assert not Appraisal.objects.filter(state="returned", reported_at=None).exists()
    assert all(matches_seal(paper) for paper in AppraisalPaper.objects.all())
    assert not list(verify({}))
    assert load_demo_appraisals(on=on, at=at) == 0
