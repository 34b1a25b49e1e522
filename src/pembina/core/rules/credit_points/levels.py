"""The levels (jenjang) of functional positions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pembina.core.rules.appraisal_rating.scales import label_of
from pembina.core.rules.credit_points import refusals
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text

PACKAGE = "pembina.core.rules.credit_points"


class Level(StrEnum):
    """The levels: four of skill (keterampilan), then four of expertise (keahlian), each the lowest first."""

    BEGINNER = "beginner"
    SKILLED = "skilled"
    PROFICIENT = "proficient"
    SUPERVISOR = "supervisor"
    FIRST_EXPERT = "first_expert"
    JUNIOR_EXPERT = "junior_expert"
    SENIOR_EXPERT = "senior_expert"
    PRINCIPAL_EXPERT = "principal_expert"


@dataclass(frozen=True, slots=True)
class LevelStep:
    """One level.

    Attributes
    ----------
    siasn_code : two letters
    yearly : points of a whole year at 100 % (koefisien)
    for_rank, for_level : points the next rank or level needs; None where none follows
    """

    level: Level
    label: Text
    siasn_code: str
    yearly: Decimal
    for_rank: Decimal
    for_level: Decimal | None


def levels(*, on: date) -> tuple[LevelStep, ...]:
    """Return the levels in force on a day; raises ``NotInForceError``."""
    return tuple(
        LevelStep(
            level=Level(row["key"]),
            label=label_of(row),
            siasn_code=row["siasn"],
            yearly=Decimal(row["yearly"]),
            for_rank=Decimal(row["rank"]),
            for_level=None if row["level"] is None else Decimal(row["level"]),
        )
        for row in parameters_in_force(PACKAGE, on=on)["levels"]
    )


def level_step(level: Level, *, on: date) -> LevelStep:
    """Return one level; raises ``UnusableCreditError`` for what is none."""
    for step in levels(on=on):
        if step.level == level:
            return step
    raise refusals.off_scale(level)


def level_named(position: str, *, on: date) -> Level | None:
    """Return the level with whose words the title of a position ends, None where it ends with none."""
    words = position.casefold().split()
    for step in levels(on=on):
        label = step.label.id.casefold().split()
        if words[-len(label) :] == label and len(words) > len(label):
            return step.level
    return None


def level_of_siasn(code: str, *, on: date) -> Level:
    """Return the level behind a code of SIASN; raises ``UnusableCreditError`` for a code it does not have."""
    for step in levels(on=on):
        if step.siasn_code == code:
            return step.level
    raise refusals.unknown_code(code)
