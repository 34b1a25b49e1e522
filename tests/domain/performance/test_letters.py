"""Letters about performance: one to whom it concerns, on commit, and nothing confidential in any of them."""

from datetime import date
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail

from appraising import BELOW, Appraising, noon
from pembina.domain.people.models import Person
from pembina.domain.performance.letters import Occasion, tell
from pembina.domain.performance.operations.closing import close_appraisals
from pembina.domain.performance.operations.delivery import deliver_appraisal
from pembina.domain.performance.operations.feedback import ask_for_feedback
from pembina.domain.performance.operations.objections import decide_objection
from pembina.domain.performance.operations.pulse import RoundWish, begin_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def appraising(person, settings):
    settings.EMAIL_HOST, settings.PEMBINA_PUBLIC_ADDRESS = "mail.example", "https://pembina.example"
    made = Appraising(person)
    for one in Person.objects.all():
        Person.objects.filter(pk=one.pk).update(email=f"{one.nip}@example.go.id")
    return made


def sent_to():
    return sorted(message.to[0].partition("@")[0] for message in mail.outbox)


def words():
    return "\n".join(f"{message.subject}\n{message.body}" for message in mail.outbox)


def test_a_delivered_document_is_told_with_its_clock_and_no_rating(appraising, django_capture_on_commit_callbacks):
    appraising.made()
    appraising.signed(appraising.sari, BELOW)
    with django_capture_on_commit_callbacks(execute=True):
        one = appraising.of(appraising.sari)
        deliver_appraisal(appraisal=one, by=appraising.user_of(appraising.budi), at=appraising.at)
        assert mail.outbox == []
    assert sent_to() == [appraising.sari.nip]
    assert "14 hari kerja" in words()
    assert "https://pembina.example/penilaian/" in words()
    for secret in ("Dibawah", "Butuh Perbaikan", "Tiga berkas", "Budi"):
        assert secret not in words()


def test_closing_a_period_tells_each_person_once(appraising, django_capture_on_commit_callbacks):
    period = appraising.made()
    appraising.explained(period)
    for person in (appraising.sari, appraising.staff[0]):
        appraising.signed(person)
    with django_capture_on_commit_callbacks(execute=True):
        close_appraisals(period=period, by=appraising.rina, at=noon(date(2026, 10, 20)))
    assert sent_to() == sorted([appraising.sari.nip, appraising.staff[0].nip])


def test_an_objection_is_told_to_both_who_hear_it_and_its_end_to_both_sides(
    appraising, django_capture_on_commit_callbacks
):
    appraising.made()
    with django_capture_on_commit_callbacks(execute=True):
        objection = appraising.objected(appraising.sari, heard=True)
    assert sent_to() == sorted([appraising.sari.nip, appraising.budi.nip, appraising.head.nip])
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        head = appraising.user_of(appraising.head)
        decide_objection(
            objection=objection, ruling="confirmed", reason="Tetap", told=None, by=head, at=noon(date(2026, 10, 6))
        )
    assert sent_to() == sorted([appraising.sari.nip, appraising.budi.nip])
    assert "Tetap" not in words()
    assert "padam" not in words()


def test_a_request_for_feedback_does_not_say_about_what_or_of_whom(appraising, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        ask_for_feedback(asked=appraising.budi, matter="Rahasia rapat", by=appraising.sari_user, at=appraising.at)
    assert sent_to() == [appraising.budi.nip]
    assert "Rahasia" not in words()
    assert "Sari" not in words()


def test_a_pulse_invites_everybody_once_whether_or_not_they_have_answered(
    appraising, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        wish = RoundWish("Denyut", ["Adil"], date(2026, 9, 28), date(2026, 10, 9), [appraising.root])
        made = begin_round(wish=wish, by=appraising.rina, at=appraising.at)
    invited = set(made.invitations.values_list("rater__nip", flat=True))
    assert sent_to() == sorted(invited)
    assert "9 Oktober 2026" in words()


def test_without_a_server_or_an_address_nothing_waits(appraising, settings, django_capture_on_commit_callbacks):
    Person.objects.filter(pk=appraising.sari.pk).update(email="")
    with django_capture_on_commit_callbacks(execute=True) as waiting:
        tell(Occasion.PLAN_AGREED, [appraising.sari.pk])
        settings.EMAIL_HOST = ""
        tell(Occasion.PLAN_AGREED, [appraising.budi.pk])
    assert (len(waiting), mail.outbox) == (1, [])


def test_an_address_that_is_refused_keeps_nobody_from_theirs(
    appraising, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    send = mail.EmailMessage.send

    def refuse(message, *args, **told):
        if message.to == [f"{appraising.sari.nip}@example.go.id"]:
            raise SMTPRecipientsRefused({})
        return send(message, *args, **told)

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        tell(Occasion.PLAN_RETURNED, [appraising.sari.pk, appraising.budi.pk, None, appraising.budi.pk])
    assert sent_to() == [appraising.budi.nip]
    assert "could not be sent" in caplog.text
