"""What a row of staff means for the main assignment: stays, begins, is succeeded, or is corrected where it stands.

The rule of dates. Where unit, position or superior differ from the assignment that runs, that one ends the day before
and another begins: on the day from which the file says the position is held, if that lies after the start of the
running one, else on the day from which the file holds. Where only the spelling, the code or the kind of the position
differ, or the position differs and is held from the same day, it was written wrongly and is corrected in place; and so
is a start on which file and record differ, as far as no earlier assignment is in the way.

Each rule leaves a record with which the same row agrees: a second import of a file changes nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pembina.domain.people.enums import AssignmentStep
from pembina.domain.people.intake.record import Held
from pembina.domain.people.intake.unit_names import plain

ONE_DAY = timedelta(days=1)
Step = AssignmentStep


class Position(NamedTuple):
    """A position as it is or shall be; the superior stands by NIP, since a new one has no number yet."""

    unit: int
    position: str
    position_code: str
    position_kind: str
    superior: str | None
    starts_on: date
    ends_on: date | None


class Wanted(NamedTuple):
    """What a row says of the position; None where it says nothing."""

    unit: int | None
    position: str | None
    position_code: str | None
    position_kind: str | None
    superior: str | None
    since: date | None


class Outcome(NamedTuple):
    """What becomes of the assignments of one person. ``note`` is the code of a finding, about ``other`` if it has one.

    ``running`` is the assignment that ends or is corrected, ``to`` what holds afterwards.
    """

    step: AssignmentStep = Step.NONE
    running: Held | None = None
    to: Position | None = None
    note: str = ""
    other: Held | None = None


def outcome_of(
    wanted: Wanted, history: Sequence[Held], *, on: date, superior_of: Mapping[int, str], kind_if_unknown: str
) -> Outcome:
    """Compare what a row says with the main assignments of a person, the earliest first."""
    day = on if wanted.since is None else max(on, wanted.since)
    running = next((held for held in history if held.holds_on(day)), None)
    if running is None:
        return _beginning(wanted, history, day, on, kind_if_unknown)
    former = _position(running, superior_of)
    to = _overlaid(former, wanted)
    renamed = to.position != former.position and plain(to.position) != plain(former.position)
    corrected_name = renamed and wanted.since == running.starts_on
    if to.unit == former.unit and to.superior == former.superior and (corrected_name or not renamed):
        return _correction(wanted, running, former, to, history, on)
    return _succession(wanted, running, to, history, on, is_new_job=renamed or to.unit != former.unit)


def _beginning(wanted: Wanted, history: Sequence[Held], day: date, on: date, kind_if_unknown: str) -> Outcome:
    """Nothing is held on the day: begin, unless the row tells too little or something earlier is in the way."""
    if wanted.unit is None or wanted.position is None:
        said = wanted.unit is not None or wanted.position is not None
        return Outcome(note="incomplete" if said else "")
    starts_on, note = wanted.since or on, ""
    earlier = next((held for held in reversed(history) if held.starts_on <= day), None)
    if earlier is not None and earlier.ends_on is not None and earlier.ends_on >= starts_on:
        if (earlier.unit, plain(earlier.position)) != (wanted.unit, plain(wanted.position)):
            return Outcome(note="overlap", other=earlier)
        starts_on, note = on, "resumed"
    later = next((held for held in history if held.starts_on > day), None)
    to = Position(
        unit=wanted.unit,
        position=wanted.position,
        position_code=wanted.position_code or "",
        position_kind=wanted.position_kind or kind_if_unknown,
        superior=wanted.superior,
        starts_on=starts_on,
        ends_on=later.starts_on - ONE_DAY if later else None,
    )
    return Outcome(Step.BEGIN, None, to, note or ("" if wanted.position_kind else "kind_assumed"))


def _correction(
    wanted: Wanted, running: Held, former: Position, to: Position, history: Sequence[Held], on: date
) -> Outcome:
    """The same position under the same superior: correct what is written differently, and the start if it can move."""
    to, note = _with_start(to, wanted.since, running, history, on)
    return Outcome(note=note, other=running) if to == former else Outcome(Step.CORRECT, running, to, note, running)


def _with_start(
    to: Position, since: date | None, running: Held, history: Sequence[Held], on: date
) -> tuple[Position, str]:
    """Return the position with the start that the file tells, or as it is with a note where that cannot be."""
    if since is None or since == running.starts_on:
        return to, ""
    if since <= on and _is_free(since, running, history):
        return to._replace(starts_on=since), ""
    return to, "" if any(held.starts_on == since for held in history) else "since_differs"


def _is_free(since: date, running: Held, history: Sequence[Held]) -> bool:
    """Say whether nothing else was held from `since` to the start of the running assignment."""
    before = [held for held in history if held.starts_on < running.starts_on]
    return not before or (before[-1].ends_on is not None and before[-1].ends_on < since)


def _succession(
    wanted: Wanted, running: Held, to: Position, history: Sequence[Held], on: date, *, is_new_job: bool
) -> Outcome:
    """Another unit, position or superior: the running assignment ends the day before it begins."""
    since = wanted.since
    if is_new_job and since is not None:
        inside = _held_within(since, running, history)
        if inside is not None:
            return Outcome(note="overlap", other=inside)
        if running.starts_on > on and since > running.starts_on:
            return Outcome(note="overlap", other=running)
    starts_on = since if since is not None and since > running.starts_on else max(on, running.starts_on)
    if starts_on == running.starts_on:
        to, note = _with_start(to, since, running, history, on)
        return Outcome(Step.CORRECT, running, to, note, running)
    return Outcome(Step.SUCCEED, running, to._replace(starts_on=starts_on))


def _held_within(since: date, running: Held, history: Sequence[Held]) -> Held | None:
    """Return the earlier assignment that was held on `since` and had begun before."""
    earlier = (held for held in history if held.starts_on < since < running.starts_on and held.holds_on(since))
    return next(earlier, None)


def _position(held: Held, superior_of: Mapping[int, str]) -> Position:
    return Position(
        unit=held.unit,
        position=held.position,
        position_code=held.position_code,
        position_kind=held.position_kind,
        superior=None if held.superior is None else superior_of[held.superior],
        starts_on=held.starts_on,
        ends_on=held.ends_on,
    )


def _overlaid(former: Position, wanted: Wanted) -> Position:
    """Return the former position with what the row says; a new position does not keep the code of the old one."""
    position = former.position if wanted.position is None else wanted.position
    code = wanted.position_code
    if code is None:
        code = former.position_code if plain(position) == plain(former.position) else ""
    return former._replace(
        unit=former.unit if wanted.unit is None else wanted.unit,
        position=position,
        position_code=code,
        position_kind=wanted.position_kind or former.position_kind,
        superior=former.superior if wanted.superior is None else wanted.superior,
    )
