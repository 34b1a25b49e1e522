"""Whether the index of one period differs from that of another by more than their errors allow (Welch 1947)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import inf, sqrt

from pembina.core.effect.distributions import student_t_quantile
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.satisfaction_index import SatisfactionIndex
from pembina.core.rules.survey_sample.error import PACKAGE, SamplingError
from pembina.core.text import Text


class UnlikeWeightsError(ValueError):
    """The two indices were computed with different weights; their difference would be that of the weights."""

    def __init__(self, earlier: str, later: str) -> None:
        self.message = Text(
            id=f"Kedua indeks memakai bobot yang berbeda ({earlier} dan {later}).",
            en=f"The two indices use different weights ({earlier} and {later}).",
        )
        self.remedy = Text(id="Hitung keduanya dengan bobot yang sama.", en="Compute both with the same weight.")
        super().__init__(f"{self.message} {self.remedy}")


@dataclass(frozen=True, slots=True)
class IndexChange:
    """A later index less an earlier one.

    Attributes
    ----------
    difference : of the two indices as they are printed
    margin : how large a difference has to be before it is more than the error; None where an error is unknown
    low, high : interval of the difference; None likewise
    exceeds : whether the difference is more than the error; None where that cannot be said
    article, because : where the computation comes from, and the answer in a sentence
    """

    difference: Decimal
    margin: float | None
    low: float | None
    high: float | None
    exceeds: bool | None
    article: str
    because: Text


def index_change(
    *,
    earlier: SatisfactionIndex,
    later: SatisfactionIndex,
    earlier_error: SamplingError | None,
    later_error: SamplingError | None,
    on: date,
) -> IndexChange:
    """Compare two indices of the same weight; the verdict rests on the values before rounding.

    Raises
    ------
    UnlikeWeightsError : the weights differ
    """
    if earlier.weight != later.weight:
        raise UnlikeWeightsError(earlier.weight, later.weight)
    parameters = parameters_in_force(PACKAGE, on=on)
    printed = later.index - earlier.index
    article = parameters["error_article"]
    if earlier_error is None or later_error is None:
        return IndexChange(printed, None, None, None, None, article, _unknown(printed))
    margin = _margin(earlier_error, later_error, float(parameters["confidence"]))
    exact = float(later.unrounded - earlier.unrounded)
    exceeds = abs(exact) > margin
    because = _said(printed, margin, exceeds=exceeds)
    return IndexChange(printed, margin, exact - margin, exact + margin, exceeds, article, because)


def _margin(earlier: SamplingError, later: SamplingError, confidence: float) -> float:
    variances = [error.standard_error**2 for error in (earlier, later)]
    whole = sum(variances)
    if whole == 0:
        return 0.0
    parts = sum(v**2 / error.degrees for v, error in zip(variances, (earlier, later), strict=True))
    degrees = whole**2 / parts if parts else inf
    return float(student_t_quantile((1 + confidence) / 2, degrees)) * sqrt(whole)


def _said(difference: Decimal, margin: float, *, exceeds: bool) -> Text:
    id_words, en_words = _direction(difference)
    comma = f"{margin:.2f}".replace(".", ",")
    if exceeds:
        return Text(
            id=f"{id_words}, lebih dari galat sampel (± {comma}): perubahan ini tidak dapat dijelaskan oleh siapa yang "
            "kebetulan menjawab.",
            en=f"{en_words}, more than the sampling error (± {margin:.2f}): who happened to answer cannot explain it.",
        )
    return Text(
        id=f"{id_words}, masih dalam galat sampel (± {comma}): belum dapat disebut berubah.",
        en=f"{en_words}, within the sampling error (± {margin:.2f}): it cannot be called a change yet.",
    )


def _unknown(difference: Decimal) -> Text:
    id_words, en_words = _direction(difference)
    return Text(
        id=f"{id_words}; galat salah satu periode tidak diketahui, sehingga belum dapat disebut berubah.",
        en=f"{en_words}; the error of one period is unknown, so it cannot be called a change.",
    )


def _direction(difference: Decimal) -> tuple[str, str]:
    size = str(abs(difference))
    comma = size.replace(".", ",")
    if difference > 0:
        return f"Naik {comma} poin", f"Up {size} points"
    if difference < 0:
        return f"Turun {comma} poin", f"Down {size} points"
    return "Tetap", "Unchanged"
