"""Units enter in waves: drawn or reasoned, one wave each; what was planned first stays."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from pembina.core.learning import wave_order
from pembina.domain.access.audit import events_on
from pembina.domain.development.enums import EvaluationLevel, WaveOrder
from pembina.domain.development.models import Wave, WavePlan, WaveUnit
from pembina.domain.development.operations.wave_plans import WaveLine, draw_waves, lay_waves
from pembina.domain.development.operations.waves import (
    join_wave,
    leave_wave,
    return_to_wave,
    slip_wave,
    start_unit,
    start_wave,
)
from pembina.domain.development.programme_refusals import TooEarlyError
from pembina.domain.development.queries.lateness import evaluations_due
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError
from pembina.domain.development.wave_refusals import (
    LeftBeforeStartError,
    SameDayError,
    SlipsLoggedError,
    UnitInTwoWavesError,
    UnitLeftError,
    UnusableOrderError,
    WaveBegunError,
    WaveEmptyError,
    WaveOrderError,
    WaveOutsideError,
    WavesFixedError,
)
from pembina.domain.people.operations import close_unit, merge_units
from pembina.domain.people.refusals import UnitClosedError, UnitHoldsError

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2026, 12, 1), date(2027, 2, 1)


@pytest.fixture
def done(training):
    return {"by": training.rina, "at": training.at}


@pytest.fixture
def units(training):
    return [training.unit(f"2.{number}") for number in range(1, 6)]


@pytest.fixture
def drawn(training, units, done):
    draw_waves(programme=training.programme, units=units, starts=[FIRST, SECOND], seed="Undian 7", **done)
    return list(Wave.objects.all())


def last_told(record):
    """Return the latest event of an operation; what the builder saved was caught by the net, by another clock."""
    return events_on(record).exclude(operation="").first()


def codes(wave):
    return set(wave.units.values_list("unit__code", flat=True))


def test_anybody_can_draw_the_same_order_again(training, drawn, units):
    expected = wave_order([unit.code for unit in reversed(units)], waves=2, seed="Undian 7")
    assert [codes(wave) for wave in drawn] == [set(part) for part in expected]
    plan = WavePlan.objects.get(programme=training.programme)
    assert (plan.order, plan.seed) == (WaveOrder.RANDOM, "Undian 7")
    assert [(wave.planned_on, wave.due_on) for wave in drawn] == [(FIRST, FIRST), (SECOND, SECOND)]


def test_a_second_draw_needs_a_reason_and_both_seeds_stay_in_the_trail(training, drawn, units, done):
    again = {"programme": training.programme, "units": units, "starts": [FIRST, SECOND], "seed": "Undian 8"}
    with pytest.raises(ReasonMissingError):
        draw_waves(**again, **done)
    draw_waves(**again, again_because="Dua unit digabung", **done)
    event = last_told(training.programme)
    assert (event.changes["seed"], event.why) == (["Undian 7", "Undian 8"], "Dua unit digabung")
    assert WaveUnit.objects.count() == 5


@pytest.mark.parametrize(("seed", "waves"), [(" ", 2), ("x", 6), ("x", 0)])
def test_what_cannot_be_drawn_is_refused(training, units, done, seed, waves):
    starts = [FIRST + timedelta(days=number) for number in range(waves)]
    with pytest.raises(UnusableOrderError):
        draw_waves(programme=training.programme, units=units, starts=starts, seed=seed, **done)


def test_a_unit_in_two_waves_is_refused_with_its_name(training, units, done):
    lines = [WaveLine(FIRST, units[:2]), WaveLine(SECOND, units[1:])]
    with pytest.raises(UnitInTwoWavesError) as refused:
        lay_waves(programme=training.programme, waves=lines, reason="Siap lebih dulu", **done)
    said = refused.value.message.id
    assert units[1].name in said
    assert "gelombang 1" in said
    assert "gelombang 2" in said
    assert refused.value.about[0] == "units_2"
    assert not Wave.objects.exists()


@pytest.mark.parametrize(
    ("days", "refusal"),
    [
        ((date(2025, 12, 31), SECOND), WaveOutsideError),
        ((FIRST, date(2028, 1, 1)), WaveOutsideError),
        ((SECOND, FIRST), WaveOrderError),
        ((FIRST, FIRST), WaveOrderError),
    ],
)
def test_days_that_cannot_be_are_refused(training, units, done, days, refusal):
    lines = [WaveLine(days[0], units[:2]), WaveLine(days[1], units[2:])]
    with pytest.raises(refusal):
        lay_waves(programme=training.programme, waves=lines, reason="Siap lebih dulu", **done)


def test_an_order_of_ones_own_needs_a_reason_and_units(training, units, done):
    with pytest.raises(ReasonMissingError):
        lay_waves(programme=training.programme, waves=[WaveLine(FIRST, units)], reason="", **done)
    with pytest.raises(WaveEmptyError):
        lay_waves(programme=training.programme, waves=[WaveLine(FIRST, [])], reason="Semua", **done)


def test_a_closed_unit_takes_part_in_no_wave(training, units, done):
    close_unit(unit=units[0], on=training.today, **done)
    with pytest.raises(UnitClosedError):
        lay_waves(programme=training.programme, waves=[WaveLine(FIRST, units)], reason="Semua", **done)


def test_a_slip_is_logged_and_overwrites_nothing(drawn, done):
    wave, later = drawn[0], FIRST + timedelta(days=14)
    slip_wave(wave=wave, to=later, reason="Pelatih sakit", **done)
    slip_wave(wave=wave, to=later + timedelta(days=7), reason="Aula terpakai", **done)
    wave.refresh_from_db()
    assert (wave.planned_on, wave.due_on) == (FIRST, later + timedelta(days=7))
    assert [(slip.from_day, slip.to_day) for slip in wave.slips.order_by("pk")] == [
        (FIRST, later),
        (later, wave.due_on),
    ]
    with pytest.raises(SameDayError):
        slip_wave(wave=wave, to=wave.due_on, reason="Sama", **done)
    with pytest.raises(WaveOutsideError):
        slip_wave(wave=wave, to=date(2025, 1, 1), reason="Terlalu awal", **done)


def test_a_plan_whose_slips_are_logged_is_not_laid_anew(training, units, drawn, done):
    slip_wave(wave=drawn[0], to=FIRST + timedelta(days=14), reason="Pelatih sakit", **done)
    again = {"programme": training.programme, **done}
    with pytest.raises(SlipsLoggedError, match="1 pergeseran"):
        lay_waves(waves=[WaveLine(FIRST, units)], reason="Ulang", **again)
    with pytest.raises(SlipsLoggedError):
        draw_waves(units=units, starts=[FIRST], seed="baru", again_because="Ulang", **again)
    assert list(training.programme.waves.values_list("pk", flat=True)) == [wave.pk for wave in drawn]
    assert drawn[0].slips.get().reason == "Pelatih sakit"


def test_the_real_start_stands_beside_the_planned_one(training, drawn, done):
    wave, (one, other) = drawn[0], drawn[0].units.order_by("pk")[:2]
    start_unit(member=one, on=training.today - timedelta(days=3), reason="", **done)
    start_wave(wave=wave, on=training.today, **done)
    for record in (wave, one, other):
        record.refresh_from_db()
    assert (wave.planned_on, wave.started_on) == (FIRST, training.today)
    assert (one.started_on, other.started_on) == (training.today - timedelta(days=3), training.today)
    with pytest.raises(WaveBegunError):
        slip_wave(wave=wave, to=SECOND, reason="Terlambat", **done)
    with pytest.raises(WavesFixedError):
        lay_waves(programme=training.programme, waves=[WaveLine(FIRST, [one.unit])], reason="Ulang", **done)


def test_nothing_begins_tomorrow_nor_before_the_programme_runs(training, drawn, done):
    with pytest.raises(TooEarlyError):
        start_wave(wave=drawn[0], on=FIRST, **done)
    training.programme.state, training.programme.started_on = "approved", None
    training.programme.save()
    with pytest.raises(WrongStepError):
        start_wave(wave=drawn[0], on=training.today, **done)


def test_a_day_that_stands_is_corrected_with_a_reason_only(training, drawn, done):
    start_wave(wave=drawn[0], on=training.today, **done)
    member = drawn[0].units.first()
    with pytest.raises(ReasonMissingError):
        start_unit(member=member, on=training.today - timedelta(days=1), reason="", **done)
    start_unit(member=member, on=training.today - timedelta(days=1), reason="Salah catat", **done)
    assert last_told(training.programme).changes["started_on"] == ["2026-11-22", "2026-11-21"]


def test_a_unit_leaves_and_stays_on_record(training, drawn, done):
    member = drawn[0].units.first()
    start_wave(wave=drawn[0], on=training.today, **done)
    with pytest.raises(LeftBeforeStartError):
        leave_wave(member=member, on=training.today - timedelta(days=1), reason="Renovasi", **done)
    leave_wave(member=member, on=training.today, reason="Renovasi", **done)
    with pytest.raises(UnitLeftError):
        leave_wave(member=member, on=training.today, reason="Renovasi", **done)
    with pytest.raises(UnitInTwoWavesError):
        join_wave(wave=drawn[1], unit=member.unit, reason="Menyusul", **done)
    return_to_wave(member=member, reason="Salah catat", **done)
    member.refresh_from_db()
    assert (member.left_on, member.leave_reason) == (None, "")


def test_a_unit_joins_one_wave_only(training, drawn, done):
    made = join_wave(wave=drawn[1], unit=training.office, reason="Menyusul", **done)
    assert made.wave == drawn[1]
    with pytest.raises(UnitInTwoWavesError) as refused:
        join_wave(wave=drawn[0], unit=training.office, reason="Lagi", **done)
    assert "gelombang 2" in refused.value.message.id


def test_a_unit_that_comes_after_its_wave_began_begins_on_that_day(training, drawn, done):
    member, later = drawn[0].units.first(), training.at + timedelta(days=40)
    leave_wave(member=member, on=training.today, reason="Renovasi", **done)
    start_wave(wave=drawn[0], on=training.today, **done)
    late = {"by": done["by"], "at": later}
    return_to_wave(member=member, reason="Renovasi selesai", **late)
    member.refresh_from_db()
    made = join_wave(wave=drawn[0], unit=training.office, reason="Menyusul", **late)
    assert member.started_on == made.started_on == localdate(later)
    waiting = join_wave(wave=drawn[1], unit=training.unit("8.8"), reason="Menyusul", **late)
    assert waiting.started_on is None


def test_a_unit_that_had_begun_keeps_its_start_when_it_returns(training, drawn, done):
    member = drawn[0].units.first()
    start_wave(wave=drawn[0], on=training.today, **done)
    leave_wave(member=member, on=training.today, reason="Renovasi", **done)
    return_to_wave(member=member, reason="Salah catat", by=done["by"], at=training.at + timedelta(days=40))
    member.refresh_from_db()
    assert member.started_on == training.today


def test_a_merged_unit_hands_over_its_place(training, drawn, units, done):
    training.programme.population = {"units": [units[0].pk]}
    training.programme.save()
    place = WaveUnit.objects.get(unit=units[0])
    with pytest.raises(UnitHoldsError):
        close_unit(unit=units[0], on=training.today, **done)
    merge_units(unit=units[0], into=training.office, on=training.today, **done)
    place.refresh_from_db()
    following = WaveUnit.objects.get(unit=training.office)
    assert (place.left_on, following.wave, following.started_on) == (training.today, place.wave, None)
    assert training.office.code in place.leave_reason
    training.programme.refresh_from_db()
    assert training.programme.population == {"units": [training.office.pk]}
    assert "carry_along" in {event.operation for event in events_on(training.programme)}


def test_a_unit_merged_into_one_that_takes_part_leaves_only(drawn, training, units, done):
    merge_units(unit=units[0], into=units[1], on=training.today, **done)
    assert WaveUnit.objects.filter(unit=units[1]).count() == 1
    assert WaveUnit.objects.get(unit=units[0]).left_on == training.today


def test_results_are_judged_from_the_real_start_of_the_last_wave(training):
    def due():
        dues = evaluations_due([training.programme.pk])[training.programme.pk]
        return next(one.day for one in dues if one.plan.level == EvaluationLevel.RESULTS)

    training.wave(1)
    last = training.wave(2)
    last.due_on = FIRST
    last.save()
    Wave.objects.exclude(pk=last.pk).update(due_on=date(2026, 10, 1))
    assert due() == date(2027, 12, 1)
    last.started_on = SECOND
    last.save()
    assert due() == date(2028, 2, 1)
