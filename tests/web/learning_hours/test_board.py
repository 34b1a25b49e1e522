"""Human resources see who is behind, decide on reports and correct; auditors read; others find nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enums import RecordState
from pembina.domain.development.models import LearningRecord

pytestmark = pytest.mark.django_db
READ = ["index", "people", "reports", "studies", "certifications", "siasn"]


def text(client, name, *arguments, **asked):
    return client.get(reverse(f"learning_hours:{name}", args=arguments), asked).content.decode()


@pytest.mark.parametrize("name", [*READ, "import", "import_template", "study_new", "certification_new"])
def test_for_an_employee_there_are_no_such_pages(as_user, sari, counted, name):
    assert as_user(sari).get(reverse(f"learning_hours:{name}")).status_code == 404


@pytest.mark.parametrize("name", READ)
def test_auditors_read(as_user, auditor, counted, name):
    assert as_user(auditor).get(reverse(f"learning_hours:{name}")).status_code == 200


def test_auditors_change_nothing(as_user, auditor, reported):
    client = as_user(auditor)
    assert client.post(reverse("learning_hours:verify", args=[reported.pk])).status_code == 404
    assert "Verifikasi" not in text(client, "reports")
    assert client.get(reverse("learning_hours:note", args=[reported.person_id])).status_code == 404


def test_the_units_lead_to_the_persons_who_are_behind(as_user, rina, counted, training):
    client = as_user(rina)
    page = text(client, "index")
    assert f"unit={training.office.code}&amp;standing=behind" in page
    listed = text(client, "people", unit=training.office.code, standing="behind")
    assert counted.person.name in listed
    assert counted.person.name not in text(client, "people", unit=training.office.code, standing="unknown")


def test_filters_that_make_no_sense_narrow_nothing(as_user, rina, counted):
    page = text(as_user(rina), "people", year="x", status="x", standing="x", unit="x", sort="x", page="x")
    assert counted.person.name in page


def test_the_list_leaves_as_a_workbook_and_that_is_on_record(as_user, rina, counted):
    answer = as_user(rina).post(reverse("learning_hours:export"), {"standing": "behind"})
    assert answer.content.startswith(b"PK")
    assert AuditEvent.objects.get(operation="export_learning").changes["filters"][1]


def test_a_report_is_verified_or_refused_with_the_reason(as_user, rina, reported):
    client = as_user(rina)
    assert reported.title in text(client, "reports")
    refuse = reverse("learning_hours:refuse", args=[reported.pk])
    assert client.post(refuse, {"reason": ""}).status_code == 422
    assert client.post(reverse("learning_hours:verify", args=[reported.pk])).status_code == 302
    assert LearningRecord.objects.get().state == RecordState.COUNTED
    assert client.post(refuse, {"reason": "Terlambat"}).status_code == 422
    assert "Tidak ada yang menunggu" in text(client, "reports")


def test_hours_are_noted_and_taken_out_again(as_user, rina, pupil, typed):
    client = as_user(rina)
    person = reverse("learning_hours:person", args=[pupil.pk])
    assert client.post(reverse("learning_hours:note", args=[pupil.pk]), typed | {"evidence": ""}).url == person
    row = LearningRecord.objects.get()
    assert "7 JP" in client.get(person).content.decode()
    assert client.post(reverse("learning_hours:take_out", args=[row.pk]), {"reason": "Salah orang"}).status_code == 302
    assert "Salah orang" in client.get(person).content.decode()
    assert AuditEvent.objects.filter(operation="look_at_learning", concerns=pupil.nip).count() == 1


def test_lists_ask_the_same_at_many_persons(as_user, rina, counted, training):
    client = as_user(rina)

    def queries():
        text(client, "people")
        with CaptureQueriesContext(connection) as asked:
            text(client, "people")
            text(client, "index")
        return len(asked)

    few = queries()
    for _ in range(30):
        training.person()
    assert queries() == few
