"""From choosing a colleague to a decision that Sari reads, through the pages."""

import pytest
from django.urls import reverse

from pembina.domain.access.events import AuditEvent
from pembina.domain.career.models import AwardWinner, JurySheet, Nomination
from web.recognition.conftest import text_of
from web.recognition.test_round_pages import page_of

pytestmark = pytest.mark.django_db


def said(award, service=None, **other):
    told = {f"reason_{one.pk}": f"Alasan {one.name}" for one in award.criteria.all()}
    cited = {
        "service": service.pk, "figure": "median_time", "before_first": "2026-05", "before_last": "2026-05",
        "after_first": "2026-08", "after_last": "2026-08",
    } if service else {}  # fmt: skip
    return told | {"evidence": "Laporan"} | cited | other


def scores(award, points="4"):
    told = {}
    for one in award.criteria.all():
        told[f"score_{one.pk}"] = "yes" if one.is_condition else points
        told[f"reason_{one.pk}"] = "Jelas"
    return told | {"guard_reason": "Dokumen lengkap"}


def test_budi_nominates_sari_citing_a_figure(awarding, as_user):
    award, service = awarding.opened(), awarding.service()
    client = as_user(awarding.budi_user)
    found = client.post(page_of("choose", award.pk), {"person_q": "sari", "search": "person"})
    assert "Sari Wulandari · Pranata" in text_of(found)
    answer = client.post(page_of("choose", award.pk), {"person": awarding.sari.pk})
    assert answer.url == page_of("nominate", award.pk, awarding.sari.pk)
    assert client.post(answer.url, said(award, service, evidence="")).status_code == 422
    assert "lebih awal" in text_of(client.post(answer.url, said(award, service, before_last="2026-08")))
    assert client.post(answer.url, said(award, service)).status_code == 302
    page = text_of(client.get(page_of("nomination", Nomination.objects.get().pk)))
    for words in (
        "Tidak ada layanan lain",
        "tidak membuktikan",
        "4 hari kerja",
        "1 hari kerja",
        "Dibaca dan dibekukan 28 September 2026",
        "Mutu tidak diketahui",
    ):
        assert words in page
    assert "sudah dinominasikan" in text_of(client.post(answer.url, said(award)))


def test_sari_reads_it_asks_for_a_correction_and_declines(awarding, as_user):
    made = awarding.nominated(awarding.opened())
    client = as_user(awarding.sari_user)
    assert "Nominasi penghargaan tentang Anda" in text_of(client.get("/"))
    own = text_of(client.get(page_of("own")))
    assert "Tolak" in own
    assert "Belum diperiksa" in own
    assert client.get(page_of("correct", made.pk)).status_code == 404
    client.post(page_of("ask_for_correction", made.pk), {"words": "Bulannya keliru"})
    client = as_user(awarding.budi_user)
    assert "Bulannya keliru" in text_of(client.get(page_of("correct", made.pk)))
    client.post(page_of("correct", made.pk), said(made.award, evidence="Surat"))
    client = as_user(awarding.sari_user)
    client.post(page_of("decline", made.pk), {"reason": ""})
    assert "Ditolak yang dinominasikan" in text_of(client.get(page_of("nomination", made.pk)))


def test_nobody_else_reads_a_nomination_and_human_resources_leave_a_trace(awarding, as_user):
    made = awarding.nominated(awarding.opened())
    for person in (awarding.dewi, awarding.staff[0], awarding.head):
        assert as_user(awarding.user_of(person)).get(page_of("nomination", made.pk)).status_code == 404
    assert as_user(awarding.rina).get(page_of("nomination", made.pk)).status_code == 200
    event = AuditEvent.objects.get(operation="look_at_nomination")
    assert event.concerns == awarding.sari.nip


def test_a_juror_who_is_barred_sees_why_and_judges_the_others(awarding, as_user, later):
    award = awarding.opened()
    mine, other = awarding.nominated(award), awarding.nominated(award, awarding.dewi)
    awarding.jury(award, *awarding.jurors, awarding.head, awarding.budi)
    awarding.judging(award)
    later()
    client = as_user(awarding.budi_user)
    page = text_of(client.get(page_of("nominations", award.pk)))
    assert "Terhalang" in page
    assert "Juri ini yang mengusulkan nominasinya" in page
    assert client.get(page_of("judge", mine.pk)).status_code == 404
    assert client.post(page_of("judge", mine.pk), scores(award)).status_code == 404
    client = as_user(awarding.user_of(awarding.head))
    assert client.post(page_of("judge", other.pk), scores(award) | {"guard_reason": ""}).status_code == 422
    assert client.post(page_of("judge", other.pk), scores(award)).status_code == 302
    client.post(page_of("relation", other.pk), {"words": "Ipar saya"})
    assert client.get(page_of("judge", other.pk)).status_code == 404
    assert JurySheet.objects.count() == 1


def test_jurors_see_the_scores_of_others_only_when_all_have_judged(awarding, as_user, later):
    award = awarding.opened()
    made = awarding.nominated(award)
    awarding.judging(award)
    later()
    first, *others = awarding.jurors
    awarding.scored(made, others[0], guard="Dokumen")
    client = as_user(awarding.user_of(first))
    assert str(others[0]) not in text_of(client.get(page_of("nomination", made.pk)))
    assert "Urutan" not in text_of(client.get(page_of("nominations", award.pk)))
    for juror in (first, others[1]):
        awarding.scored(made, juror, guard="Dokumen")
    assert str(others[0]) in text_of(client.get(page_of("nomination", made.pk)))
    assert "Urutan 1, nilai 4,00" in text_of(client.get(page_of("nominations", award.pk)))


def test_rina_decides_after_a_look_and_sari_reads_the_reason(awarding, as_user, later):
    award = awarding.opened()
    made = awarding.nominated(award)
    awarding.judging(award)
    awarding.all_scored(made, guard="Dokumen")
    later()
    client, told = as_user(awarding.rina), {f"win_{made.pk}": "on", f"reason_{made.pk}": "Hubungi 081234567890"}
    assert "nomor atau alamat pribadi" in text_of(client.post(page_of("decide", award.pk), told))
    told[f"reason_{made.pk}"] = "Waktu tunggu turun tanpa mengorbankan mutu"
    assert "Periksa dahulu" in text_of(client.post(page_of("decide", award.pk), told))
    assert not AwardWinner.objects.exists()
    client.post(page_of("decide", award.pk), told | {"confirmed": "1"})
    for user in (awarding.sari_user, awarding.user_of(awarding.dewi)):
        page = text_of(as_user(user).get(page_of("show", award.pk)))
        assert "Waktu tunggu turun tanpa mengorbankan mutu" in page
        assert awarding.sari.nip not in page


def test_the_file_for_siasn_has_what_was_decided(awarding, as_user, later):
    award = awarding.opened(national_code=306)
    made = awarding.nominated(award)
    awarding.judging(award)
    awarding.all_scored(made, guard="Dokumen")
    awarding.decided(award, made, decree_number="SK 1/2026", decree_date=awarding.judged.date())
    later()
    content = as_user(awarding.rina).post(reverse("recognition:export")).content.decode("utf-8-sig")
    assert f"{awarding.sari.nip};306;SK 1/2026;12-10-2026;2026" in content
    assert as_user(awarding.sari_user).post(reverse("recognition:export")).status_code == 404
