"""The holder prints and carries a certificate away; officers end it; others find nothing."""

import pytest
from django.urls import reverse

from domain.development.certifying import SIGNING
from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enums import CertificateState
from pembina.domain.development.models import Certificate
from pembina.domain.development.operations.certificates import revoke_certificate
from pembina.web.certificates import papers

pytestmark = pytest.mark.django_db


def of(certificate, name="show"):
    return reverse(f"certificates:{name}", args=[certificate.pk])


def test_the_holder_finds_it_and_prints_it(as_user, sari, certificate):
    client = as_user(sari)
    assert certificate.number in client.get(reverse("certificates:own")).content.decode()
    assert "Bagian 2" in client.get(of(certificate)).content.decode()
    answer = client.get(of(certificate, "paper"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert "sertifikat-00001-sert-" in answer["Content-Disposition"]


def test_what_is_printed_is_what_was_frozen(rf, certificate, monkeypatch):
    written = []
    monkeypatch.setattr(papers, "certificate_paper", written.append)
    certificate.enrolment.person.name = "Nama Lain"
    papers.paper_of(certificate, rf.get("/"))
    (sheet,) = written
    assert (sheet.number, sheet.name, sheet.hours) == (certificate.number, certificate.name, 12)
    assert [unit.hours for unit in sheet.units] == [4, 8]
    assert (sheet.signer_name, sheet.issued_in) == (SIGNING.name, SIGNING.place)
    assert sheet.address == f"http://testserver/sertifikat/periksa/{certificate.code}/"


def test_what_no_longer_holds_is_not_printed(as_user, sari, certificate, training):
    revoke_certificate(certificate=certificate, reason="Keliru", by=training.rina, at=training.at)
    client = as_user(sari)
    assert "Keliru" in client.get(of(certificate)).content.decode()
    assert client.get(of(certificate, "paper")).status_code == 404
    assert client.get(of(certificate, "badge")).status_code == 404


@pytest.mark.parametrize("page", ["show", "paper", "badge", "credential", "revoke", "reissue"])
def test_another_employee_finds_nothing(as_user, dewi, certificate, page):
    assert as_user(dewi).get(of(certificate, page)).status_code == 404


def test_whoever_looks_at_anothers_leaves_a_trace(as_user, rina, certificate):
    assert as_user(rina).get(of(certificate)).status_code == 200
    assert AuditEvent.objects.filter(operation="look_at_certificate", concerns=certificate.content["nip"]).exists()


def test_officers_revoke_with_a_reason(as_user, rina, certificate):
    client = as_user(rina)
    assert client.post(of(certificate, "revoke"), {"reason": ""}).status_code == 422
    assert client.post(of(certificate, "revoke"), {"reason": "Ijazah palsu"}).status_code == 302
    assert Certificate.objects.get(pk=certificate.pk).state == CertificateState.REVOKED
    assert client.get(of(certificate, "revoke")).status_code == 404


def test_officers_correct_the_name(as_user, rina, certificate, signing):
    client = as_user(rina)
    told = signing | {"reason": "Gelar", "name": certificate.name}
    assert client.post(of(certificate, "reissue"), told).status_code == 422
    answer = client.post(of(certificate, "reissue"), told | {"name": "Sari Wulandari, M.Si."})
    made = Certificate.objects.get(state=CertificateState.VALID)
    assert answer.url == of(made)
    assert "Buka sertifikat penggantinya" in client.get(of(certificate)).content.decode()


def test_the_holder_cannot_end_it(as_user, sari, certificate):
    assert as_user(sari).post(of(certificate, "revoke"), {"reason": "x"}).status_code == 404
    assert "Cabut" not in as_user(sari).get(of(certificate)).content.decode()


def test_a_first_visit_says_how_one_comes_to_a_certificate(as_user, dewi):
    assert "Belum ada sertifikat" in as_user(dewi).get(reverse("certificates:own")).content.decode()
