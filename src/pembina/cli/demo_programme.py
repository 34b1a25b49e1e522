"""One programme, simulated with a known effect and then evaluated as if nobody knew it."""

from dataclasses import replace

from pembina.core.effect import Question, evaluate
from pembina.core.effect.inference import Estimate
from pembina.core.effect.simulate import simulate_programme
from pembina.core.effect.verdict import decimals_of
from pembina.core.effect.wording import figure, percent
from pembina.core.text import Text

UNITS, MONTHS, WAVES = 60, 36, 4
QUESTION = Question(lower_is_better=True, smallest_effect=1.0)
OUTCOME_UNIT = Text(id="hari", en="days")


def evaluated_programme(language: str) -> str:
    """Return the verdict, the naive beside the honest figure, and the truth, as lines to print."""
    simulated = simulate_programme(units=UNITS, periods=MONTHS, waves=WAVES)
    question = replace(QUESTION, outcome_unit=OUTCOME_UNIT.in_language(language))
    evaluation = evaluate(simulated.panel, question)
    honest, naive = evaluation.headline, evaluation.naive
    decimals = decimals_of(honest)
    lines = [
        _title(),
        evaluation.verdict.sentence,
        _beside("Sebelum-sesudah saja", "Before-after alone", figure(naive.change, decimals)),
        _beside("Dengan pembanding", "Against a comparison", _interval(honest, decimals)),
        _beside("Sebenarnya", "In truth", figure(simulated.truth, decimals)),
        evaluation.naive_sentence,
    ]
    return "\n".join(line.in_language(language) for line in lines)


def _title() -> Text:
    return Text(
        id=f"Contoh: pelatihan bertahap di {UNITS} kantor perizinan, {MONTHS} bulan, {WAVES} gelombang "
        "(simulasi; hari sampai izin terbit)\n",
        en=f"Example: a staged training in {UNITS} permit offices, {MONTHS} months, {WAVES} waves "
        "(simulated; days until a permit is issued)\n",
    )


def _beside(indonesian: str, english: str, value: Text) -> Text:
    return Text(id=f"  {indonesian:<22}{value.id:>6}", en=f"  {english:<22}{value.en:>6}")


def _interval(honest: Estimate, decimals: int) -> Text:
    middle, left, right = (figure(value, decimals) for value in (honest.estimate, honest.ci_low, honest.ci_high))
    sure = percent(QUESTION.confidence)
    return Text(
        id=f"{middle.id:>6} ({left.id} sampai {right.id}, keyakinan {sure.id})",
        en=f"{middle.en:>6} ({left.en} to {right.en}, {sure.en} confidence)",
    )
