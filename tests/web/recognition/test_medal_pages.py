"""The list of candidates for medals, what human resources put down, and what a person reads of it."""

from datetime import date

import pytest

from pembina.domain.access.events import AuditEvent
from pembina.domain.career.models import HeldMedal, ServiceCheck
from web.recognition.conftest import text_of
from web.recognition.test_round_pages import page_of

pytestmark = pytest.mark.django_db
CHECK = {"checked_on": "2026-09-28", "discipline": "none", "leave": "no", "source": "Berkas", "note": ""}


def test_a_check_makes_a_candidate_who_reads_the_article(awarding, as_user):
    client, budi = as_user(awarding.rina), awarding.budi.pk
    assert "Belum diperiksa" in text_of(client.get(page_of("medals") + "?q=Budi"))
    assert client.post(page_of("medal_check", budi), CHECK | {"source": ""}).status_code == 422
    client.post(page_of("medal_check", budi), CHECK)
    page = text_of(client.get(page_of("medal_person", budi)))
    for words in ("Dapat diusulkan", "PP 35/2010", "Tidak ada hukuman disiplin", "Tidak pernah"):
        assert words in page
    assert AuditEvent.objects.filter(operation="look_at_service_record", concerns=awarding.budi.nip).exists()
    own = text_of(as_user(awarding.budi_user).get(page_of("own")))
    assert "Dapat diusulkan" in own
    assert "PP 35/2010" in own


def test_discipline_is_for_human_resources_alone(awarding, as_user):
    ServiceCheck.objects.create(
        person=awarding.sari, checked_on=date(2026, 1, 1), discipline="severe", source="SK", recorded_by=awarding.rina,
        recorded_at=awarding.at,
    )  # fmt: skip
    client = as_user(awarding.budi_user)
    for address in (page_of("medals"), page_of("medal_person", awarding.sari.pk)):
        assert client.get(address).status_code == 404
    award = awarding.opened()
    made = awarding.nominated(award)
    awarding.jury(award)
    mark = "Ada hukuman disiplin sedang atau berat"
    assert mark in text_of(as_user(awarding.rina).get(page_of("nominations", award.pk)))
    assert mark not in text_of(as_user(awarding.user_of(awarding.jurors[0])).get(page_of("nominations", award.pk)))
    assert mark not in text_of(as_user(awarding.budi_user).get(page_of("nomination", made.pk)))


def test_a_medal_is_put_down_and_taken_back(awarding, as_user):
    client, budi = as_user(awarding.rina), awarding.budi.pk
    told = {"medal": "ten", "awarded_on": "2014-08-17", "decree": "Keppres 5/2014"}
    assert client.post(page_of("medal_add", budi), told | {"awarded_on": "2009-01-01"}).status_code == 422
    client.post(page_of("medal_add", budi), told)
    assert "Keppres 5/2014" in text_of(as_user(awarding.budi_user).get(page_of("own")))
    held = HeldMedal.objects.get()
    client = as_user(awarding.rina)
    client.post(page_of("medal_take_back", held.pk), {"reason": "Salah orang"})
    assert "Salah orang" in text_of(client.get(page_of("medal_person", budi)))


def test_the_list_is_narrowed_paged_and_given_as_a_file(awarding, as_user, django_assert_max_num_queries):
    client = as_user(awarding.rina)
    page = text_of(client.get(page_of("medals") + "?unit=Inspektorat&sort=years&state=unknown"))
    assert "Juri Ani" in page
    assert "Sari Wulandari" not in page
    assert "Tidak ada yang cocok" in text_of(client.get(page_of("medals") + "?state=held"))
    assert client.get(page_of("medals") + "?medal=x&state=y&page=99").status_code == 200
    with django_assert_max_num_queries(20):
        client.get(page_of("medals"))
    content = client.post(page_of("export_medals"), {"q": "Budi"}).content.decode("utf-8-sig")
    assert awarding.budi.nip in content
    assert awarding.sari.nip not in content
    assert AuditEvent.objects.get(operation="export_medals").changes["records"][1] == "1"
