"""What people gained between the test before and the test after, each compared with himself.

Only who took both tests can be compared. Who took one of them is counted and named as left out, never filled with zero
or a mean: those who stay away from the second test are seldom the best. The normalised gain is that of Hake (1998,
American Journal of Physics 66, 64-74): the share of what could still be gained that was gained. Its two averages
differ (Bao 2006, American Journal of Physics 74, 917-922), so both are given. A gain is no proof that the training
caused it; for that there are the waves (`core.effect`).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import fmean

from pembina.core.effect.wording import signed
from pembina.core.learning.paired import PairedDifference, paired_difference
from pembina.core.learning.refused import RefusedInputError
from pembina.core.text import Text

Score = float | Decimal


class UnusableScoresError(RefusedInputError):
    """A score or the scale cannot be used."""


@dataclass(frozen=True, slots=True)
class Scores:
    """One person's scores before and after; None where that test was not taken."""

    pre: Score | None
    post: Score | None


@dataclass(frozen=True, slots=True)
class PersonGain:
    """What one person gained.

    Attributes
    ----------
    difference : points, after less before; None without both
    normalised : share of what could still be gained, at most 1, below 0 for a loss; None without both, without a
        highest score, and where the first score was already the highest
    """

    difference: float | None
    normalised: float | None


@dataclass(frozen=True, slots=True)
class BatchGain:
    """What the people of one batch gained.

    Attributes
    ----------
    paired : number with both tests
    only_pre, only_post, neither : numbers that are left out
    difference : of those with both, in points
    mean_pre, mean_post : of those with both; None without any
    class_normalised : (mean after - mean before) / (highest - mean before), Hake's <g>; None where that is 0/0
    mean_normalised : mean of the persons' normalised gains; None without any
    at_ceiling : how many had the highest score before, and so are in the first average and not in the second
    because : the answer in a sentence
    """

    paired: int
    only_pre: int
    only_post: int
    neither: int
    difference: PairedDifference
    mean_pre: float | None
    mean_post: float | None
    class_normalised: float | None
    mean_normalised: float | None
    at_ceiling: int
    because: Text

    @property
    def left_out(self) -> int:
        """Return how many took only one of the tests."""
        return self.only_pre + self.only_post


def person_gain(scores: Scores, *, highest: Score | None, lowest: Score | None = 0.0) -> PersonGain:
    """Return what one person gained on a scale from `lowest` to `highest`; raises ``UnusableScoresError``."""
    top, bottom = _scale(highest, lowest)
    pair = _pair(scores, top, bottom)
    if pair is None:
        return PersonGain(None, None)
    return PersonGain(float(pair[1] - pair[0]), _normalised(*pair, top))


def batch_gain(
    batch: Mapping[str, Scores], *, highest: Score | None, lowest: Score | None = 0.0, confidence: float = 0.95
) -> BatchGain:
    """Return what the people of a batch gained.

    Parameters
    ----------
    batch : scores by person; the keys are not looked at
    highest : highest score of both tests; None where the scale has no top: then there is no normalised gain
    lowest : lowest score of both tests; None where the scale has no bottom

    Raises
    ------
    UnusableScoresError : a score outside the scale or no number, a scale without room, a confidence outside (0, 1)
    """
    top, bottom = _scale(highest, lowest)
    if not 0 < confidence < 1:
        raise _no_confidence(confidence)
    found = [_pair(scores, top, bottom) for scores in batch.values()]
    pairs = [pair for pair in found if pair is not None]
    difference = paired_difference([float(post - pre) for pre, post in pairs], confidence=confidence)
    each = [gain for gain in (_normalised(*pair, top) for pair in pairs) if gain is not None]
    pre, post = _mean([pair[0] for pair in pairs]), _mean([pair[1] for pair in pairs])
    only_pre, only_post, neither = _left_out(batch)
    return BatchGain(
        paired=len(pairs),
        only_pre=only_pre,
        only_post=only_post,
        neither=neither,
        difference=difference,
        mean_pre=None if pre is None else float(pre),
        mean_post=None if post is None else float(post),
        class_normalised=None if pre is None or post is None else _normalised(pre, post, top),
        mean_normalised=fmean(each) if each else None,
        at_ceiling=0 if top is None else sum(1 for pair in pairs if pair[0] == top),
        because=_because(difference, only_pre + only_post, confidence),
    )


def _mean(values: list[Fraction]) -> Fraction | None:
    return sum(values, Fraction()) / len(values) if values else None


