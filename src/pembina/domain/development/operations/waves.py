"""What becomes of waves: they slip, begin, and units come and leave. What was planned first is never overwritten."""

from datetime import date, datetime

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import ProgrammeState
from pembina.domain.development.models import Wave, WaveSlip, WaveUnit
from pembina.domain.development.operations.programmes import locked_programme
from pembina.domain.development.operations.wave_plans import OPEN, check_day
from pembina.domain.development.programme_refusals import TooEarlyError
from pembina.domain.development.refusals import ReasonMissingError
from pembina.domain.development.wave_refusals import (
    LeftBeforeStartError,
    SameDayError,
    UnitInTwoWavesError,
    UnitLeftError,
    UnitStillInError,
    WaveBegunError,
)
from pembina.domain.people.models import Unit
from pembina.domain.people.refusals import UnitClosedError


def slip_wave(*, wave: Wave, to: date, reason: str, by: User, at: datetime) -> None:
    """Expect the start on another day; the day first planned stays. Raises ``WaveBegunError``, ``SameDayError``."""
    why = _reason(reason)
    with one_event():
        kept = _locked(wave, *OPEN)
        if kept.started_on is not None:
            raise WaveBegunError(kept.number, kept.started_on)
        if to == kept.due_on:
            raise SameDayError(to)
        check_day(kept.programme, kept.number, to)
        before, kept.due_on = kept.due_on, to
        WaveSlip.objects.create(wave=kept, from_day=before, to_day=to, reason=why, noted_by=by, noted_at=at)
        kept.save(update_fields=["due_on"])
        changes = {"number": ("", str(kept.number)), "due_on": (before.isoformat(), to.isoformat())}
        record("slip_wave", on=kept.programme, by=by, at=at, changes=changes, why=why)


def start_wave(*, wave: Wave, on: date, by: User, at: datetime) -> None:
    """Put on record that a wave began, with all its units but those that left or began on a day of their own."""
    with one_event():
        kept = _locked(wave, ProgrammeState.RUNNING)
        if kept.started_on is not None:
            raise WaveBegunError(kept.number, kept.started_on)
        _require_past(kept, on, at)
        kept.started_on = on
        kept.save(update_fields=["started_on"])
        kept.units.filter(started_on__isnull=True, left_on__isnull=True).update(started_on=on)
        changes = {"number": ("", str(kept.number)), "started_on": ("", on.isoformat())}
        record("start_wave", on=kept.programme, by=by, at=at, changes=changes)


def start_unit(*, member: WaveUnit, on: date, reason: str, by: User, at: datetime) -> None:
    """Put on record on which day one unit really began; where a day stands already it is corrected, with a reason."""
    with one_event():
        kept = _locked_member(member, ProgrammeState.RUNNING)
        if kept.left_on is not None:
            raise UnitLeftError(kept.unit.name, kept.left_on)
        before = kept.started_on
        why = _reason(reason) if before is not None else reason.strip()
        _require_past(kept.wave, on, at)
        kept.started_on = on
        kept.save(update_fields=["started_on"])
        changes = {
            "unit": ("", kept.unit.name), "started_on": (before.isoformat() if before else "", on.isoformat())
        }  # fmt: skip
        record("start_wave_unit", on=kept.programme, by=by, at=at, changes=changes, why=why)


def leave_wave(*, member: WaveUnit, on: date, reason: str, by: User, at: datetime) -> None:
    """Let a unit leave the programme; that it was planned stays on record."""
    why = _reason(reason)
    if on > local_date(at):
        raise TooEarlyError(on)
    with one_event():
        kept = _locked_member(member, *OPEN)
        if kept.left_on is not None:
            raise UnitLeftError(kept.unit.name, kept.left_on)
        if kept.started_on is not None and on < kept.started_on:
            raise LeftBeforeStartError(kept.started_on)
        kept.left_on, kept.leave_reason = on, why[:500]
        kept.save(update_fields=["left_on", "leave_reason"])
        changes = {"unit": ("", kept.unit.name), "left_on": ("", on.isoformat())}
        record("leave_wave", on=kept.programme, by=by, at=at, changes=changes, why=why)


def return_to_wave(*, member: WaveUnit, reason: str, by: User, at: datetime) -> None:
    """Take back that a unit left; the event keeps what stood there.

    One that had left before its wave began begins on the day of its return.
    """
    why = _reason(reason)
    with one_event():
        kept = _locked_member(member, *OPEN)
        if kept.left_on is None:
            raise UnitStillInError(kept.unit.name)
        changes = {
            "unit": ("", kept.unit.name), "left_on": (kept.left_on.isoformat(), ""),
            "leave_reason": (kept.leave_reason, ""),
        }  # fmt: skip
        kept.left_on, kept.leave_reason = None, ""
        if kept.started_on is None:
            kept.started_on = _late_start(kept.wave, at)
            changes |= _begins(kept.started_on)
        kept.save(update_fields=["left_on", "leave_reason", "started_on"])
        record("return_to_wave", on=kept.programme, by=by, at=at, changes=changes, why=why)


def join_wave(*, wave: Wave, unit: Unit, reason: str, by: User, at: datetime) -> WaveUnit:
    """Add a unit that was not planned; one that joins a wave that has begun begins on the day of joining.

    Raises ``UnitInTwoWavesError`` naming the wave it is in, and ``UnitClosedError``.
    """
    why = _reason(reason)
    with one_event():
        kept = _locked(wave, *OPEN)
        standing = WaveUnit.objects.filter(programme=kept.programme, unit=unit).select_related("wave").first()
        if standing is not None:
            raise UnitInTwoWavesError(unit.name, standing.wave.number, kept.number)
        first = max(kept.due_on, local_date(at))
        if unit.closed_on is not None and unit.closed_on < first:
            raise UnitClosedError(unit.name, first)
        begins = _late_start(kept, at)
        made = WaveUnit.objects.create(programme=kept.programme, wave=kept, unit=unit, started_on=begins)
        changes = {"number": ("", str(kept.number)), "unit": ("", unit.name)} | _begins(begins)
        record("join_wave", on=kept.programme, by=by, at=at, changes=changes, why=why)
    return made


def _late_start(wave: Wave, at: datetime) -> date | None:
    """Return when a unit that comes today begins: today, or with its wave where that begins later; None before that."""
    return max(wave.started_on, local_date(at)) if wave.started_on is not None else None


def _begins(day: date | None) -> dict[str, tuple[str, str]]:
    return {"started_on": ("", day.isoformat())} if day else {}


def _require_past(wave: Wave, on: date, at: datetime) -> None:
    """Check a day on which something of a wave is said to have begun."""
    if on > local_date(at):
        raise TooEarlyError(on)
    check_day(wave.programme, wave.number, on)


def _locked(wave: Wave, *states: ProgrammeState) -> Wave:
    """Return the wave under the lock of its programme, which every change of waves takes first."""
    programme = locked_programme(wave.programme, *states)
    kept = Wave.objects.select_for_update(of=("self",)).get(pk=wave.pk)
    kept.programme = programme
    return kept


def _locked_member(member: WaveUnit, *states: ProgrammeState) -> WaveUnit:
    programme = locked_programme(member.programme, *states)
    kept = WaveUnit.objects.select_for_update(of=("self",)).select_related("unit", "wave").get(pk=member.pk)
    kept.programme = kept.wave.programme = programme
    return kept


def _reason(written: str) -> str:
    if not written.strip():
        raise ReasonMissingError
    return written.strip()
