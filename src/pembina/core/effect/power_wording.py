"""What a plan can see, and what more of it would buy, in plain words."""

import math

from pembina.core.effect.question import Question
from pembina.core.effect.wave_plan import WavePlan
from pembina.core.effect.wording import decimals_for, figure, percent, with_unit
from pembina.core.text import Text

WORTH_SAYING = 0.005


def detectable_sentence(plan: WavePlan, effect: float, power: float, sure: float | None, question: Question) -> Text:
    """Say what the plan can see; ``sure`` is the probability to find the smallest effect that matters."""
    waves = len(plan.starts)
    start = Text(
        id=f"Dengan {plan.units} unit dalam {waves} gelombang selama {plan.months} bulan",
        en=f"With {plan.units} units in {waves} {'wave' if waves == 1 else 'waves'} over {plan.months} months",
    )
    if math.isinf(effect):
        return Text(
            id=f"{start.id}, cara membagi gelombang terlalu sedikit untuk membedakan dampak sebesar apa pun dari "
            "kebetulan.",
            en=f"{start.en}, there are too few ways to assign the waves to tell any effect from chance.",
        )
    size, chance = _size(effect, question), percent(power)
    judged = _judged(sure, power, question)
    return Text(
        id=f"{start.id}, dampak sebesar {size.id} atau lebih akan terlihat dengan peluang {chance.id}.{judged.id}",
        en=f"{start.en}, an effect of {size.en} or more will be seen with probability {chance.en}.{judged.en}",
    )


def _judged(sure: float | None, power: float, question: Question) -> Text:
    if sure is None or question.smallest_effect is None:
        return Text(id="", en="")
    size, chance = _size(question.smallest_effect, question), percent(sure)
    enough_id, enough_en = ("cukup", "enough") if sure >= power else ("terlalu lemah", "too weak")
    return Text(
        id=f" Dampak terkecil yang berarti ({size.id}) terlihat dengan peluang {chance.id}: rencana ini {enough_id}.",
        en=f" The smallest effect that matters ({size.en}) is seen with probability {chance.en}: the plan is "
        f"{enough_en}.",
    )


def bought_sentence(now: float, larger: float, question: Question, *, months: int, units: int) -> Text:
    """Say from what to what the smallest effect that can be seen would fall."""
    more = _more(months, units)
    if math.isinf(larger):
        return Text(
            id=f"{more.id} belum cukup: dampak sebesar apa pun tetap tidak dapat dibedakan dari kebetulan.",
            en=f"{more.en} would not be enough: no effect could be told from chance.",
        )
    after = _size(larger, question)
    if math.isinf(now):
        return Text(
            id=f"{more.id} membuat dampak mulai {after.id} dapat terlihat; sekarang dampak sebesar apa pun tidak.",
            en=f"{more.en} would let an effect from {after.en} on be seen; now none can.",
        )
    before = _size(now, question)
    if now - larger < WORTH_SAYING * now:
        return Text(
            id=f"{more.id} hampir tidak membantu: dampak terkecil yang terlihat tetap sekitar {before.id}.",
            en=f"{more.en} would hardly help: the smallest effect that can be seen stays at about {before.en}.",
        )
    share = percent((now - larger) / now)
    return Text(
        id=f"{more.id} menurunkan dampak terkecil yang terlihat dari {before.id} menjadi {after.id} ({share.id} lebih "
        "kecil).",
        en=f"{more.en} would bring the smallest effect that can be seen from {before.en} to {after.en} ({share.en} "
        "less).",
    )


def _more(months: int, units: int) -> Text:
    if months:
        return Text(id=f"{months} bulan lagi", en=f"{months} more {'month' if months == 1 else 'months'}")
    return Text(id=f"{units} unit lagi", en=f"{units} more {'unit' if units == 1 else 'units'}")


def _size(effect: float, question: Question) -> Text:
    return with_unit(figure(effect, decimals_for(effect / 10)), question.outcome_unit)
