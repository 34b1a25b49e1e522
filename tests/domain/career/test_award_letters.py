"""Letters about awards: one to whom it concerns, on commit, and nothing confidential in any of them."""

import pytest
from django.core import mail

from pembina.domain.career.operations.supports import SupportTold, support_nomination
from pembina.domain.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def letters(awarding, settings, django_capture_on_commit_callbacks):
    """Return a function that does something and returns who was written to."""
    settings.EMAIL_HOST, settings.PEMBINA_PUBLIC_ADDRESS = "mail.example", "https://pembina.example"
    for one in Person.objects.all():
        Person.objects.filter(pk=one.pk).update(email=f"{one.nip}@example.go.id")

    def sent(act):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
            assert mail.outbox == []
        return sorted(message.to[0].partition("@")[0] for message in mail.outbox)

    return sent


def words():
    return "\n".join(f"{message.subject}\n{message.body}" for message in mail.outbox)


def test_the_nominee_hears_that_somebody_nominated_and_may_decline(awarding, letters):
    award = awarding.opened()
    assert letters(lambda: awarding.nominated(award)) == [awarding.sari.nip]
    assert "boleh menolak" in words()
    assert "https://pembina.example/penghargaan/saya/" in words()
    for secret in ("Budi", award.title, "Laporan bulanan", "Alasan Perbaikan"):
        assert secret not in words()


def test_nobody_writes_to_oneself(awarding, letters):
    award = awarding.opened()
    assert letters(lambda: awarding.nominated(award, by=awarding.sari_user)) == []


def test_jurors_who_have_something_to_judge_and_those_concerned_by_a_decision_hear(awarding, letters):
    award = awarding.opened()
    made = awarding.nominated(award)
    told = SupportTold("Benar", "Dilihat")
    support_nomination(nomination=made, told=told, by=awarding.user_of(awarding.dewi), at=awarding.at)
    awarding.jury(award, *awarding.jurors, awarding.budi)
    assert letters(lambda: awarding.judging(award)) == sorted(one.nip for one in awarding.jurors)
    assert "Sari" not in words()
    award.refresh_from_db()
    made.refresh_from_db()
    awarding.all_scored(made, guard="Jelas")
    concerned = sorted([awarding.sari.nip, awarding.budi.nip, awarding.dewi.nip])
    assert letters(lambda: awarding.decided(award, made)) == concerned
    for secret in (award.title, "Karena", "menang"):
        assert secret not in words()


def test_without_a_mail_server_nothing_waits(awarding, letters, settings):
    settings.EMAIL_HOST = ""
    award = awarding.opened()
    assert letters(lambda: awarding.nominated(award)) == []
