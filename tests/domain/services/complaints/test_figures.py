"""Queues in scope, and figures that say nothing where they stand for few."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.services.complaints.conftest import NOON, TODAY, minor
from pembina.domain.services.complaint_enums import ComplaintKind
from pembina.domain.services.models import Complaint
from pembina.domain.services.operations.complaint_handling import (
    reply_to_complaint,
    take_over_complaint,
    triage_complaint,
)
from pembina.domain.services.queries.complaint_figures import (
    complaints_public,
    figures_by_element,
    figures_by_unit,
    figures_of,
    months_before,
    received_between,
)
from pembina.domain.services.queries.complaints import ComplaintNarrowing, complaints_reached_by, waiting_for


@pytest.fixture
def answered(send, joko):
    """Return a maker of answered complaints."""

    def make(after, **more):
        made = send(**more).complaint
        triage_complaint(complaint=made, triage=minor(element="waktu"), by=joko, at=NOON)
        taken = take_over_complaint(complaint=made, by=joko, at=NOON)
        later = NOON + timedelta(days=after)
        reply_to_complaint(complaint=taken, text="Sudah.", is_final=True, by=joko, at=later)
        return made

    return make


def test_the_share_counts_what_is_due_and_says_of_how_many(answered, send):
    for after in (1, 1, 2, 3):
        answered(after)
    late, waiting = send().complaint, send().complaint
    Complaint.objects.filter(pk=late.pk).update(due_on=TODAY - timedelta(days=1))
    send(kind=ComplaintKind.PRAISE)
    told = figures_of(Complaint.objects.all(), on=TODAY)
    assert waiting.is_open
    assert (told.received, told.praise, told.due, told.in_time, told.open, told.late) == (6, 1, 5, 3, 2, 1)
    assert told.share == 3 / 5
    assert told.median_days is None


def test_few_are_suppressed_everywhere(answered, office, permit):
    for _ in range(4):
        answered(1)
    told = complaints_public(of=office, months=12, on=TODAY)
    assert (told.suppressed, told.share, told.received, told.in_time) == (True, None, None, None)
    answered(1)
    told = complaints_public(of=office, months=12, on=TODAY)
    assert (told.suppressed, told.share, told.received, told.in_time, told.median_days) == (False, 1.0, 5, 5, 1.0)
    assert complaints_public(of=permit, months=12, on=TODAY).suppressed


def test_a_unit_includes_what_lies_below_it(send, government, health_centre):
    for _ in range(5):
        send(unit=health_centre)
    assert complaints_public(of=government, months=1, on=TODAY).received == 5


def test_groups(answered, send, office, health_centre):
    answered(1)
    send(unit=health_centre)
    assert [name for name, _ in figures_by_unit(Complaint.objects.all(), on=TODAY)] == [office.name, health_centre.name]
    assert [name for name, _ in figures_by_element(Complaint.objects.all(), on=TODAY)] == ["", "waktu"]


def test_months_and_days(complaint):
    assert months_before(TODAY, 1).isoformat() == "2026-11-01"
    assert months_before(TODAY, 12).isoformat() == "2025-12-01"
    assert received_between(Complaint.objects.all(), TODAY, TODAY).count() == 1
    assert received_between(Complaint.objects.all(), TODAY - timedelta(days=1), TODAY - timedelta(days=1)).count() == 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, 2), ({"kind": "praise"}, 1), ({"clock": "late"}, 1), ({"clock": "week"}, 0), ({"q": "ANTRE jam"}, 2),
        ({"q": "zebra"}, 0), ({"state": "closed"}, 0), ({"state": "all"}, 2), ({"mine": True}, 0),
        ({"element": "waktu"}, 0), ({"sort": "unit"}, 2), ({"sort": "-received"}, 2),
    ],
)  # fmt: skip
def test_a_queue_is_narrowed(send, joko, wanted, found):
    late = send().complaint
    send(kind=ComplaintKind.PRAISE)
    Complaint.objects.filter(pk=late.pk).update(due_on=TODAY - timedelta(days=1))
    queue = complaints_reached_by(joko, on=TODAY)
    assert ComplaintNarrowing(**wanted).narrow(queue, actor=joko, on=TODAY).count() == found
    assert waiting_for(joko, on=TODAY) == (2, 1)


def test_the_scope_is_that_of_the_role(send, joko, maya, sari, government, office, health_centre):
    send()
    send(unit=health_centre)
    assert complaints_reached_by(joko, on=TODAY).count() == 1
    assert complaints_reached_by(maya, on=TODAY).count() == 2
    assert complaints_reached_by(sari, on=TODAY).count() == 0
    narrowed = ComplaintNarrowing(unit=office).narrow(complaints_reached_by(maya, on=TODAY), actor=maya, on=TODAY)
    assert narrowed.count() == 2


def test_figures_are_one_query_however_many(send):
    for _ in range(7):
        send()
    with CaptureQueriesContext(connection) as captured:
        figures_by_unit(Complaint.objects.all(), on=TODAY)
    assert len(captured) == 1
