"""The difficulty of work, in three degrees with words, agreed when it starts and not when it went well or badly."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pembina.core.rules.appraisal_rating.scales import label_of
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.effort_record import refusals
from pembina.core.text import Text, written

PACKAGE = "pembina.core.rules.effort_record"


class Difficulty(StrEnum):
    """The degrees, the least first."""

    USUAL = "usual"
    DEMANDING = "demanding"
    NEW_GROUND = "new_ground"


class AgreementState(StrEnum):
    """Whether a degree was agreed at the start."""

    MISSING = "missing"
    AGREED = "agreed"
    AGREED_LATE = "agreed_late"


@dataclass(frozen=True, slots=True)
class DifficultyStep:
    """One degree: its name, and the words that tell it from the others."""

    difficulty: Difficulty
    label: Text
    words: Text


@dataclass(frozen=True, slots=True)
class Agreement:
    """The degree that the person and the leader agreed on, and the day on which both had."""

    difficulty: Difficulty
    agreed_on: date


@dataclass(frozen=True, slots=True)
class AgreedDifficulty:
    """What is on record of the difficulty; `step` is None where nothing was agreed, which is not "usual"."""

    state: AgreementState
    step: DifficultyStep | None
    because: Text


def difficulties(*, on: date) -> tuple[DifficultyStep, ...]:
    """Return the degrees in force on a day, the least first; raises ``NotInForceError``."""
    rows = parameters_in_force(PACKAGE, on=on)["difficulty"]
    return tuple(DifficultyStep(Difficulty(row["key"]), label_of(row), label_of(row["words"])) for row in rows)


def last_day_to_agree(*, starts: date, on: date) -> date:
    """Return up to which day what is agreed of work counts as agreed at its start; raises ``NotInForceError``."""
    days: int = parameters_in_force(PACKAGE, on=on)["days_to_agree"]
    return starts + timedelta(days=days)


def agreed_difficulty(*, agreement: Agreement | None, starts: date, on: date) -> AgreedDifficulty:
    """Say how difficult the work is and whether that was agreed at its start.

    Raises
    ------
    NotInForceError : before the first version
    UnusableEffortError : what is no degree, or an agreement after the day `on`
    """
    last = last_day_to_agree(starts=starts, on=on)
    if agreement is None:
        because = Text(
            id="Tingkat kesulitan tidak disepakati; itu tidak berarti biasa.",
            en="No difficulty was agreed; that does not mean that it is usual.",
        )
        return AgreedDifficulty(AgreementState.MISSING, None, because)
    if agreement.agreed_on > on:
        raise refusals.done_later(agreement.agreed_on)
    step = next((each for each in difficulties(on=on) if each.difficulty == agreement.difficulty), None)
    if step is None:
        raise refusals.off_scale(agreement.difficulty)
    is_late = agreement.agreed_on > last
    state = AgreementState.AGREED_LATE if is_late else AgreementState.AGREED
    return AgreedDifficulty(state, step, _because(step, agreement.agreed_on, last, is_late=is_late))


def _because(step: DifficultyStep, agreed_on: date, last: date, *, is_late: bool) -> Text:
    mark = (
        Text(
            id=f", sesudah {written(last).id}, ketika hasilnya mungkin sudah terlihat",
            en=f", after {written(last).en}, when the outcome may have been in sight",
        )
        if is_late
        else Text(id="", en="")
    )
    return Text(
        id=f"Tingkat kesulitan {step.label.id} ({step.words.id}); disepakati {written(agreed_on).id}{mark.id}.",
        en=f"Difficulty: {step.label.en} ({step.words.en}); agreed on {written(agreed_on).en}{mark.en}.",
    )
