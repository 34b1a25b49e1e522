"""Feedback in an appraisal: the words of leaders, the number of others, frozen when the document is sealed."""

from datetime import date

import pytest

from appraising import ABOVE, AS_EXPECTED, Appraising, noon
from pembina.core.rules.appraisal_rating import Rating
from pembina.domain.performance.appraisal_content import matches_seal
from pembina.domain.performance.appraisal_feedback import MOST_IN_A_CELL, feedback_told
from pembina.domain.performance.feedback_enums import Tone
from pembina.domain.performance.models import Feedback, Goal, Indicator, PerformancePlan, Realisation
from pembina.domain.performance.operations.objections import decide_objection
from pembina.domain.performance.queries.rating_basis import rating_basis

pytestmark = pytest.mark.django_db


@pytest.fixture
def appraising(person):
    made = Appraising(person)
    made.made()
    return made


def said(appraising, *, capacity="leader", tone=Tone.APPRECIATION, on=date(2026, 8, 3), words="Ramah", **told):
    author = appraising.budi if capacity == "leader" else appraising.staff[0]
    return Feedback.objects.create(
        person=appraising.sari, author=author, capacity=capacity, tone=tone, happened_on=on, situation="Loket",
        behaviour=words, given_at=noon(on), **told,
    )  # fmt: skip


def planned(appraising, *, done):
    held = appraising.sari.assignments.get()
    plan = PerformancePlan.objects.create(
        person=appraising.sari, assignment=held, year=2026, form="a17", state="agreed", rater=appraising.budi,
        proposed_at=appraising.at, agreed_by=appraising.rina, agreed_at=appraising.at, made_by=appraising.rina,
        made_at=appraising.at, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31),
    )  # fmt: skip
    goal = Goal.objects.create(plan=plan, position=1, words="Izin lebih cepat")
    indicator = Indicator.objects.create(
        goal=goal, position=1, words="Waktu tunggu", target=3, unit="hari", direction="lower", aspects=["time"]
    )
    Goal.objects.create(plan=plan, position=2, words="Panduan loket", kind="additional")
    Realisation.objects.create(
        indicator=indicator,
        amount=done,
        until=date(2026, 9, 1),
        words="Buku loket",
        noted_by=appraising.rina,
        noted_at=appraising.at,
    )
    known = appraising.of(appraising.sari)
    known.plan = plan
    known.save()
    return goal


def test_words_of_the_leader_stand_where_they_belong_and_others_are_counted(appraising):
    goal = planned(appraising, done=2)
    said(appraising, words="Menjelaskan syarat", goal=goal, impact="Antrean pendek", next_step="Bagikan")
    said(appraising, words="Rahasia rekan", capacity="peer", goal=goal)
    said(appraising, words="Sabar", value="service", tone=Tone.TO_IMPROVE)
    said(appraising, words="Tepat waktu")
    said(appraising, words="Tahun lalu", on=date(2026, 6, 30))
    told = feedback_told(appraising.of(appraising.sari))
    first = "03-08-2026 (apresiasi): Menjelaskan syarat. Dampak: Antrean pendek. Langkah berikutnya: Bagikan."
    assert told["goals"] == [[first, "Dari rekan setingkat: 1 apresiasi."], []]
    assert told["values"] == {"service": ["03-08-2026 (perlu diperbaiki): Sabar."]}
    assert told["rest"] == ["03-08-2026 (apresiasi): Tepat waktu."]
    assert (told["positive"], told["other"]) == (3, 1)


def test_a_cell_holds_the_latest_and_says_how_many_more(appraising):
    for number in range(MOST_IN_A_CELL + 2):
        said(appraising, words=f"Catatan {number}")
    rest = feedback_told(appraising.of(appraising.sari))["rest"]
    assert (len(rest), rest[-1]) == (MOST_IN_A_CELL + 1, "dan 2 catatan pimpinan lainnya.")


def test_what_is_said_after_signing_changes_no_document_not_even_that_of_a_ruling(appraising):
    note = said(appraising, words="Sebelum segel")
    objection = appraising.objected(appraising.sari, heard=True)
    first = objection.appraisal.papers.get()
    said(appraising, words="Sesudah segel")
    Feedback.objects.filter(pk=note.pk).update(behaviour="Diganti")
    changed = decide_objection(
        objection=objection, ruling="changed", reason="Padam tiga hari", told=AS_EXPECTED,
        by=appraising.user_of(appraising.head), at=noon(date(2026, 10, 6)),
    )  # fmt: skip
    first.refresh_from_db()
    for paper in (first, changed):
        assert paper.content["feedback"]["rest"] == ["03-08-2026 (apresiasi): Sebelum segel."]
        assert matches_seal(paper)


def test_the_hint_rests_on_figures_and_tally_and_rates_nothing(appraising):
    planned(appraising, done=2)
    said(appraising)
    basis = rating_basis(appraising.of(appraising.sari), actor=appraising.user_of(appraising.budi), at=appraising.at)
    assert (basis.hint.rating, basis.tally.positive) == (Rating.ABOVE, 1)
    assert [goal.words for goal in basis.uncounted] == ["Panduan loket"]
    assert appraising.of(appraising.sari).results == ""


def test_without_figures_there_is_no_hint_and_a_stranger_reads_no_note(appraising):
    said(appraising)
    one = appraising.of(appraising.sari)
    assert rating_basis(one, actor=appraising.user_of(appraising.budi), at=appraising.at).hint is None
    assert len(rating_basis(one, actor=appraising.user_of(appraising.budi), at=appraising.at).notes) == 1
    assert rating_basis(one, actor=appraising.user_of(appraising.head), at=appraising.at).notes == ()


def test_signing_freezes_it(appraising):
    appraising.explained(appraising.of(appraising.sari).period)
    said(appraising)
    assert appraising.signed(appraising.sari, ABOVE).content["feedback"]["positive"] == 1
