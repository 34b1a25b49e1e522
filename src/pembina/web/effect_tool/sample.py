"""The sample: a simulated programme whose true effect is known, evaluated once for each language."""

import csv
import io
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import gettext as _

from pembina.core.effect.question import Question
from pembina.core.effect.simulate import Simulated, simulate_programme
from pembina.core.text import Text
from pembina.web.components.formatting import number, signed
from pembina.web.effect_tool.carried import CarriedResult
from pembina.web.effect_tool.computation import answer_of
from pembina.web.effect_tool.present_result import figures_of

# Said before the simulation is looked at, as a visitor would: a day less of waiting matters.
QUESTION = Question(lower_is_better=True, smallest_effect=1.0)
UNIT = Text(id="hari", en="days")
NAME = Text(id="Contoh: 60 kantor perizinan", en="Sample: 60 permit offices")


@dataclass(frozen=True, slots=True)
class Truth:
    """What the simulation put in, and how far the two answers are from it, written for people."""

    effect: str
    unit: str
    trend: str
    naive_error: str
    times: str
    honest_error: str
    covered: str


@lru_cache(maxsize=1)
def simulated() -> Simulated:
    return simulate_programme()


@lru_cache(maxsize=2)
def sample_result(language: str) -> CarriedResult:
    """The evaluation of the sample; the same for everybody, so it is computed once a process and language."""
    question = replace(QUESTION, outcome_unit=UNIT.in_language(language))
    found = answer_of(simulated().panel, question, language)
    return CarriedResult(found, NAME.in_language(language), UNIT.in_language(language))


def truth_of_sample(result: CarriedResult) -> Truth:
    """Hold both answers of the page against what was simulated."""
    evaluation, effect = result.answer.evaluation, simulated().truth
    headline, naive = evaluation["headline"], evaluation["naive"]["change"]
    naive_error, honest_error = abs(naive - effect), abs(headline["estimate"] - effect)
    digits = figures_of(result).digits
    inside = headline["ci_low"] <= effect <= headline["ci_high"]
    return Truth(
        effect=signed(effect, digits),
        unit=result.unit,
        trend=_("Semua kantor, yang ikut maupun tidak, memang sedang makin cepat."),
        naive_error=number(naive_error, digits),
        times=_("%(times)s kali kekeliruan perhitungan dengan pembanding.")
        % {"times": number(naive_error / honest_error)},
        honest_error=number(honest_error, digits),
        covered=_("Selangnya memuat dampak sebenarnya.") if inside else _("Selangnya tidak memuat dampak sebenarnya."),
    )


def sample_csv() -> str:
    """The rows that the sample was computed from."""
    rows = simulated().as_rows()
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
