"""The index of professionalism from what is on record: what is not known stays missing, and is never zero."""

from datetime import date
from decimal import Decimal

import pytest

from pembina.core.rules.credit_points import Level
from pembina.core.rules.professionalism_index import Dimension
from pembina.domain.development.enums import RecordSource, RecordState
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.queries.professionalism import credit_of, index_of
from pembina.domain.people.enums import Status
from pembina.domain.performance.models import PerformanceResult

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 22)


@pytest.fixture
def pupil(training, sari):
    return training.person(sari)


@pytest.fixture
def rated(training, pupil):
    return PerformanceResult.objects.create(
        person=pupil, year=2025, cycle="annual", first_month=1, last_month=12, results="above", behaviour="above",
        predicate="very_good", noted_by=training.rina, noted_at=training.at,
    )  # fmt: skip


def learned(pupil, training, *, form, hours, day=date(2026, 3, 2)):
    LearningRecord.objects.create(
        person=pupil, year=day.year, form=form, title=f"Kegiatan {form} {hours}", first_day=day, last_day=day,
        hours=Decimal(hours), source=RecordSource.IMPORT, state=RecordState.COUNTED, noted_at=training.at,
    )  # fmt: skip


def part(pupil, dimension):
    return next(each for each in index_of(pupil, on=ON).parts if each.dimension is dimension)


def test_without_anything_on_record_everything_is_missing(pupil):
    index = index_of(pupil, on=ON)
    assert set(index.missing) == set(Dimension)
    assert index.index is None
    assert index.lowest < index.highest == 100


def test_the_result_of_last_year_gives_the_points_of_performance(pupil, rated):
    assert part(pupil, Dimension.PERFORMANCE).points == 30
    rated.year = 2024
    rated.save()
    assert part(pupil, Dimension.PERFORMANCE).points is None


def test_education_counts_and_discipline_is_never_known(pupil):
    pupil.education = "40"
    pupil.save()
    assert part(pupil, Dimension.QUALIFICATION).points == 15
    assert part(pupil, Dimension.DISCIPLINE).points is None


def test_training_that_is_found_counts_and_what_is_not_stays_open(pupil, training):
    learned(pupil, training, form=3, hours=10)
    found = part(pupil, Dimension.COMPETENCE)
    assert (found.points, found.lowest, found.highest) == (None, 0, 40)
    learned(pupil, training, form=3, hours=24)
    learned(pupil, training, form=9, hours=6)
    found = part(pupil, Dimension.COMPETENCE)
    assert (found.points, found.lowest, found.highest) == (None, 25, 40)


def test_a_report_that_is_not_verified_is_no_evidence(pupil, training):
    learned(pupil, training, form=9, hours=6)
    LearningRecord.objects.update(state=RecordState.REPORTED)
    assert part(pupil, Dimension.COMPETENCE).lowest == 0


def test_a_pppk_has_no_number(pupil):
    pupil.status = Status.PPPK
    pupil.save()
    index = index_of(pupil, on=ON)
    assert (index.is_covered, index.lowest, index.parts) == (False, None, ())


def test_credit_points_follow_from_the_level_in_the_words_of_the_position(pupil, rated):
    assert credit_of(pupil, on=ON) is None
    pupil.assignments.update(position="Pranata Komputer Ahli Muda")
    found = credit_of(pupil, on=ON)
    assert (found.points.level, found.points.points) == (Level.JUNIOR_EXPERT, Decimal("37.50"))
    assert [need.held for need in found.needs] == [None, None]
    rated.delete()
    assert credit_of(pupil, on=ON) is None
