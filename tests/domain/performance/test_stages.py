"""Who sees what at which stage: every cell of the table, written out here a second time."""

import pytest

from appraising import AS_EXPECTED
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.appraisal_permissions import appraisals_seen_by, viewer_of
from pembina.domain.performance.stages import Part, Viewer, parts_seen, states_showing

# s snapshot, r ratings, n notes, p predicate; in the order person, rater, superior, human resources, auditor.
CELLS = {
    "exempt": ("s", "s", "s", "s", "s"),
    "new": ("s", "s", "s", "s", "s"),
    "draft": ("s", "srnp", "s", "s", "s"),
    "signed": ("s", "srnp", "srnp", "sp", "sp"),
    "delivered": ("srnp", "srnp", "srnp", "srnp", "srp"),
    "received": ("srnp", "srnp", "srnp", "srnp", "srp"),
    "returned": ("srnp", "srnp", "srnp", "srnp", "srp"),
}


@pytest.mark.parametrize("state", AppraisalState.values)
@pytest.mark.parametrize(("column", "viewer"), list(enumerate(Viewer)))
def test_each_cell_of_the_table(state, column, viewer):
    seen = {part.value[0] for part in parts_seen(state, viewer)}
    assert seen == set(CELLS[state][column])


def test_the_person_sees_no_rating_before_delivery():
    assert states_showing(Part.PREDICATE, Viewer.PERSON) == ["delivered", "received", "returned"]


@pytest.mark.django_db
def test_everybody_looks_in_one_capacity(appraising):
    appraising.made()
    appraising.rated(appraising.sari, AS_EXPECTED)
    appraisal, on = appraising.of(appraising.sari), appraising.at.date()
    who = {
        appraising.sari_user: Viewer.PERSON,
        appraising.user_of(appraising.budi): Viewer.RATER,
        appraising.user_of(appraising.head): Viewer.SUPERIOR,
        appraising.rina: Viewer.HUMAN_RESOURCES,
        appraising.account("agus"): Viewer.AUDITOR,
        appraising.user_of(appraising.dewi): None,
        appraising.user_of(appraising.other_head): None,
        appraising.account("bupati"): None,
    }
    for user, viewer in who.items():
        assert viewer_of(user, appraisal, on=on) is viewer, user
        assert appraisals_seen_by(user, on=on).filter(pk=appraisal.pk).exists() is (viewer is not None), user
