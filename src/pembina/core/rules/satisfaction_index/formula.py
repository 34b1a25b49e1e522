"""Index of a community satisfaction survey (IKM), PermenPANRB 14/2017, Annex.

For element u with n answers: ``NRR_u = sum of scores / n``; ``IKM = 25 * sum over u of (NRR_u * weight)``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, Literal

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.satisfaction_index.answers import (
    Missing,
    ScoreCounts,
    count_scores,
    require_complete,
)
from pembina.core.text import Text

Weight = Literal["exact", "0.11", "0.111"]


@dataclass(frozen=True, slots=True)
class ElementResult:
    """One element (unsur): mean score (NRR), weighted mean (NRR tertimbang), and how many answered."""

    key: str
    label: Text
    mean: Decimal
    weighted_mean: Decimal
    n: int

    def as_dict(self, language: str = "id") -> dict[str, Any]:
        """Return the element as JSON can hold it."""
        return {
            "key": self.key,
            "label": self.label.in_language(language),
            "mean": float(self.mean),
            "weighted_mean": float(self.weighted_mean),
            "n": self.n,
        }


@dataclass(frozen=True, slots=True)
class SatisfactionIndex:
    """The index and how it came about.

    Attributes
    ----------
    index : 0 to 100, rounded half up to two decimals as the bands are written
    unrounded : the same before rounding, to 28 significant digits
    quality, quality_word : A to D with its word; both None where the index lies below band D (possible with 0.11)
    weight : name of the weight used; `weight_value` its value
    respondents : people who took part; `n` of an element may be lower under the per-element rule
    article : legal basis, for print
    because : one sentence that opens the score to a reader
    """

    index: Decimal
    unrounded: Decimal
    quality: str | None
    quality_word: Text | None
    weight: Weight
    weight_value: Decimal
    respondents: int
    elements: tuple[ElementResult, ...]
    article: str
    because: Text

    @property
    def weakest(self) -> ElementResult:
        """Return the element with the lowest mean, the first of several in the order of the Annex."""
        return min(self.elements, key=lambda element: element.mean)

    def as_dict(self, language: str = "id") -> dict[str, Any]:
        """Return what `pembina rule skm --json` prints and the page offers as JSON, sentences in `language`."""
        return {
            "index": float(self.index),
            "index_unrounded": float(self.unrounded),
            "quality": self.quality,
            "quality_word": self.quality_word.in_language(language) if self.quality_word else None,
            "weight": self.weight,
            "respondents": self.respondents,
            "elements": [element.as_dict(language) for element in self.elements],
            "weakest": self.weakest.key,
            "article": self.article,
            "because": self.because.in_language(language),
        }


def satisfaction_index(
    *,
    answers: Iterable[Mapping[str, int | None]] | ScoreCounts,
    weight: Weight = "exact",
    missing: Missing = "refuse",
    on: date,
) -> SatisfactionIndex:
    """Compute the index of a survey by the regulation in force on a day.

    Parameters
    ----------
    answers : one mapping {element key: score 1-4} a respondent, or the counts of scores
    weight : "exact" (1/9), or "0.11" or "0.111" to reproduce a report that rounded it
    missing : "refuse" an unanswered question, or average "per_element" over those who answered
    on : day whose regulation applies

    Raises
    ------
    UnusableAnswersError : a score outside 1-4, a missing answer under "refuse", an element nobody answered
    NotInForceError : `on` lies before the regulation
    """
    parameters = parameters_in_force("pembina.core.rules.satisfaction_index", on=on)
    share = _weight(parameters, weight)
    counted = answers if isinstance(answers, ScoreCounts) else count_scores(answers, missing=missing)
    require_complete(counted, missing=missing)
    # Fractions up to the end: the order of respondents or elements can never move the last digit.
    means = {row["key"]: Fraction(counted.total(row["key"]), counted.answered(row["key"])) for row in _rows(parameters)}
    exact = sum(means.values(), Fraction(0)) * share * parameters["scale"]
    index = _decimal(exact).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    band = _band(parameters, index)
    return SatisfactionIndex(
        index=index,
        unrounded=_decimal(exact),
        quality=band["quality"] if band else None,
        quality_word=Text(id=band["id"], en=band["en"]) if band else None,
        weight=weight,
        weight_value=_decimal(share),
        respondents=counted.respondents,
        elements=tuple(_element(row, means[row["key"]], share, counted) for row in _rows(parameters)),
        article=parameters["article"],
        because=_because(index, band, weight, counted, parameters),
    )


def _rows(parameters: dict[str, Any]) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = parameters["elements"]
    return rows


def _weight(parameters: dict[str, Any], weight: Weight) -> Fraction:
    if weight not in parameters["weights"]:
        raise ValueError(f"weight must be one of {', '.join(parameters['weights'])}, not {weight!r}")
    numerator, denominator = parameters["weights"][weight]
    return Fraction(numerator, denominator)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _element(row: dict[str, str], mean: Fraction, share: Fraction, counted: ScoreCounts) -> ElementResult:
    label = Text(id=row["id"], en=row["en"])
    return ElementResult(row["key"], label, _decimal(mean), _decimal(mean * share), counted.answered(row["key"]))


def _band(parameters: dict[str, Any], index: Decimal) -> dict[str, str] | None:
    return next((band for band in parameters["bands"] if index >= Decimal(band["at_least"])), None)


def _because(
    index: Decimal, band: dict[str, str] | None, weight: Weight, counted: ScoreCounts, parameters: dict[str, Any]
) -> Text:
    named = {"exact": "1/9"}.get(weight, weight)
    written = str(index).replace(".", ",")
    if band is None:
        lowest = parameters["bands"][-1]
        return _below_every_band(written, named, lowest["quality"], lowest["at_least"])
    people = f"{counted.respondents:,}"
    return Text(
        id=f"IKM {written}, mutu {band['quality']} ({band['id'].lower()}): rata-rata sembilan unsur dari "
        f"{people.replace(',', '.')} responden, masing-masing dikali bobot {named.replace('.', ',')} lalu dikali 25.",
        en=f"Index {index}, quality {band['quality']} ({band['en'].lower()}): means of nine elements from "
        f"{people} respondents, each times the weight {named}, then times 25.",
    )


def _below_every_band(written: str, weight: str, quality: str, floor: str) -> Text:
    return Text(
        id=f"IKM {written} berada di bawah batas terendah mutu {quality} ({floor.replace('.', ',')}), sebab sembilan "
        f"bobot {weight.replace('.', ',')} berjumlah kurang dari satu; aturan tidak memberi huruf mutu.",
        en=f"The index {written.replace(',', '.')} lies below the lowest limit of band {quality} ({floor}), because "
        f"nine weights of {weight} add up to less than one; the regulation gives no letter.",
    )
