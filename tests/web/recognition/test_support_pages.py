"""A second nomination of the same becomes support, and the nominee decides whether the jury sees their effort."""

import pytest

from pembina.domain.access.events import AuditEvent
from pembina.domain.career.models import Nomination, NominationSupport
from pembina.domain.career.nomination_refusals import NotNomineeError, ShowingFixedError
from pembina.domain.career.operations.showing_effort import show_effort_to_jury
from web.recognition.conftest import text_of
from web.recognition.test_round_pages import page_of

pytestmark = pytest.mark.django_db
TOLD = {"reason": "Antreannya lebih pendek", "evidence": "Buku tamu loket", "link": ""}
EFFORT = "Proses dan upaya 2026"


@pytest.fixture
def made(awarding):
    award = awarding.opened()
    awarding.jury(award)
    return awarding.nominated(award)


def supported(awarding, as_user, made):
    address = page_of("support", made.award_id, awarding.sari.pk)
    return as_user(awarding.user_of(awarding.dewi)).post(address, TOLD)


def test_who_nominates_again_is_offered_to_support_and_not_told_by_whom(awarding, as_user, made):
    client = as_user(awarding.user_of(awarding.dewi))
    page = text_of(client.get(page_of("nominate", made.award_id, awarding.sari.pk), follow=True))
    assert "Sudah dinominasikan pada babak ini" in page
    assert awarding.budi.name not in page
    address = page_of("support", made.award_id, awarding.sari.pk)
    assert client.post(address, TOLD | {"reason": ""}).status_code == 422
    own = text_of(client.post(address, TOLD, follow=True))
    assert "Dukungan dari saya" in own
    assert awarding.budi.name not in own
    assert client.get(page_of("nomination", made.pk)).status_code == 404
    assert "sudah mendukung" in text_of(client.post(address, TOLD))


def test_the_jury_reads_all_reasons_and_the_nominator_no_name(awarding, as_user, made):
    supported(awarding, as_user, made)
    juror = text_of(as_user(awarding.user_of(awarding.jurors[0])).get(page_of("nomination", made.pk)))
    assert "Antreannya lebih pendek" in juror
    assert awarding.dewi.name in juror
    nominator = text_of(as_user(awarding.budi_user).get(page_of("nomination", made.pk)))
    assert "Antreannya lebih pendek" in nominator
    assert awarding.dewi.name not in nominator


def test_support_is_taken_back_by_who_gave_it_alone(awarding, as_user, made):
    supported(awarding, as_user, made)
    address = page_of("withdraw_support", NominationSupport.objects.get().pk)
    assert as_user(awarding.budi_user).get(address).status_code == 404
    as_user(awarding.user_of(awarding.dewi)).post(address)
    assert not NominationSupport.objects.exists()


def test_nobody_nominated_yet_is_nominated_and_not_supported(awarding, as_user, made):
    client = as_user(awarding.user_of(awarding.dewi))
    answer = client.get(page_of("support", made.award_id, awarding.budi.pk))
    assert answer.url == page_of("nominate", made.award_id, awarding.budi.pk)
    own = as_user(awarding.budi_user).get(page_of("support", made.award_id, awarding.sari.pk))
    assert own.url == page_of("nominate", made.award_id, awarding.sari.pk)


def test_effort_is_seen_by_the_nominee_and_human_resources_and_by_the_jury_with_consent(awarding, as_user, made):
    juror = awarding.user_of(awarding.jurors[0])

    def seen(user):
        return EFFORT in text_of(as_user(user).get(page_of("nomination", made.pk)))

    assert [seen(user) for user in (awarding.sari_user, awarding.rina, awarding.budi_user, juror)] == [
        True, True, False, False
    ]  # fmt: skip
    assert AuditEvent.objects.filter(operation="look_at_effort", concerns=awarding.sari.nip).count() == 1
    address = page_of("show_effort", made.pk)
    assert as_user(awarding.budi_user).get(address).status_code == 404
    assert "Ubah izin" in text_of(as_user(awarding.sari_user).get(page_of("own")))
    as_user(awarding.sari_user).post(address, {"shown": "on"})
    assert AuditEvent.objects.filter(operation="show_effort_to_jury").count() == 1
    assert [seen(user) for user in (juror, awarding.budi_user)] == [True, False]
    as_user(awarding.sari_user).post(address, {})
    assert not seen(juror)


def test_consent_is_the_nominees_and_fixed_once_the_jury_judges(awarding, made):
    told = {"nomination": made, "shown": True, "at": awarding.at}
    with pytest.raises(NotNomineeError):
        show_effort_to_jury(**told, by=awarding.budi_user)
    show_effort_to_jury(**told, by=awarding.sari_user)
    awarding.judging(made.award)
    with pytest.raises(ShowingFixedError):
        show_effort_to_jury(**told | {"shown": False}, by=awarding.sari_user)
    assert Nomination.objects.get().effort_shown_at is not None
