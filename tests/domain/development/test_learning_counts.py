"""Units count by the equivalent of their day, the government's own where it has one, and a year takes only so many."""

import threading
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pembina.domain.development.enums import CountedFrom, RecordState
from pembina.domain.development.hours_refusals import (
    HoursOutsideError,
    HowManyWaysError,
    UnitsUnusableError,
    YearFullError,
)
from pembina.domain.development.learning_counts import Learning
from pembina.domain.development.learning_plan import Earlier, LearningPlan
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.operations.learning_imports import import_learning
from pembina.domain.development.operations.learning_records import (
    note_learning,
    refuse_learning,
    report_learning,
    verify_learning,
)
from pembina.domain.development.operations.own_forms import OwnFormTold, set_own_form

pytestmark = pytest.mark.django_db
COACHING = Learning(
    form=14, title="Coaching triwulan I", organiser="Dinas", first_day=date(2026, 3, 2), last_day=date(2026, 3, 20),
    units=Decimal(3), evidence="https://contoh.go.id/surat.pdf",
)  # fmt: skip
OWN = OwnFormTold(
    14, date(2026, 3, 10), "Perbup 7/2026", jp_per_unit=Decimal("1.5"), unit="meeting", max_per_activity=Decimal(6),
    max_per_year=Decimal(8),
)  # fmt: skip


@pytest.fixture
def holder(training, sari):
    return training.person(sari)


@pytest.fixture
def own(training):
    return set_own_form(told=OWN, by=training.rina, at=training.at)


@pytest.fixture
def note(training, holder):
    def noted(**changes):
        learning = replace(COACHING, **changes)
        return note_learning(person=holder, learning=learning, by=training.rina, at=training.at)

    return noted


def test_units_count_by_the_table_which_says_how_sure_it_is(note):
    made = note()
    assert (made.hours, made.counted_from) == (6, CountedFrom.EQUIVALENT)
    assert "3 kegiatan, 2 JP per kegiatan: 6 JP." in made.basis
    assert made.basis.endswith("Pemerintah yang menetapkan tabel lain mengikuti penetapannya.")


def test_the_value_of_the_government_holds_on_its_days(own, note):
    made = note()
    assert made.hours == Decimal("4.5")
    assert "3 pertemuan, 1,5 JP per pertemuan: 4,5 JP. Perbup 7/2026. Ditetapkan oleh pemerintah ini." in made.basis
    assert note(title="Sebelumnya", last_day=date(2026, 3, 9)).hours == 6


def test_an_activity_gives_no_more_than_its_bound_by_units_or_by_length(own, note):
    made = note(units=Decimal(10))
    assert made.hours == 6
    assert "batas" in made.basis
    long = note(title="Lain", last_day=date(2026, 4, 1), units=None, minutes=45 * 20)
    assert (long.hours, long.counted_from) == (2, CountedFrom.DURATION)


def test_a_year_takes_what_is_left_and_says_so(own, note):
    note(units=Decimal(4))
    made = note(title="Triwulan II", last_day=date(2026, 6, 1))
    assert made.hours == 2
    assert "paling banyak 8 JP setahun; 6 JP tahun 2026 sudah tercatat, jadi dihitung 2 JP." in made.basis
    with pytest.raises(YearFullError):
        note(title="Triwulan III", last_day=date(2026, 9, 1))
    stated = note(title="Bersertifikat", last_day=date(2026, 9, 2), units=None, hours=Decimal(10))
    assert (stated.hours, stated.counted_from) == (10, CountedFrom.CERTIFICATE)
    assert LearningRecord.objects.count() == 3


def test_hours_of_certificates_other_forms_and_other_persons_take_nothing_of_the_bound(own, note, training, dewi):
    note(title="Bersertifikat", units=None, hours=Decimal(10))
    note(title="Seminar", form=9)
    other = training.person(dewi)
    note_learning(person=other, learning=COACHING, by=training.rina, at=training.at)
    assert note(units=Decimal(4)).hours == 6


def test_a_report_that_waits_takes_its_part_and_gives_it_back_when_refused(own, training, holder, sari):
    waits = report_learning(learning=replace(COACHING, units=Decimal(4)), by=sari, at=training.at)
    second = replace(COACHING, title="Triwulan II", last_day=date(2026, 6, 1), units=Decimal(4))
    made = report_learning(learning=second, by=sari, at=training.at)
    assert (made.state, made.hours) == (RecordState.REPORTED, 2)
    verify_learning(row=made, by=training.rina, at=training.at)
    refuse_learning(row=waits, reason="Tanpa bukti", by=training.rina, at=training.at)
    third = replace(COACHING, title="Triwulan III", last_day=date(2026, 9, 1), units=Decimal(4))
    assert report_learning(learning=third, by=sari, at=training.at).hours == 6


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"units": None}, HowManyWaysError),
        ({"hours": Decimal(2)}, HowManyWaysError),
        ({"minutes": 90}, HowManyWaysError),
        ({"form": 24}, UnitsUnusableError),
        ({"units": Decimal(0)}, UnitsUnusableError),
        ({"units": Decimal(9000)}, HoursOutsideError),
    ],
)
def test_what_cannot_be_counted_is_refused(note, change, refusal):
    with pytest.raises(refusal) as refused:
        note(**change)
    assert refused.value.remedy.id
    assert not LearningRecord.objects.exists()


def test_a_form_that_the_government_lets_count_by_no_unit_says_what_to_do(training, note):
    told = OwnFormTold(14, date(2026, 1, 1), "Perbup 8/2026")
    set_own_form(told=told, by=training.rina, at=training.at)
    with pytest.raises(UnitsUnusableError) as refused:
        note()
    assert refused.value.about == ("units",)
    assert "Isi JP pada sertifikat atau lamanya" in refused.value.remedy.id


@pytest.mark.parametrize("many", [2, 9])
def test_a_file_asks_for_own_values_once(own, training, holder, many):
    rows = [
        Earlier(
            row=at, person=holder.pk, form=14, title=f"Coaching {at}", organiser="", number="", hours=Decimal(2),
            first_day=date(2026, 4, 1), last_day=date(2026, 4, 2),
        )
        for at in range(many)
    ]  # fmt: skip
    plan = LearningPlan(new=tuple(rows), same=0, refused=0)
    with CaptureQueriesContext(connection) as asked:
        import_learning(plan=plan, file_name="a.csv", sha256="0" * 64, by=training.rina, at=training.at)
    assert sum("ownlearningform" in one["sql"] for one in asked) == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_at_once_never_fill_a_year_twice(own, training, note):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")
    refused, ready = [], threading.Barrier(3)

    def write(title):
        connection.ensure_connection()
        ready.wait(timeout=20)
        try:
            note(title=title, units=Decimal(4))
        except YearFullError as error:
            refused.append(error)
        finally:
            connection.close()

    writers = [threading.Thread(target=write, args=(f"Coaching {number}",)) for number in range(3)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert sorted(LearningRecord.objects.values_list("hours", flat=True)) == [2, 6]
    assert len(refused) == 1
