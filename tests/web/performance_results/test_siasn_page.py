"""The page of results for SIASN: own appraisals beside the record, narrowed, and where the two differ."""

import pytest
from django.urls import reverse

from appraising import Appraising
from pembina.domain.access.events import AuditEvent
from pembina.domain.development.models import SiasnIdentity
from pembina.domain.performance.models import PerformanceResult

pytestmark = pytest.mark.django_db
PERIOD = {"year": "2026", "cycle": "quarterly"}


@pytest.fixture
def appraising(person, monkeypatch):
    made = Appraising(person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.at)
    made.made()
    for number, each in enumerate((made.sari, *made.staff)):
        SiasnIdentity.objects.create(person=each, pns_id=f"{number:032x}")
    return made


def shown(client, **told):
    answer = client.get(reverse("performance_results:siasn"), PERIOD | told)
    assert answer.status_code == 200
    return answer.content.decode()


def test_own_appraisals_are_counted_and_the_open_ones_told(appraising, as_user):
    appraising.received(appraising.sari)
    client = as_user(appraising.rina)
    assert "Belum dinilai, atau belum ditandatangani penilai." in shown(client)
    ready = shown(client, show="ready", unit="Bidang Layanan")
    assert all(words in ready for words in ("Sari", "Evaluasi di sini", "Baik (hasil", "kosong: Jenjang"))
    assert "Sari" not in shown(client, show="ready", number="2")
    assert "Sari" not in shown(client, show="ready", unit="Dinas Pendidikan")


def test_a_difference_is_shown_with_both_and_sent_when_chosen(appraising, as_user):
    appraising.received(appraising.sari)
    PerformanceResult.objects.create(
        person=appraising.sari, year=2026, cycle="quarterly", first_month=7, last_month=9, results="below",
        behaviour="as_expected", predicate="needs_improvement", rater_nip=appraising.budi.nip, rater_name="Budi",
        rater_status="ASN", noted_by=appraising.rina, noted_at=appraising.at,
    )  # fmt: skip
    client = as_user(appraising.rina)
    text = shown(client, show="different")
    assert "Baik (hasil Sesuai ekspektasi" in text
    assert "Butuh Perbaikan (hasil Dibawah ekspektasi" in text
    for source, rows in (("", 0), ("own", 1), ("kept", 1)):
        told = client.post(
            reverse("performance_results:siasn_download"), PERIOD | {"form": "csv", "source": source}
        ).content.decode("utf-8-sig")
        assert len(told.splitlines()) - 1 == rows
    event = AuditEvent.objects.filter(operation="export_results_for_siasn").latest("pk")
    assert event.changes["appraisals"][1] == "8"


@pytest.mark.parametrize("told", [{"number": "12"}, {"number": "x"}, {"source": "y"}, {"show": "z"}, {"page": "-3"}])
def test_what_cannot_be_understood_narrows_nothing(appraising, as_user, told):
    assert "Belum dinilai" in shown(as_user(appraising.rina), **told)
