"""How many credit points the next rank or level needs. Points are one condition among several, never a right to it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.credit_points import refusals
from pembina.core.rules.credit_points.levels import PACKAGE, Level, level_step
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.goal_progress.amounts import comma, plain
from pembina.core.text import Text

_NOTHING = Decimal(0)


class Step(StrEnum):
    """The next rank (pangkat), or the next level (jenjang)."""

    RANK = "rank"
    LEVEL = "level"

    @property
    def label(self) -> Text:
        """Return its words."""
        return _STEPS[self]


_STEPS = {
    Step.RANK: Text(id="kenaikan pangkat", en="the next rank"),
    Step.LEVEL: Text(id="kenaikan jenjang", en="the next level"),
}


class NeedState(StrEnum):
    """How the points held stand to what a step needs."""

    NO_NEXT = "no_next"
    UNKNOWN = "unknown"
    SHORT = "short"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class CreditNeed:
    """What a step needs.

    Attributes
    ----------
    required : None where no such step follows
    held, short_by : None where it is not known how many are held; `short_by` is zero once it is reached
    """

    level: Level
    step: Step
    state: NeedState
    required: Decimal | None
    held: Decimal | None
    short_by: Decimal | None
    article: str
    certainty: Certainty
    because: Text


def credit_need(*, level: Level, step: Step, held: Decimal | None, on: date) -> CreditNeed:
    """Compare the points a person holds with what the next rank or level needs.

    Parameters
    ----------
    held : cumulated for this step: since the last rank, or within the level; None where it is not known

    Raises
    ------
    NotInForceError : before the first version
    UnusableCreditError : negative points, a float, or what is no level
    """
    if held is not None and not (isinstance(held, Decimal) and held.is_finite() and held >= 0):
        raise refusals.no_points(held)
    told = parameters_in_force(PACKAGE, on=on)["needs"]
    found = level_step(level, on=on)
    required = found.for_rank if step is Step.RANK else found.for_level
    short = None if required is None or held is None else max(required - held, _NOTHING)
    state = _state(required, short)
    return CreditNeed(
        level=found.level,
        step=step,
        state=state,
        required=required,
        held=held,
        short_by=short,
        article=told[step],
        certainty=Certainty(told["certainty"]),
        because=_because(found.label, step.label, required, short),
    )


def _state(required: Decimal | None, short: Decimal | None) -> NeedState:
    if required is None:
        return NeedState.NO_NEXT
    if short is None:
        return NeedState.UNKNOWN
    return NeedState.SHORT if short else NeedState.REACHED


def _because(level: Text, step: Text, required: Decimal | None, short: Decimal | None) -> Text:
    if required is None:
        return Text(
            id=f"Tidak ada {step.id} dari {level.id} dalam kategori ini.",
            en=f"From {level.en} there is no {step.en.removeprefix('the ')} in this category.",
        )
    need = Text(
        id=f"Untuk {step.id} dari {level.id} diperlukan {comma(required)} angka kredit",
        en=f"From {level.en}, {step.en} needs {plain(required)} credit points",
    )
    if short is None:
        return Text(
            id=f"{need.id}; yang sudah dimiliki belum diketahui, dan itu tidak dihitung sebagai nol.",
            en=f"{need.en}; how many are held is not known, and that is not counted as zero.",
        )
    if short:
        return Text(id=f"{need.id}; kurang {comma(short)}.", en=f"{need.en}; {plain(short)} are lacking.")
    return Text(
        id=f"{need.id}; sudah tercapai. Syarat lain tetap berlaku, seperti kebutuhan jabatan dan uji kompetensi.",
        en=f"{need.en}; they are reached. Other conditions remain, such as a vacancy and a test of competence.",
    )
