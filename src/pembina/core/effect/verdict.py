"""The verdict, by a rule fixed before anybody saw a number.

Benefit is counted as positive. With the smallest effect that matters ``delta`` and the headline interval [lo, hi]:

==========================  ==================================================================
code                        when (first that applies)
==========================  ==================================================================
not_credible                the design or the data cannot carry a conclusion; the reason says why
effective                   lo >= delta
no_meaningful_effect        -delta < lo and hi < delta
effective_size_uncertain    lo > 0
harmful                     hi < 0
inconclusive                otherwise
==========================  ==================================================================

Without ``delta`` only effective_size_uncertain, harmful and inconclusive remain.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from pembina.core.effect.inference import Estimate
from pembina.core.effect.notes import Note
from pembina.core.effect.question import Question
from pembina.core.effect.wording import decimals_for, figure, percent, signed, with_unit
from pembina.core.text import Text


class Code(StrEnum):
    """The six possible verdicts."""

    EFFECTIVE = "effective"
    SIZE_UNCERTAIN = "effective_size_uncertain"
    NO_MEANINGFUL_EFFECT = "no_meaningful_effect"
    INCONCLUSIVE = "inconclusive"
    HARMFUL = "harmful"
    NOT_CREDIBLE = "not_credible"


LABELS = {
    Code.EFFECTIVE: Text(id="berdampak berarti", en="effective"),
    Code.SIZE_UNCERTAIN: Text(id="berdampak, besarnya belum pasti", en="effective, size uncertain"),
    Code.NO_MEANINGFUL_EFFECT: Text(id="tidak ada dampak berarti", en="no meaningful effect"),
    Code.INCONCLUSIVE: Text(id="belum dapat disimpulkan", en="inconclusive"),
    Code.HARMFUL: Text(id="memburuk", en="harmful"),
    Code.NOT_CREDIBLE: Text(id="bukti tidak layak", en="evidence not credible"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer.

    Attributes
    ----------
    code, label : the verdict and its name
    sentence : one plain sentence with the numbers
    reason : which part of the rule decided
    """

    code: Code
    label: Text
    sentence: Text
    reason: Text


def decide(headline: Estimate, question: Question, obstacles: tuple[Note, ...]) -> Verdict:
    """Return the verdict; ``obstacles`` are reasons for which no conclusion is credible, the gravest first."""
    if obstacles:
        first = obstacles[0].message
        sentence = Text(
            id=f"Bukti tidak layak untuk menyimpulkan dampak program: {_lowered(first.id)}",
            en=f"The evidence cannot carry a conclusion about the programme: {_lowered(first.en)}",
        )
        return Verdict(Code.NOT_CREDIBLE, LABELS[Code.NOT_CREDIBLE], sentence, first)
    sign = -1.0 if question.lower_is_better else 1.0
    low, high = sorted((sign * headline.ci_low, sign * headline.ci_high))
    code = code_for(low, high, question.smallest_effect)
    return Verdict(code, LABELS[code], _sentence(code, headline, question), _reason(code, question))


def decimals_of(headline: Estimate) -> int:
    """Decimals with which everything beside this estimate is written: two digits of its interval."""
    width = headline.ci_high - headline.ci_low
    return decimals_for(width if math.isfinite(width) and width > 0 else abs(headline.estimate))


def code_for(low: float, high: float, smallest: float | None) -> Code:
    """Apply the rule to an interval in which benefit is positive."""
    if smallest is not None and low >= smallest:
        return Code.EFFECTIVE
    if smallest is not None and -smallest < low and high < smallest:
        return Code.NO_MEANINGFUL_EFFECT
    if low > 0:
        return Code.SIZE_UNCERTAIN
    return Code.HARMFUL if high < 0 else Code.INCONCLUSIVE


@dataclass(frozen=True, slots=True)
class _Figures:
    """The numbers of a sentence, written in one language each."""

    size: Text
    near: Text
    far: Text
    low: Text
    high: Text
    smallest: Text
    confidence: Text

    @classmethod
    def of(cls, headline: Estimate, question: Question) -> "_Figures":
        decimals, unit = decimals_of(headline), question.outcome_unit
        ends = sorted((abs(headline.ci_low), abs(headline.ci_high)))
        delta = question.smallest_effect or 0.0
        return cls(
            with_unit(figure(abs(headline.estimate), decimals), unit),
            figure(ends[0], decimals),
            figure(ends[1], decimals),
            signed(headline.ci_low, decimals),
            with_unit(signed(headline.ci_high, decimals), unit),
            with_unit(figure(delta, _decimals_as_given(delta)), unit),
            percent(question.confidence),
        )


def _decimals_as_given(value: float) -> int:
    return next((decimals for decimals in range(6) if round(value, decimals) == value), 6)


