"""The record of process and effort: parts side by side, each with its reasons. There is no total, and never will be.

The predicate comes from two ratings alone; a number made of these parts would become a third. Faster work is recognised
before it is perfect, unless quality paid for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.effort_record.difficulty import PACKAGE, AgreedDifficulty, Agreement, agreed_difficulty
from pembina.core.rules.effort_record.improvement import Improvement
from pembina.core.rules.effort_record.timeliness import TimedStep, Timeliness, timeliness
from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class EffortRecord:
    """Process and effort of one person in one period, beside the two legal ratings."""

    timeliness: Timeliness
    difficulty: AgreedDifficulty
    improvements: tuple[Improvement, ...]
    article: str
    certainty: Certainty
    because: Text


def effort_record(
    *,
    steps: Iterable[TimedStep],
    agreement: Agreement | None,
    starts: date,
    improvements: Iterable[Improvement],
    at: datetime,
    on: date,
) -> EffortRecord:
    """Put the parts side by side.

    Parameters
    ----------
    agreement : on the difficulty of the work; None where there is none
    starts : first day of the work, at which the difficulty is to be agreed
    at : the moment at which steps that are under way are looked at
    on : day whose parameters apply

    Raises
    ------
    NotInForceError : before the first version
    UnusableEffortError : times without zone or after `at`, or an agreement that cannot be
    """
    told = parameters_in_force(PACKAGE, on=on)
    return EffortRecord(
        timeliness=timeliness(steps=steps, at=at),
        difficulty=agreed_difficulty(agreement=agreement, starts=starts, on=on),
        improvements=tuple(improvements),
        article=told["article"],
        certainty=Certainty(told["certainty"]),
        because=Text(
            id="Catatan proses dan upaya berdiri di samping rating hasil kerja dan rating perilaku kerja. Catatan ini "
            "tidak dijumlahkan dan tidak mengubah predikat; gunanya untuk penghargaan dan pengembangan.",
            en="The record of process and effort stands beside the ratings of results and of behaviour. It is not "
            "added up and does not change the predicate; it serves recognition and development.",
        ),
    )
