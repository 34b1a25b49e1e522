"""A leader rates on a page; a person reads nothing before delivery, and everything with its basis afterwards."""

from datetime import date

import pytest
from django.urls import reverse

from appraising import ABOVE, BELOW
from pembina.domain.performance.models import Appraisal, Feedback
from pembina.domain.performance.operations.delivery import deliver_appraisal
from web.appraisals.conftest import text_of

pytestmark = pytest.mark.django_db


def sent(appraisal, **other):
    told = {"results": "above", "results_reason": "Dua hari", "behaviour": "as_expected", "behaviour_reason": "",
            "advice": "Bagikan caranya", "version": appraisal.version}  # fmt: skip
    return told | other


def test_a_leader_sees_whom_to_rate_with_pattern_and_clock(appraising, as_user):
    appraising.made()
    page = text_of(as_user(appraising.user_of(appraising.budi)).get("/penilaian/staf/"))
    for words in ("Sari Wulandari", "Tono 1", "16 Oktober 2026", "Pola distribusi", "Kurva panduan", "Belum dinilai"):
        assert words in page
    assert "e-Kinerja BKN" in page


def test_rating_keeps_a_draft_and_signing_seals_it(appraising, as_user):
    appraising.made()
    one, client = appraising.of(appraising.sari), as_user(appraising.user_of(appraising.budi))
    page = text_of(client.get(reverse("appraisals:rate", args=[one.pk])))
    assert "tidak ada hasil kerja utama yang dibawah ekspektasi" in page
    assert "Berorientasi Pelayanan" in page
    client.post(reverse("appraisals:rate", args=[one.pk]), sent(one))
    draft = appraising.of(appraising.sari)
    assert (draft.predicate, draft.state) == ("good", "draft")
    client.post(reverse("appraisals:sign", args=[one.pk]), {"version": draft.version})
    page = text_of(client.get(reverse("appraisals:show", args=[one.pk])))
    for words in ("Kuadran kinerja", "hlm. 99-100", "Sidik isi", "D.1.1", "Sampaikan kepada pegawai"):
        assert words in page


def test_a_missing_reason_is_told_at_its_field(appraising, as_user):
    appraising.made()
    one, client = appraising.of(appraising.sari), as_user(appraising.user_of(appraising.budi))
    answer = client.post(reverse("appraisals:rate", args=[one.pk]), sent(one, results_reason=""))
    assert answer.status_code == 422
    assert "Alasan rating hasil kerja belum ditulis" in text_of(answer)


def test_the_second_browser_is_told(appraising, as_user):
    appraising.made()
    one, client = appraising.of(appraising.sari), as_user(appraising.user_of(appraising.budi))
    client.post(reverse("appraisals:rate", args=[one.pk]), sent(one))
    answer = client.post(reverse("appraisals:rate", args=[one.pk]), sent(one, results="as_expected"))
    assert answer.status_code == 422
    assert "sudah disimpan oleh Budi Santoso" in text_of(answer)


def test_the_person_reads_nothing_before_delivery(appraising, as_user):
    appraising.made()
    appraising.signed(appraising.sari, ABOVE)
    one, client = appraising.of(appraising.sari), as_user(appraising.sari_user)
    address = reverse("appraisals:show", args=[one.pk])
    for page in (text_of(client.get(address)), text_of(client.get("/penilaian/"))):
        assert "Sangat Baik" not in page
        assert "Izin selesai" not in page
    assert client.get(reverse("appraisals:document", args=[one.pk, 1])).status_code == 404
    deliver_appraisal(appraisal=one, by=appraising.user_of(appraising.budi), at=appraising.at)
    page = text_of(client.get(address))
    for words in ("Sangat Baik", "Izin selesai dalam 2 hari", "Bagikan caranya", "Saya sudah menerima"):
        assert words in page


def test_the_person_receives_and_returns(appraising, as_user):
    appraising.made()
    appraising.signed(appraising.sari, BELOW)
    one, client = appraising.of(appraising.sari), as_user(appraising.sari_user)
    deliver_appraisal(appraisal=one, by=appraising.user_of(appraising.budi), at=appraising.at)
    client.post(reverse("appraisals:step", args=[one.pk, "terima"]))
    page = text_of(client.get(reverse("appraisals:show", args=[one.pk])))
    assert "Ajukan keberatan" in page
    answer = client.post(reverse("appraisals:give_back", args=[one.pk]), {"signs": "no", "note": ""})
    assert answer.status_code == 422
    client.post(reverse("appraisals:give_back", args=[one.pk]), {"signs": "no", "note": "Tidak setuju"})
    assert Appraisal.objects.get(pk=one.pk).refused_note == "Tidak setuju"
    for kind in ("document", "result"):
        paper = client.get(reverse(f"appraisals:{kind}", args=[one.pk, 1]))
        assert paper["Content-Type"] == "application/pdf"


def test_an_auditor_reads_no_notes_and_leaves_a_trace(appraising, as_user):
    from pembina.domain.access.events import AuditEvent

    appraising.made()
    appraising.received(appraising.sari, ABOVE)
    one = appraising.of(appraising.sari)
    page = text_of(as_user(appraising.account("agus")).get(reverse("appraisals:show", args=[one.pk])))
    assert "Sangat Baik" in page
    assert "Izin selesai" not in page
    assert AuditEvent.objects.filter(operation="look_at_appraisal").count() == 1


def test_a_spread_outside_the_pattern_can_be_explained_on_its_page(appraising, as_user):
    period = appraising.made()
    for each in [appraising.sari, *appraising.staff[:2]]:
        appraising.rated(each, ABOVE)
    client = as_user(appraising.user_of(appraising.budi))
    assert "Tulis alasannya" in text_of(client.get("/penilaian/staf/"))
    client.post(reverse("appraisals:pattern_reason", args=[period.pk]), {"words": "Tim terpilih"})
    assert "Tim terpilih" in text_of(client.get("/penilaian/staf/"))


def test_the_rater_reads_what_was_said_and_the_hint_and_nothing_is_chosen(appraising, as_user):
    appraising.made()
    Feedback.objects.create(
        person=appraising.sari, author=appraising.budi, capacity="leader", tone="appreciation", situation="Loket",
        happened_on=date(2026, 8, 3), behaviour="Menjelaskan syarat", given_at=appraising.at,
    )  # fmt: skip
    one, client = appraising.of(appraising.sari), as_user(appraising.user_of(appraising.budi))
    page = text_of(client.get(reverse("appraisals:rate", args=[one.pk])))
    for words in ("Bahan pertimbangan", "1 apresiasi dan 0 lainnya", "Menjelaskan syarat", "Belum ada hasil kerja"):
        assert words in page
    assert "checked" not in page


def test_the_record_of_feedback_is_for_the_two_who_sign_it(appraising, as_user):
    appraising.made()
    one = appraising.of(appraising.sari)
    address = reverse("appraisals:feedback_record", args=[one.pk])
    for user in (appraising.sari_user, appraising.user_of(appraising.budi)):
        assert address in text_of(as_user(user).get(reverse("appraisals:show", args=[one.pk])))
        assert as_user(user).get(address).content.startswith(b"%PDF-")
    for user in (appraising.rina, appraising.user_of(appraising.head), appraising.user_of(appraising.dewi)):
        assert as_user(user).get(address).status_code == 404
