"""The index of collected answers with all that has to be said beside it.

The rule for what people left out: the mean of an element (NRR) is taken over those who answered it, and its number is
told; where nobody answered one of the nine, there is no index, because the regulation knows none of eight.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.satisfaction_index import (
    SatisfactionIndex,
    Weight,
    needed_respondents,
    satisfaction_index,
)
from pembina.core.rules.survey_sample.error import PACKAGE, SamplingError, sampling_error
from pembina.core.rules.survey_sample.sums import AnswerSums
from pembina.core.rules.survey_sample.wording import people
from pembina.core.text import Text

RULE = "pembina.core.rules.satisfaction_index"


@dataclass(frozen=True, slots=True)
class TargetSample:
    """Respondents against the table of the Annex; `needed` of `population` users in a year."""

    population: int
    needed: int
    respondents: int
    article: str

    @property
    def lacking(self) -> int:
        """Return how many respondents are still missing."""
        return max(self.needed - self.respondents, 0)

    @property
    def because(self) -> Text:
        """Return the comparison in a sentence."""
        asked, needed, users = people(self.respondents), people(self.needed), people(self.population)
        lacking = people(self.lacking)
        said = Text(
            id=f"{asked.id} responden, dari {needed.id} yang diperlukan untuk {users.id} pengguna setahun",
            en=f"{asked.en} respondents, where {users.en} users a year ask for {needed.en}",
        )
        if self.lacking:
            return Text(
                id=f"{said.id}: kurang {lacking.id}. Nilainya belum mewakili.",
                en=f"{said.en}: {lacking.en} are missing. The value is not representative yet.",
            )
        return Text(id=f"{said.id}: cukup.", en=f"{said.en}: enough.")


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """What a set of answers says.

    Attributes
    ----------
    sums : what was counted
    index : None where nobody answered, or an element has no answer at all; `lacking` says which
    error : None without an index or with fewer than two complete answers
    target : None where the users of a year are not known
    lacking : why there is no index
    """

    sums: AnswerSums
    index: SatisfactionIndex | None
    error: SamplingError | None
    target: TargetSample | None
    lacking: Text | None


def survey_result(
    *,
    sums: AnswerSums,
    weight: Weight = "exact",
    population: int | None = None,
    places: Sequence[AnswerSums] = (),
    on: date,
) -> SurveyResult:
    """Compute the index of counted answers, its error and whether the sample is large enough.

    Raises
    ------
    UnusableAnswersError : the sums contradict each other
    NotInForceError : `on` lies before the regulation
    """
    target = _target(population, sums, on)
    lacking = _lacking(sums, on)
    if lacking is not None:
        return SurveyResult(sums, None, None, target, lacking)
    index = satisfaction_index(answers=sums.score_counts, weight=weight, missing="per_element", on=on)
    error = sampling_error(sums=sums, index=index, population=population, places=places, on=on)
    return SurveyResult(sums, index, error, target, None)


def _target(population: int | None, sums: AnswerSums, on: date) -> TargetSample | None:
    if not population:
        return None
    article = parameters_in_force(PACKAGE, on=on)["sample_article"]
    return TargetSample(population, needed_respondents(population=population), sums.respondents, article)


def _lacking(sums: AnswerSums, on: date) -> Text | None:
    if sums.respondents == 0:
        return Text(id="Belum ada jawaban.", en="There is no answer yet.")
    without = set(sums.unanswered)
    if not without:
        return None
    rows = [row for row in parameters_in_force(RULE, on=on)["elements"] if row["key"] in without]
    return Text(
        id=f"Belum ada indeks: belum ada yang menjawab unsur {', '.join(row['id'] for row in rows)}.",
        en=f"No index yet: nobody has answered {', '.join(row['en'] for row in rows)}.",
    )
