"""Letters go out by mail where a server is set, and nobody is put on record where there is none."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from domain.development.following import Following
from domain.development.telling import reachable
from pembina.cli.letters.sending import send_letters
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Notice
from pembina.domain.development.operations.batches import cancel_batch
from pembina.domain.development.operations.sessions import cancel_session
from training import Training


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def seat(training):
    made = training.enrol(reachable(training.person(), "tono@contoh.go.id"))
    made.seated_at = training.at - timedelta(days=60)
    made.save()
    return made


@pytest.fixture(autouse=True)
def server(settings):
    settings.EMAIL_HOST, settings.PEMBINA_PUBLIC_ADDRESS = "mail.contoh.go.id", "https://pembina.contoh.go.id"


def the_letter(at):
    """Return the only letter that goes out now, but for what a training asks for besides."""
    before = len(mail.outbox)
    send_letters(at=at)
    (sent,) = [each for each in mail.outbox[before:] if "Tindak lanjut" not in each.subject]
    return sent


def test_a_participant_gets_one_reminder(training, seat):
    training.session(begins=training.day(2))
    sent = the_letter(training.at)
    assert send_letters(at=training.at) == 0
    assert sent.to == ["tono@contoh.go.id"]
    assert sent.subject == "Pengingat sesi: Sesi 1"
    assert "09.00-12.00 WIB" in sent.body
    assert "Tempat: Aula" in sent.body
    assert f"https://pembina.contoh.go.id/belajar/angkatan/{training.batch.pk}/" in sent.body


def test_an_installation_that_does_not_know_its_address_names_the_page(training, seat, settings):
    settings.PEMBINA_PUBLIC_ADDRESS = ""
    training.session(begins=training.day(2))
    sent = the_letter(training.at)
    assert "halaman Belajar" in sent.body
    assert "http" not in sent.body


def test_without_a_server_nobody_is_put_on_record(training, seat, settings):
    settings.EMAIL_HOST = ""
    training.session(begins=training.day(2))
    assert send_letters(at=training.at) == 0
    assert not Notice.objects.exists()
    assert mail.outbox == []


def test_an_offer_says_until_when(training):
    training.batch.answer_days = 5
    training.batch.title = "Angkatan\n1"
    training.batch.save()
    training.enrol(reachable(training.person()), state=EnrolmentState.OFFERED)
    sent = the_letter(training.at)
    assert sent.subject == "Tawaran kursi: Angkatan 1"
    last = training.at.astimezone(training.batch.zone).date() + timedelta(days=5)
    assert f"paling lambat {last.day} " in sent.body


def test_a_seat_that_was_given_is_told(training):
    training.enrol(reachable(training.person()))
    assert the_letter(training.at).subject == "Anda mendapat kursi: Angkatan 1"


def test_what_was_called_off_is_told_with_the_reason(training, seat):
    session = training.session(begins=training.day(9))
    cancel_session(session=session, reason="Listrik padam", by=training.rina, at=training.at)
    assert "Alasannya: Listrik padam" in the_letter(training.at).body
    cancel_batch(batch=training.batch, reason="Anggaran dialihkan", by=training.rina, at=training.at)
    sent = the_letter(training.at)
    assert sent.subject == "Angkatan dibatalkan: Angkatan 1"
    assert "Anggaran dialihkan" in sent.body


def test_a_leader_reads_the_first_of_very_many_requests(training, budi):
    leader = reachable(training.person(budi))
    for _ in range(23):
        training.enrol(training.person(superior=leader), state=EnrolmentState.REQUESTED)
    sent = the_letter(training.at)
    assert sent.subject == "23 permintaan kursi menunggu persetujuan Anda"
    assert sent.body.count("diminta") == 20
    assert "- dan 3 lagi" in sent.body


def test_own_tasks_and_those_for_staff_stand_apart(training, sari, budi, dewi):
    following = Following(training, sari, budi, dewi)
    reachable(following.participant, "sari@contoh.go.id")
    reachable(following.head, "budi@contoh.go.id")
    # Sari's seat is new to her as well.
    assert send_letters(at=following.at) == 3
    by_address = {sent.to[0]: sent for sent in mail.outbox if "Tindak lanjut" in sent.subject}
    own, led = by_address["sari@contoh.go.id"].body, by_address["budi@contoh.go.id"].body
    assert "Untuk Anda:\n- Angkatan 1: susun rencana aksi\n" in own
    assert "Untuk staf Anda:" not in own
    assert f"{following.participant.titled_name}, Angkatan 1: nilai pengetahuan" in led
    assert "Untuk Anda:" not in led
