"""An answer becomes public in words of the office, without what leads to whoever wrote, and is withdrawn again."""

from datetime import timedelta

import pytest

from domain.services.complaints.conftest import NOON
from pembina.domain.access.audit import events_on
from pembina.domain.services.complaint_refusals import (
    NotEndedToPublishError,
    NothingSaidError,
    NotPublishedError,
    NotPublisherError,
    PersonalTracesError,
    PublishedAlreadyError,
)
from pembina.domain.services.models import Complaint
from pembina.domain.services.operations.complaint_handling import decline_complaint, reply_to_complaint
from pembina.domain.services.operations.complaint_publications import Wording, publish_answer, withdraw_answer
from pembina.domain.services.operations.complaints import reopen_complaint
from pembina.domain.services.queries.published_answers import answers_about, answers_with, published_answers

WORDING = Wording("Antrean di loket lama.", "Loket ketiga dibuka pukul 08.00-12.00.")
LATER = NOON + timedelta(days=1)


@pytest.fixture
def answered(in_progress, joko):
    """A complaint with a contact that Joko has answered."""
    reply_to_complaint(complaint=in_progress, text="Sudah.", is_final=True, by=joko, at=NOON)
    return Complaint.objects.get(pk=in_progress.pk)


def publish(complaint, by, wording=WORDING, at=NOON):
    return publish_answer(complaint=complaint, wording=wording, by=by, at=at)


def test_what_is_published_is_public_and_on_record(answered, joko):
    made = publish(answered, joko)
    assert list(published_answers()) == [made]
    event = events_on(answered).first()
    assert (event.operation, event.actor) == ("publish_answer", joko)
    with pytest.raises(PublishedAlreadyError):
        publish(answered, joko)


def test_withdrawn_with_a_reason_it_is_gone_and_can_be_published_anew(answered, joko, maya):
    publish(answered, joko)
    with pytest.raises(NothingSaidError):
        withdraw_answer(complaint=answered, reason=" ", by=maya, at=LATER)
    withdraw_answer(complaint=answered, reason="Salah ketik", by=maya, at=LATER)
    assert not published_answers().exists()
    assert events_on(answered).first().operation == "withdraw_answer"
    with pytest.raises(NotPublishedError):
        withdraw_answer(complaint=answered, reason="Lagi", by=joko, at=LATER)
    assert publish(answered, joko, at=LATER) in published_answers()


def test_only_what_has_ended_is_published_and_only_by_its_officer(in_progress, joko, maya):
    with pytest.raises(NotEndedToPublishError):
        publish(in_progress, joko)
    decline_complaint(complaint=in_progress, reason="Wewenang provinsi.", by=joko, at=NOON)
    with pytest.raises(NotPublisherError):
        publish(in_progress, maya)
    assert publish(in_progress, joko)


@pytest.mark.parametrize("part", ["question", "answer"])
@pytest.mark.parametrize("trace", ["081234567890", "warga@contoh.id", "3201010180000001", "TONO", "0812"])
def test_what_leads_to_whoever_wrote_is_refused_by_name(answered, joko, part, trace):
    texts = {"question": "Antre", "answer": "Dibuka."}
    with pytest.raises(PersonalTracesError) as refused:
        publish(answered, joko, Wording(**texts | {part: f"Hubungi {trace} saja."}))
    assert [found.casefold() for found in refused.value.traces] == [trace.casefold()]
    assert trace.casefold() in refused.value.message.id.casefold()
    assert not published_answers().exists()


def test_the_number_of_the_complaint_leads_to_it(answered, joko):
    with pytest.raises(PersonalTracesError):
        publish(answered, joko, Wording(f"Pengaduan {answered.number.lower()}", "Dijawab."))


@pytest.mark.parametrize("wording", [Wording(" ", "Ya"), Wording("Ya", "\n")])
def test_nothing_is_not_published(answered, joko, wording):
    with pytest.raises(NothingSaidError):
        publish(answered, joko, wording)


def test_an_answer_that_was_contradicted_is_hidden_until_published_anew(answered, joko):
    old = publish(answered, joko)
    reopen_complaint(complaint=answered, reason="Belum", at=LATER)
    assert not published_answers().exists()
    reply_to_complaint(complaint=answered, text="Kini.", is_final=True, by=joko, at=LATER)
    assert old not in published_answers()
    withdraw_answer(complaint=answered, reason="Usang", by=joko, at=LATER)
    assert publish(answered, joko, at=LATER + timedelta(hours=1)) in published_answers()


def test_they_are_found_by_words_and_by_units_above(answered, joko, government, health_centre):
    made = publish(answered, joko)
    assert list(answers_with(published_answers(), "KETIGA antrean")) == [made]
    assert not answers_with(published_answers(), "toilet").exists()
    assert list(answers_about(published_answers(), unit=government)) == [made]
    assert not answers_about(published_answers(), unit=health_centre).exists()