def _sentence(code: Code, headline: Estimate, question: Question) -> Text:
    figures = _Figures.of(headline, question)
    if code in (Code.INCONCLUSIVE, Code.NO_MEANINGFUL_EFFECT):
        return _undecided(figures, question, headline) if code is Code.INCONCLUSIVE else _nothing_that_matters(figures)
    fell = headline.estimate < 0
    moved_id, moved_en = ("turun", "fell") if fell else ("naik", "rose")
    opening = {
        Code.EFFECTIVE: Text(id="Program berdampak berarti", en="The programme works"),
        Code.SIZE_UNCERTAIN: Text(
            id="Program berdampak, tetapi besarnya belum pasti", en="The programme works, but how much is uncertain"
        ),
        Code.HARMFUL: Text(id="Keadaan memburuk karena program", en="The programme made things worse"),
    }[code]
    tail = _tail(code, figures, question)
    return Text(
        id=f"{opening.id}: capaian {moved_id} rata-rata {figures.size.id} "
        f"(antara {figures.near.id} dan {figures.far.id}, keyakinan {figures.confidence.id}){tail.id}.",
        en=f"{opening.en}: the outcome {moved_en} by {figures.size.en} on average "
        f"(between {figures.near.en} and {figures.far.en}, {figures.confidence.en} confidence){tail.en}.",
    )


def _tail(code: Code, figures: _Figures, question: Question) -> Text:
    """Compare with the smallest effect that matters, where somebody named one."""
    if question.smallest_effect is None or code is Code.HARMFUL:
        return Text(id="", en="")
    if code is Code.EFFECTIVE:
        return Text(
            id=f"; seluruh selang itu mencapai {figures.smallest.id}, batas yang ditetapkan sebagai dampak berarti",
            en=f"; the whole interval reaches {figures.smallest.en}, the smallest effect that was said to matter",
        )
    return Text(
        id=f"; belum jelas apakah mencapai {figures.smallest.id}, batas yang ditetapkan sebagai dampak berarti",
        en=f"; it is not clear whether it reaches {figures.smallest.en}, the smallest effect that was said to matter",
    )


def _nothing_that_matters(figures: _Figures) -> Text:
    return Text(
        id="Tidak ada dampak berarti: perubahan karena program berada di antara "
        f"{figures.low.id} dan {figures.high.id} (keyakinan {figures.confidence.id}), lebih kecil daripada "
        f"{figures.smallest.id}, batas yang ditetapkan sebagai dampak berarti.",
        en=f"No meaningful effect: the change due to the programme lies between {figures.low.en} and "
        f"{figures.high.en} ({figures.confidence.en} confidence), less than {figures.smallest.en}, the smallest "
        "effect that was said to matter.",
    )


def _undecided(figures: _Figures, question: Question, headline: Estimate) -> Text:
    more = _what_would_tell(question, headline)
    return Text(
        id="Belum dapat disimpulkan: perubahan karena program bisa berada di antara "
        f"{figures.low.id} dan {figures.high.id} (keyakinan {figures.confidence.id}), membaik atau memburuk; "
        f"{more.id}.",
        en=f"Inconclusive: the change due to the programme may lie between {figures.low.en} and {figures.high.en} "
        f"({figures.confidence.en} confidence), better or worse; {more.en}.",
    )


def _what_would_tell(question: Question, headline: Estimate) -> Text:
    """Say what would narrow the interval; its width shrinks with the root of the number of units."""
    half = (headline.ci_high - headline.ci_low) / 2
    ratio = half / question.smallest_effect if question.smallest_effect else 0.0
    if 1 < ratio <= 10:
        times = math.ceil(ratio**2)
        return Text(
            id=f"gelombang berikutnya atau bulan pengamatan tambahan akan memperjelas (dengan kira-kira {times} kali "
            "unit sebanyak ini, dampak sebesar itu akan terlihat)",
            en=f"further waves or months would tell (with about {times} times as many units, an effect that matters "
            "would show)",
        )
    return Text(
        id="gelombang berikutnya atau bulan pengamatan tambahan akan memperjelas",
        en="further waves or months of observation would tell",
    )


def _reason(code: Code, question: Question) -> Text:
    """Return the part of the rule that decided."""
    mattering = question.smallest_effect is not None
    return {
        Code.EFFECTIVE: Text(
            id="Seluruh selang berada pada atau di atas dampak terkecil yang berarti.",
            en="The whole interval is at or above the smallest effect that matters.",
        ),
        Code.NO_MEANINGFUL_EFFECT: Text(
            id="Seluruh selang lebih kecil dari dampak terkecil yang berarti, ke dua arah.",
            en="The whole interval is smaller than the smallest effect that matters, in both directions.",
        ),
        Code.SIZE_UNCERTAIN: Text(
            id="Seluruh selang di sisi yang membaik, tetapi tidak seluruhnya mencapai dampak terkecil yang berarti."
            if mattering
            else "Seluruh selang di sisi yang membaik; dampak terkecil yang berarti belum ditetapkan.",
            en="The whole interval is on the better side, but not all of it reaches the smallest effect that matters."
            if mattering
            else "The whole interval is on the better side; nobody said which effect is the smallest that matters.",
        ),
        Code.HARMFUL: Text(id="Seluruh selang di sisi yang memburuk.", en="The whole interval is on the worse side."),
        Code.INCONCLUSIVE: Text(
            id="Selang memuat kemungkinan membaik maupun memburuk.",
            en="The interval includes both an improvement and a worsening.",
        ),
    }[code]


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