def _scale(highest: Score | None, lowest: Score | None) -> tuple[Fraction | None, Fraction | None]:
    ends = [None if end is None else _exact(end) for end in (highest, lowest)]
    top, bottom = ends
    unusable = any(given is not None and end is None for given, end in zip((highest, lowest), ends, strict=True))
    if unusable or (top is not None and bottom is not None and top <= bottom):
        raise UnusableScoresError(
            Text(
                id=f"Skala nilai dari {lowest} sampai {highest} tidak dapat dipakai.",
                en=f"A scale from {lowest} to {highest} cannot be used.",
            ),
            Text(id="Isi nilai tertinggi di atas nilai terendah.", en="Give a highest score above the lowest."),
        )
    return top, bottom


def _pair(scores: Scores, top: Fraction | None, bottom: Fraction | None) -> tuple[Fraction, Fraction] | None:
    pre, post = (None if score is None else _score(score, top, bottom) for score in (scores.pre, scores.post))
    return None if pre is None or post is None else (pre, post)


def _score(score: Score, top: Fraction | None, bottom: Fraction | None) -> Fraction:
    value = _exact(score)
    if value is None or (bottom is not None and value < bottom) or (top is not None and value > top):
        raise UnusableScoresError(
            Text(id=f"Nilai {score} berada di luar skala.", en=f"The score {score} lies outside the scale."),
            Text(
                id="Periksa nilainya dan nilai tertinggi tes; kosongkan bila tes tidak diikuti.",
                en="Check it and the highest score of the test; leave it empty where the test was not taken.",
            ),
        )
    return value


def _exact(score: Score) -> Fraction | None:
    """Return a score as the decimal number it is written as, so that equal gains stay equal; None for no number."""
    return Fraction(str(score)) if math.isfinite(score) else None


def _no_confidence(confidence: float) -> UnusableScoresError:
    return UnusableScoresError(
        Text(
            id=f"Tingkat kepercayaan {confidence} tidak berada di antara 0 dan 1.",
            en=f"The confidence {confidence} does not lie between 0 and 1.",
        ),
        Text(id="Pakai misalnya 0,95.", en="Use 0.95, for instance."),
    )


def _normalised(pre: Fraction, post: Fraction, top: Fraction | None) -> float | None:
    return None if top is None or pre >= top else float((post - pre) / (top - pre))


def _left_out(batch: Mapping[str, Scores]) -> tuple[int, int, int]:
    taken = [(scores.pre is not None, scores.post is not None) for scores in batch.values()]
    return taken.count((True, False)), taken.count((False, True)), taken.count((False, False))


def _because(found: PairedDifference, left_out: int, confidence: float) -> Text:
    without = Text(id="", en="")
    if left_out:
        without = Text(
            id=f" Tidak ikut dihitung karena hanya mengikuti salah satu tes: {left_out} orang.",
            en=f" Left out for having taken only one of the tests: {left_out}.",
        )
    said = _gained(found, confidence)
    return Text(id=said.id + without.id, en=said.en + without.en)


def _gained(found: PairedDifference, confidence: float) -> Text:
    if found.mean is None:
        return Text(id="Belum ada yang mengikuti kedua tes.", en="Nobody has taken both tests yet.")
    change = signed(found.mean, 1)
    start = Text(
        id=f"Perubahan rata-rata {found.n} orang yang mengikuti kedua tes: {change.id} poin",
        en=f"Mean change of the {found.n} who took both tests: {change.en} points",
    )
    if found.n == 1:
        return Text(
            id=f"{start.id}. Dari satu orang tidak dapat dihitung selang.",
            en=f"{start.en}. One person gives no interval.",
        )
    if found.low is None or found.high is None:
        return Text(
            id=f"{start.id}, sama bagi semua orang, sehingga galatnya tidak dapat dihitung.",
            en=f"{start.en}, the same for everyone, so that its error cannot be computed.",
        )
    return _with_interval(start, found.low, found.high, confidence)


def _with_interval(start: Text, low: float, high: float, confidence: float) -> Text:
    level = f"{100 * confidence:g}"
    ends = signed(low, 1), signed(high, 1)
    if low <= 0 <= high:
        verdict = Text(id="belum dapat dibedakan dari tidak berubah", en="it cannot be told from no change")
    else:
        verdict = Text(id="bukan sekadar kebetulan", en="more than chance alone would give")
    return Text(
        id=f"{start.id} (selang {level.replace('.', ',')}%: {ends[0].id} sampai {ends[1].id}); {verdict.id}.",
        en=f"{start.en} ({level}% interval: {ends[0].en} to {ends[1].en}); {verdict.en}.",
    )
