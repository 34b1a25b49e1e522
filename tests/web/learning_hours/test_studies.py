"""Degree studies and certifications on their pages."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pembina.domain.development.enums import StudyState
from pembina.domain.development.models import DegreeStudy, ProfessionalCertification

pytestmark = pytest.mark.django_db


@pytest.fixture
def study_told(pupil):
    return {
        "person": pupil.pk, "level": "45", "subject": "Administrasi Publik", "institution": "Universitas X",
        "starts_on": "2024-09-01", "due_on": "2026-08-31",
    }  # fmt: skip


@pytest.fixture
def certification_told(pupil):
    soon = timezone.localdate() + timedelta(days=30)
    return {
        "person": pupil.pk, "title": "Ahli Pengadaan", "issuer": "LKPP", "number": "7", "issued_on": "2022-01-01",
        "valid_until": soon.isoformat(),
    }  # fmt: skip


def test_a_study_begins_is_prolonged_and_ends(as_user, rina, sari, pupil, study_told):
    client = as_user(rina)
    assert client.post(reverse("learning_hours:study_new"), study_told).status_code == 302
    again = client.post(reverse("learning_hours:study_new"), study_told)
    assert "sedang menempuh tugas belajar lain" in again.content.decode()
    study = DegreeStudy.objects.get()
    prolonged = {"due_on": "2027-02-28", "reason": "Penelitian"}
    client.post(reverse("learning_hours:study_prolong", args=[study.pk]), prolonged)
    done = {"state": "graduated", "ended_on": "2026-11-01", "grade": "3.60", "result": "Cum laude"}
    assert client.post(reverse("learning_hours:study_end", args=[study.pk]), done).status_code == 302
    study.refresh_from_db()
    assert (study.state, study.due_on.isoformat()) == (StudyState.GRADUATED, "2027-02-28")
    assert "IPK 3,60" in client.get(reverse("learning_hours:studies")).content.decode()
    assert "IPK 3,60" in as_user(sari).get(reverse("learning_hours:own")).content.decode()


@pytest.mark.parametrize(
    "change", [{"institution": ""}, {"due_on": "2020-01-01"}, {"person": "999999"}, {"level": "10"}, {"subject": ""}]
)
def test_a_study_that_cannot_be_is_refused(as_user, rina, study_told, change):
    answer = as_user(rina).post(reverse("learning_hours:study_new"), study_told | change)
    assert answer.status_code == 422
    assert not DegreeStudy.objects.exists()


def test_a_certification_is_reminded_of_and_renewed(as_user, rina, sari, certification_told):
    client = as_user(rina)
    client.post(reverse("learning_hours:certification_new"), certification_told)
    twice = client.post(reverse("learning_hours:certification_new"), certification_told)
    assert "sudah tercatat" in twice.content.decode()
    assert "Berakhir 30 hari lagi." in client.get(reverse("learning_hours:certifications")).content.decode()
    old = ProfessionalCertification.objects.get()
    renewal = certification_told | {"number": "8", "valid_until": "2035-01-01"}
    assert client.post(reverse("learning_hours:certification_renew", args=[old.pk]), renewal).status_code == 302
    assert client.get(reverse("learning_hours:certification_renew", args=[old.pk])).status_code == 404
    assert "Sudah diperpanjang" in as_user(sari).get(reverse("learning_hours:own")).content.decode()


@pytest.mark.parametrize(("show", "found"), [("soon", True), ("ended", False), ("current", True), ("x", True)])
def test_certifications_are_narrowed(as_user, rina, certification_told, show, found):
    client = as_user(rina)
    client.post(reverse("learning_hours:certification_new"), certification_told)
    page = client.get(reverse("learning_hours:certifications"), {"show": show}).content.decode()
    assert ("Ahli Pengadaan" in page) is found
