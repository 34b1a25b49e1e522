"""The core values of civil servants (BerAKHLAK), by which behaviour is rated, each with three lines of guidance."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pembina.core.rules.appraisal_rating.scales import PACKAGE, label_of
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text


class Value(StrEnum):
    """The seven values, in the order of the regulation."""

    SERVICE = "service"
    ACCOUNTABLE = "accountable"
    COMPETENT = "competent"
    HARMONIOUS = "harmonious"
    LOYAL = "loyal"
    ADAPTIVE = "adaptive"
    COLLABORATIVE = "collaborative"


@dataclass(frozen=True, slots=True)
class CoreValue:
    """One value: its name, what it means, and the behaviours that show it."""

    value: Value
    label: Text
    meaning: Text
    behaviours: tuple[Text, ...]
    article: str


def core_values(*, on: date) -> tuple[CoreValue, ...]:
    """Return the values in force on a day, in the order of the regulation; raises ``NotInForceError``."""
    told = parameters_in_force(PACKAGE, on=on)["values"]
    return tuple(
        CoreValue(
            value=Value(row["key"]),
            label=label_of(row),
            meaning=label_of(row["meaning"]),
            behaviours=tuple(label_of(behaviour) for behaviour in row["behaviours"]),
            article=told["article"],
        )
        for row in told["known"]
    )
