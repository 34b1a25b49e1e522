"""The complaints of the demonstration: answered in time and late, contradicted, declined and open."""

from domain.services.complaints.conftest import NOON, TODAY
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.services.complaint_enums import OPEN_STATES, ComplaintKind, ComplaintState
from pembina.domain.services.demonstration import load_demo_catalogue, load_demo_complaints
from pembina.domain.services.models import Complaint, ComplaintMessage
from pembina.domain.services.queries.published_answers import published_answers


def test_it_holds_every_course_a_complaint_can_take_and_is_written_once(db):
    load_demo_government(size=200, on=TODAY, at=NOON)
    load_demo_catalogue(on=TODAY, at=NOON)
    written = load_demo_complaints(on=TODAY, at=NOON)
    assert written == Complaint.objects.count() > 100
    in_time, late = (Complaint.objects.filter(in_time=kept).count() for kept in (True, False))
    assert in_time > late > 0
    assert Complaint.objects.filter(state__in=OPEN_STATES).exists()
    assert Complaint.objects.filter(state=ComplaintState.DECLINED).exists()
    assert Complaint.objects.filter(reopened_at__isnull=False).exists()
    assert set(Complaint.objects.values_list("kind", flat=True)) == set(ComplaintKind.values)
    assert not ComplaintMessage.objects.filter(at__gt=NOON).exists()
    assert published_answers().count() == 3
    assert load_demo_complaints(on=TODAY, at=NOON) == 0


def test_without_services_there_is_nothing_to_complain_about(db):
    assert load_demo_complaints(on=TODAY, at=NOON) == 0
