"""One programme, simulated with a known effect and then evaluated as if nobody knew it."""

from pembina.core.effect import Question, evaluate
from pembina.core.effect.simulate import simulate_programme
from pembina.core.effect.wording import figure, percent
from pembina.core.text import Text

UNITS, MONTHS, WAVES = 60, 36, 4
QUESTION = Question(lower_is_better=True, smallest_effect=0.5)


def evaluated_programme(language: str) -> str:
    """Return the verdict, the naive beside the honest figure, and the truth, as lines to print."""
    simulated = simulate_programme(units=UNITS, periods=MONTHS, waves=WAVES)
    evaluation = evaluate(simulated.panel, QUESTION)
    honest, naive = evaluation.headline, evaluation.naive
    lines = [
        _title(),
        evaluation.verdict.sentence,
        _beside("Sebelum-sesudah saja", "Before-after alone", figure(naive.change, 1)),
        _beside("Dengan pembanding", "Against a comparison", _interval(honest.estimate, honest.ci_low, honest.ci_high)),
        _beside("Sebenarnya", "In truth", figure(simulated.truth, 1)),
        naive.sentence(honest.estimate),
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


def _interval(estimate: float, low: float, high: float) -> Text:
    middle, left, right, sure = figure(estimate, 1), figure(low, 1), figure(high, 1), percent(QUESTION.confidence)
    return Text(
        id=f"{middle.id:>6} ({left.id} sampai {right.id}, keyakinan {sure.id})",
        en=f"{middle.en:>6} ({left.en} to {right.en}, {sure.en} confidence)",
    )
