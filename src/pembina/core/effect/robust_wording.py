"""The breakdown values of a conclusion in plain words."""

import math

from pembina.core.effect.question import Question
from pembina.core.effect.wording import decimals_for, figure, with_unit
from pembina.core.text import Text


def drifts_sentence(value: float, estimate: float, question: Question, against: float, *, most: float) -> Text:
    """Say how many times as fast as before the comparison may drift; ``value`` is 0, finite, or infinite."""
    said = _conclusion(estimate, question, against)
    if value == 0:
        return _nothing_to_lose(said)
    if math.isinf(value):
        times = figure(most, 0)
        return Text(
            id=f"{said.id} bertahan sekalipun sesudah mulai unit yang ikut dan pembandingnya saling menjauh "
            f"{times.id} kali secepat pergeseran terbesar antarperiode yang terlihat sebelum mulai.",
            en=f"{said.en} holds even if, after the start, the units that joined and their comparison drift apart "
            f"{times.en} times as fast as in the worst period seen before it.",
        )
    times = _rounded_down(value)
    judged = _judged(value)
    return Text(
        id=f"{said.id} bertahan selama sesudah mulai unit yang ikut dan pembandingnya saling menjauh paling banyak "
        f"{times.id} kali secepat pergeseran terbesar antarperiode yang terlihat sebelum mulai. {judged.id}",
        en=f"{said.en} holds as long as, after the start, the units that joined and their comparison drift apart at "
        f"most {times.en} times as fast as in the worst period seen before it. {judged.en}",
    )


def bends_sentence(value: float, estimate: float, question: Question, against: float, *, seen: float) -> Text:
    """Say by how much the slope of the difference may change; ``seen`` is the largest change before the start."""
    said = _conclusion(estimate, question, against)
    if value == 0:
        return Text(
            id=f"{said.id} sudah tidak pasti bila selisih unit yang ikut dan pembandingnya bergerak menurut garis "
            "lurus yang sama seperti sebelum mulai.",
            en=f"{said.en} is already uncertain if the difference between the units that joined and their comparison "
            "went on along the straight line seen before the start.",
        )
    decimals = decimals_for(value)
    size = with_unit(figure(_floored(value, decimals), decimals), question.outcome_unit)
    before = Text(id="", en="")
    if not math.isnan(seen):
        largest = with_unit(figure(seen, decimals), question.outcome_unit)
        before = Text(
            id=f"; belokan terbesar sebelum mulai {largest.id}", en=f"; the largest bend before the start was "
            f"{largest.en}"
        )  # fmt: skip
    return Text(
        id=f"{said.id} bertahan selama laju menjauhnya unit yang ikut dari pembandingnya berubah paling banyak "
        f"{size.id} dari satu periode ke periode berikutnya{before.id}.",
        en=f"{said.en} holds as long as the speed at which the units that joined move away from their comparison "
        f"changes by at most {size.en} from one period to the next{before.en}.",
    )


def _conclusion(estimate: float, question: Question, against: float) -> Text:
    fell = estimate < against
    if against == 0:
        moved_id, moved_en = ("turun", "fell") if fell else ("naik", "rose")
        return Text(
            id=f"Kesimpulan bahwa capaian {moved_id} karena program",
            en=f"The conclusion that the outcome {moved_en} because of the programme",
        )
    limit = with_unit(figure(against, decimals_for(abs(against) / 10)), question.outcome_unit)
    side_id, side_en = ("di bawah", "below") if fell else ("di atas", "above")
    return Text(
        id=f"Kesimpulan bahwa dampak program {side_id} {limit.id}",
        en=f"The conclusion that the effect of the programme lies {side_en} {limit.en}",
    )


def _nothing_to_lose(said: Text) -> Text:
    return Text(
        id=f"{said.id} sudah tidak pasti sekalipun pembandingnya tepat, sehingga tidak ada yang dapat digoyahkan.",
        en=f"{said.en} is uncertain even if the comparison is right, so that there is nothing to be shaken.",
    )


def _judged(value: float) -> Text:
    if value < 1:
        return Text(
            id="Pergeseran sebesar yang pernah terjadi sudah cukup untuk menggoyahkannya.",
            en="A drift as large as one already seen is enough to shake it.",
        )
    return Text(
        id="Pergeseran sebesar yang pernah terjadi belum cukup untuk menggoyahkannya.",
        en="A drift as large as any already seen is not enough to shake it.",
    )


def _rounded_down(value: float) -> Text:
    """Write with one decimal, two below a tenth, never above the value."""
    decimals = 1 if value >= 0.1 else 2
    return figure(_floored(value, decimals), decimals)


def _floored(value: float, decimals: int) -> float:
    scale = 10.0**decimals
    return math.floor(value * scale) / scale
