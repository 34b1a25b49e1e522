"""Pages of counselling: reported, taken over, noted and closed; words only to who may read them."""

from datetime import date

import pytest
from django.urls import reverse

from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import RoleGrant
from pembina.domain.access.roles import COUNSELLOR
from pembina.domain.performance.models import CounsellingReport

pytestmark = pytest.mark.django_db


def told(client, report):
    return client.get(reverse("counselling:show", args=[report.pk])).content.decode()


def test_from_a_report_to_its_end(speaking, sari, budi, rina, dewi, visit):
    client = visit(budi)
    address = reverse("counselling:report", args=[speaking.sari.pk])
    assert address in client.get(reverse("counselling:people")).content.decode()
    assert client.post(address, {"problem": "Berkas tertunda"}).status_code == 422
    client.post(address, {"problem": "Berkas tertunda", "tried": "Coaching"})
    report = CounsellingReport.objects.get()
    assert "Berkas tertunda" in told(client, report)
    RoleGrant.objects.create(user=dewi, role_code=COUNSELLOR.code, starts_on=date(2020, 1, 1))
    client = visit(dewi)
    assert "Laporan konseling untuk diterima" in client.get("/").content.decode()
    client.post(reverse("counselling:take", args=[report.pk]))
    client.post(reverse("counselling:note", args=[report.pk]), {"words": "Pembicaraan pertama"})
    assert "Pembicaraan pertama" in told(client, report)
    assert "Berkas tertunda" not in told(visit(budi), report)
    page = told(visit(sari), report)
    assert "Berkas tertunda" in page
    assert "Pembicaraan pertama" not in page
    assert visit(rina).get(reverse("counselling:show", args=[report.pk])).status_code == 404
    visit(dewi).post(reverse("counselling:close", args=[report.pk]))
    report.refresh_from_db()
    assert report.closed_at is not None


def test_the_person_finds_the_way_and_others_find_nothing(speaking, sari, visit):
    client = visit(sari)
    assert reverse("counselling:index") in client.get(reverse("guidance:index")).content.decode()
    assert "Tidak ada laporan" in client.get(reverse("counselling:index")).content.decode()
    assert client.get(reverse("counselling:people")).status_code == 404


def test_the_form_is_given_to_readers_of_its_words_and_every_one_is_written_down(
    speaking, sari, budi, rina, dewi, visit
):
    visit(budi).post(
        reverse("counselling:report", args=[speaking.sari.pk]), {"problem": "Berkas tertunda", "tried": "Coaching"}
    )
    report = CounsellingReport.objects.get()
    address = reverse("counselling:paper", args=[report.pk])
    RoleGrant.objects.create(user=dewi, role_code=COUNSELLOR.code, starts_on=date(2020, 1, 1))
    for user in (budi, sari, dewi):
        assert visit(user).get(address).content.startswith(b"%PDF-")
    assert AuditEvent.objects.filter(operation="take_counselling_paper").count() == 3
    assert visit(rina).get(address).status_code == 404
    visit(dewi).post(reverse("counselling:take", args=[report.pk]))
    assert visit(budi).get(address).status_code == 404
    assert AuditEvent.objects.filter(operation="take_counselling_paper").count() == 3
