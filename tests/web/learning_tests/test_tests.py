"""The bank, a test laid out and taken, its result, the reaction form and the summary of a batch."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pembina.domain.access.audit import events_on
from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus, BatchState, TestMoment
from pembina.domain.development.models import (
    Attendance,
    LearningTest,
    Question,
    Reaction,
    ReactionGiven,
    Session,
    TestAttempt,
    Trainer,
)
from pembina.domain.development.operations.learning_tests import TestPlan, plan_test
from pembina.domain.development.operations.questions import Asked, add_question
from pembina.domain.development.reaction_items import BATCH_ITEMS
from pembina.exchange.staff import staff_workbook
from pembina.exchange.tables import read_rows
from web.learning_tests.conftest import text_of

CHOICES = ("Lima hari", "Sepuluh hari", "Sebulan")


@pytest.fixture
def curriculum(training):
    return training.version.curriculum


@pytest.fixture
def questions(training, curriculum):
    told = {"by": training.rina, "at": training.at}
    return [
        add_question(curriculum=curriculum, asked=Asked(f"Berapa lama? {n}", CHOICES, 1, explanation="Pasal 9"), **told)
        for n in range(1, 4)
    ]


@pytest.fixture
def laid(training, questions):
    """Return a maker of tests that are open around now."""

    def make(moment=TestMoment.BEFORE, begins=-1, ends=1):
        plan = TestPlan(training.at + timedelta(hours=begins), training.at + timedelta(hours=ends), questions)
        return plan_test(batch=training.batch, moment=moment, plan=plan, by=training.rina, at=training.at)

    return make


def typed(**more):
    choices = {f"choice_{letter}": text for letter, text in zip("ABC", CHOICES, strict=True)}
    return {"topic": "Waktu", "text": "Kapan?", "right": "B", "explanation": "", **choices, **more}


def test_the_bank_is_kept(as_user, rina, curriculum):
    client, at = as_user(rina), f"/tes/bank/{curriculum.pk}/"
    assert "Tidak ada soal" in text_of(client.get(at))
    assert client.post(f"{at}baru/", typed()).url == at
    refused = client.post(f"{at}baru/", typed(right="F"))
    assert refused.status_code == 422
    assert "belum ditunjuk" in text_of(refused)
    question = Question.objects.get()
    assert question.choices.get(is_right=True).text == "Sepuluh hari"
    client.post(f"/tes/bank/butir/{question.pk}/", typed(text="Sejak kapan?"))
    assert "Sejak kapan?" in text_of(client.get(at))
    client.post(f"/tes/bank/butir/{question.pk}/hentikan/")
    assert "Sejak kapan?" not in text_of(client.get(at))
    assert "Sejak kapan?" in text_of(client.get(f"{at}?show=retired&q=kapan"))
    client.post(f"/tes/bank/butir/{question.pk}/pakai/")
    assert curriculum.title in text_of(client.get("/tes/bank/"))
    assert client.post(f"/tes/bank/butir/{question.pk}/x/").status_code == 404


def test_questions_go_out_as_a_workbook_and_come_in_again(as_user, rina, training, curriculum, questions):
    client, other = as_user(rina), training.curriculum("MW-9").curriculum
    assert client.get(f"/tes/bank/{curriculum.pk}/unduh/").status_code == 405
    content = client.post(f"/tes/bank/{curriculum.pk}/unduh/").content
    told = events_on(curriculum).get(operation="export_questions")
    assert (told.actor, told.changes) == (rina, {"questions": ["", "3"]})
    table = read_rows(content, name="soal.xlsx", max_rows=10)
    rows = [[cell or "" for cell in cells] for _number, cells in table.take(list(table.columns))]
    assert rows[0][1:5] == ["Berapa lama? 1", *CHOICES]
    rows.append(["", "Tanpa jawaban", "", "", "", "", "", "", "A", ""])
    rows.append(["", "Jawaban lain", "Ya", "Tidak", "", "", "", "", "E", ""])
    file = SimpleUploadedFile("soal.xlsx", staff_workbook(list(table.columns), rows, sheet="Soal"))
    shown = text_of(client.post(f"/tes/bank/{other.pk}/impor/", {"file": file}))
    assert "Kurang dari dua jawaban." in shown
    assert "Jawaban yang benar tidak dikenali." in shown
    assert not other.questions.exists()
    carried = re.search(r'name="carried" value="([^"]+)"', shown)[1]
    assert client.post(f"/tes/bank/{other.pk}/impor/terapkan/", {"carried": carried}).url == f"/tes/bank/{other.pk}/"
    assert [question.choices.get(is_right=True).text for question in other.questions.all()] == ["Sepuluh hari"] * 3
    client.post(f"/tes/bank/{curriculum.pk}/impor/terapkan/", {"carried": carried})
    assert curriculum.questions.count() == 3


def test_a_bank_is_closed_to_who_will_be_tested_from_it(as_user, rina, training, curriculum, questions):
    training.enrol(training.organiser())
    client = as_user(rina)
    for hidden in (f"{curriculum.pk}/", f"butir/{questions[0].pk}/"):
        assert client.get(f"/tes/bank/{hidden}").status_code == 404
    assert client.post(f"/tes/bank/{curriculum.pk}/unduh/").status_code == 404
    listed = text_of(client.get("/tes/bank/"))
    assert f"Tertutup selama Anda sendiri peserta angkatan yang belum selesai: {curriculum.title}." in listed
    address = f'href="/tes/bank/{curriculum.pk}/"'
    assert address not in listed
    assert address not in text_of(client.get(f"/tes/angkatan/{training.batch.pk}/susun/pre/"))
    training.batch.state = BatchState.FINISHED
    training.batch.save()
    listed = text_of(client.get("/tes/bank/"))
    assert address in listed
    assert "Tertutup selama" not in listed


def plan_said(training, **more):
    day = training.today
    return {
        "opens_on": day.isoformat(), "opens": "00:00", "closes_on": (day + timedelta(days=2)).isoformat(),
        "closes": "23:00", "way": "draw", "number": "2", **more,
    }  # fmt: skip


def test_a_test_is_laid_out_by_lot_then_the_same_for_the_other(as_user, rina, training, questions):
    client, at = as_user(rina), f"/tes/angkatan/{training.batch.pk}/susun/"
    assert client.post(f"{at}pre/", plan_said(training, number="4")).status_code == 422
    assert client.post(f"{at}pre/", plan_said(training, closes_on="2020-01-01")).status_code == 422
    assert client.post(f"{at}pre/", plan_said(training)).status_code == 302
    assert client.post(f"{at}post/", plan_said(training, way="same")).status_code == 302
    pre, post = (LearningTest.objects.get(moment=moment) for moment in ("pre", "post"))
    assert set(pre.questions.all()) == set(post.questions.all())
    assert len(pre.questions.all()) == 2
    assert "Biarkan soal yang sekarang" in text_of(client.get(f"{at}pre/"))
    assert client.get(f"{at}lain/").status_code == 404
    assert client.post(f"{at}post/", plan_said(training, way="choose", questions=[questions[0].pk])).status_code == 302
    assert list(post.questions.all()) == [questions[0]]


def test_a_participant_takes_a_test_and_reads_why_later(as_user, sari, training, seat, questions, laid):
    pre, post = laid(), laid(TestMoment.AFTER)
    client = as_user(sari)
    page = text_of(client.get(f"/tes/{pre.pk}/kerjakan/"))
    assert "Berapa lama? 1" in page
    assert "Pasal 9" not in page
    assert "Pre-test" in text_of(client.get("/tes/"))
    right = {f"q{each.pk}": each.choices.get(is_right=True).pk for each in questions[:2]}
    assert client.post(f"/tes/{pre.pk}/kerjakan/", right).status_code == 302
    shown = text_of(client.get(f"/tes/{pre.pk}/kerjakan/"))
    assert "66,67" in shown
    assert "Pasal 9" not in shown
    assert "Jawaban benar" not in shown
    LearningTest.objects.filter(pk=post.pk).update(closes_at=timezone.now() - timedelta(minutes=4))
    assert "Pasal 9" not in text_of(client.get(f"/tes/{pre.pk}/kerjakan/"))
    LearningTest.objects.filter(pk=post.pk).update(closes_at=timezone.now() - timedelta(minutes=6))
    explained = text_of(client.get(f"/tes/{pre.pk}/kerjakan/"))
    assert explained.count("Pasal 9") == 3
    assert "Tidak dijawab" in explained
    client.post(f"/tes/{pre.pk}/kerjakan/", {})
    assert str(TestAttempt.objects.get().score) == "66.67"


def test_a_test_that_is_closed_or_of_others_is_not_taken(as_user, sari, dewi, training, seat, laid):
    test = laid(begins=2, ends=3)
    client = as_user(sari)
    assert "Tes ini dibuka" in text_of(client.get(f"/tes/{test.pk}/kerjakan/"))
    assert client.post(f"/tes/{test.pk}/kerjakan/", {}).status_code == 422
    assert as_user(dewi).get(f"/tes/{test.pk}/kerjakan/").status_code == 404
    assert not TestAttempt.objects.exists()


def attend(training, session, seat):
    return Attendance.objects.create(
        session=session, enrolment=seat, status=AttendanceStatus.PRESENT, means=AttendanceMeans.LIST,
        received_at=training.at,
    )  # fmt: skip


def test_the_reaction_form_is_for_those_who_came(as_user, sari, dewi, training, session, seat):
    Trainer.objects.create(session=session, name="Dr. Wahyu")
    at = f"/tes/{training.batch.pk}/evaluasi/"
    client = as_user(sari)
    assert client.get(at).status_code == 404
    attend(training, session, seat)
    names = set(re.findall(r'type="radio" id="[^"]+" name="([^"]+)"', text_of(client.get(at))))
    assert len(names) == 8
    some = dict.fromkeys(list(names)[:3], "3") | {"remark": "Bagus sekali"}
    refused = client.post(at, some)
    assert refused.status_code == 422
    assert text_of(refused).count("Belum dijawab") == 5
    assert "Bagus sekali" in text_of(refused)
    assert client.post(at, dict.fromkeys(names, "3")).status_code == 302
    assert ReactionGiven.objects.count() == 1
    assert "Sudah diisi" in text_of(client.get(at))
    assert as_user(dewi).get(at).status_code == 404


def test_the_summary_says_what_is_missing(as_user, rina, sari, mitra, training, session, seat, questions, laid):
    laid()
    attend(training, session, seat)
    client = as_user(rina)
    page = text_of(client.get(f"/tes/angkatan/{training.batch.pk}/"))
    assert "0 dari 1 peserta yang hadir mengisi." in page
    assert "Belum ada yang mengikuti kedua tes" in page
    assert "Rata-rata dan saran tampil setelah evaluasi ditutup" in page
    for part in ("peserta/", "soal/"):
        assert client.get(f"/tes/angkatan/{training.batch.pk}/{part}").status_code == 200
    assert training.batch.title in text_of(client.get(f"/tes/program/{training.programme.pk}/"))
    partner = as_user(mitra)
    assert partner.get(f"/tes/angkatan/{training.batch.pk}/").status_code == 200
    for hidden in (
        f"angkatan/{training.batch.pk}/peserta/", f"angkatan/{training.batch.pk}/soal/",
        f"angkatan/{training.batch.pk}/susun/pre/", f"program/{training.programme.pk}/",
        f"bank/{training.version.curriculum_id}/", f"bank/butir/{questions[0].pk}/",
    ):  # fmt: skip
        assert partner.get(f"/tes/{hidden}").status_code == 404, hidden


def test_the_pages_of_results_cost_the_same_for_many(client, rina, training, session, laid):
    client.force_login(rina)
    laid()
    pages = [f"/tes/angkatan/{training.batch.pk}/{part}" for part in ("", "peserta/", "soal/", "nilai/")]
    pages.append(f"/tes/program/{training.programme.pk}/")
    counted = []
    for more in (10, 200):
        training.crowd(more)
        told = []
        for page in pages:
            client.get(page)
            with CaptureQueriesContext(connection) as captured:
                assert client.get(page).status_code == 200
            told.append(len(captured))
        counted.append(told)
    assert counted[0] == counted[1]


def score(training, pre, post, people):
    """Have so many new people take both tests, the one 40 and the other 70."""
    for seat in training.crowd(people):
        for test, reached in ((pre, 40), (post, 70)):
            TestAttempt.objects.create(test=test, enrolment=seat, score=reached, handed_in_at=training.at)


def test_the_gain_of_very_few_is_for_who_runs_the_batch(as_user, rina, mitra, budi, training, session, laid):
    training.programme.owner = training.person(budi)
    training.programme.save()
    training.batch.partner = training.partner()
    training.batch.save()
    at, whole = f"/tes/angkatan/{training.batch.pk}/", f"/tes/program/{training.programme.pk}/"
    pre, post = laid(), laid(TestMoment.AFTER)
    score(training, pre, post, 3)
    for user, page in ((mitra, at), (budi, at), (budi, whole)):
        told = text_of(as_user(user).get(page))
        assert "Kenaikan tampil mulai 4 peserta" in told
        assert "40,0" not in told
    assert all("40,0" in text_of(as_user(rina).get(page)) for page in (at, whole))
    score(training, pre, post, 1)
    assert all("40,0" in text_of(as_user(user).get(page)) for user, page in ((mitra, at), (budi, at), (budi, whole)))


def test_the_partner_of_one_session_reads_what_was_thought_of_it_alone(
    as_user, mitra, training, session, seat, questions, laid
):
    laid()
    long_ago = timezone.now() - timedelta(days=40)
    Session.objects.filter(pk=session.pk).update(starts_at=long_ago, ends_at=long_ago + timedelta(hours=3))
    foreign = training.session(begins=long_ago)
    answered = [(session, "", "session"), (foreign, "", "session"), (None, "", next(iter(BATCH_ITEMS)))]
    for held, trainer, item in (*answered, (session, "Dr. Wahyu", "mastery")):
        told = {"batch": training.batch, "session": held, "trainer": trainer, "item": item, "score": 3}
        Reaction.objects.bulk_create(Reaction(**told) for _ in range(4))
    ReactionGiven.objects.bulk_create(ReactionGiven(enrolment=each) for each in training.crowd(4))
    address = f"/tes/angkatan/{training.batch.pk}/"
    client = as_user(mitra)
    shown = client.get(address)
    assert {row.subject for row in shown.context["reactions"].of_sessions} == {session.title}
    assert not shown.context["reactions"].of_batch
    assert not shown.context["reactions"].of_trainers
    assert "Jenjang 2" not in text_of(shown)
    training.batch.partner = training.partner()
    training.batch.save()
    shown = client.get(address)
    assert {row.subject for row in shown.context["reactions"].of_sessions} == {session.title, foreign.title}
    assert shown.context["reactions"].of_trainers
    assert "Jenjang 2" in text_of(shown)
