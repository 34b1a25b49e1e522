"""What a run found, read out of its stored result: numbers as they are, sentences in both languages."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pembina.core.effect.verdict import Code
from pembina.core.rules.programme_decision import Guard
from pembina.core.text import Text
from pembina.domain.impact.design_judgements import notes_on
from pembina.domain.impact.enums import OutcomeRole
from pembina.domain.impact.joint_words import joint_notes
from pembina.domain.impact.level_chain import LevelChain, level_chain
from pembina.domain.impact.models import DesignOutcome, EvaluationRun

LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Measured:
    """The effect on one outcome by the planned start, in its unit.

    Attributes
    ----------
    code, label, sentence : the verdict of the engine; the code is empty where nothing could be computed, and the
        sentence then says why
    estimate, low, high : the headline and its interval; None where there is none
    actual : the same three by the actual start; None where nobody slipped
    smallest_effect, tolerated : what was asked before, None where it was not
    p_adjusted : after the correction for several outcomes, None where there is none
    waves, never : how many units each wave had that was measured by this outcome, and how many stayed out
    """

    name: Text
    role: str
    unit: str
    lower_is_better: bool
    code: str
    label: Text
    sentence: Text
    estimate: float | None
    low: float | None
    high: float | None
    actual: tuple[float | None, float | None, float | None] | None
    smallest_effect: float | None
    tolerated: float | None
    p_adjusted: float | None
    waves: tuple[int, ...] = ()
    never: int = 0

    @property
    def guard(self) -> Guard:
        """Return it as a quality that must not get worse; without credible evidence nothing is known of it."""
        known = self.code not in ("", Code.NOT_CREDIBLE) and self.low is not None and self.high is not None
        low, high = (self.low, self.high) if known else (None, None)
        return Guard(self.name, low, high, self.tolerated or 0.0, self.lower_is_better, self.unit)


@dataclass(frozen=True, slots=True)
class Naive:
    """Before and after alone, with the sentence that says why it is not the effect."""

    before: float | None
    after: float | None
    change: float | None
    percent: float | None
    sentence: Text


@dataclass(frozen=True, slots=True)
class EventPoint:
    """The effect so many months since the start (0 is the first); `units` are those that had started it rests on."""

    time: int
    estimate: float | None
    low: float | None
    high: float | None
    band_low: float | None
    band_high: float | None
    units: int

    @property
    def excludes_zero(self) -> bool:
        """Say whether it differs from no effect: by the band of all months where there is one."""
        low, high = (self.low, self.high) if self.band_low is None else (self.band_low, self.band_high)
        return low is not None and high is not None and not low <= 0 <= high


@dataclass(frozen=True, slots=True)
class RunFacts:
    """All of a result that papers and pages tell.

    Attributes
    ----------
    primary, others, guards : the outcomes by what they are for; `primary` is None in a result without one
    naive : of the primary outcome, as are all the following
    waves : units of each wave in the order of their start, those that never start not among them
    never : units that never start
    events : ascending, each month against the last one before the start
    chain : the four levels and where they broke
    pretrend : p-value of the joint test before the start
    random_timing : whether the order was drawn by lot, so that the efficient estimator was used
    sensitivity : how wrong the comparison may be, a sentence for each way
    warnings : of the engine, by code, and of outcomes that those who take part wrote down themselves
    """

    primary: Measured | None
    others: tuple[Measured, ...]
    guards: tuple[Measured, ...]
    naive: Naive | None
    waves: tuple[int, ...]
    never: int
    events: tuple[EventPoint, ...]
    chain: LevelChain
    pretrend: float | None
    random_timing: bool
    confidence: float
    sensitivity: tuple[Text, ...]
    warnings: tuple[tuple[str, Text], ...]


def run_facts(run: EvaluationRun) -> RunFacts:
    """Return what a finished run found."""
    asked = {outcome.position: outcome for outcome in run.design.outcomes.all()}
    told = run.result.get("outcomes", [])
    measured = [_measured(found, asked.get(found["position"])) for found in told]
    primary: Mapping[str, Any] = next((found for found in told if found["role"] == OutcomeRole.PRIMARY), {})
    planned = primary.get("planned") or {}
    plain: Mapping[str, Any] = planned.get("id", {})
    waves, never = _sizes(plain)
    return RunFacts(
        primary=next((each for each in measured if each.role == OutcomeRole.PRIMARY), None),
        others=tuple(each for each in measured if each.role == OutcomeRole.SECONDARY),
        guards=tuple(each for each in measured if each.role == OutcomeRole.GUARD),
        naive=_naive(planned) if plain else None,
        waves=waves,
        never=never,
        events=_events(primary, plain) if plain else (),
        chain=level_chain(run.levels, run.result),
        pretrend=plain["pretrend"]["p"] if plain else None,
        random_timing=bool(plain and plain["question"]["random_timing"]),
        confidence=plain["question"]["confidence"] if plain else 0.95,
        sensitivity=_sensitivity(primary.get("sensitivity")),
        warnings=(*joint_notes(run.evaluation), *notes_on(asked.values()), *_warnings(planned)),
    )


def _sizes(plain: Mapping[str, Any]) -> tuple[tuple[int, ...], int]:
    """Return the units of each wave, and those that never start, as one outcome measured them."""
    waves = plain.get("waves", [])
    started = tuple(wave["units"] for wave in waves if wave["start"] is not None)
    return started, sum(wave["units"] for wave in waves if wave["start"] is None)


def both(found: Mapping[str, Any], *path: str) -> Text:
    """Return the sentence at `path` in the object of each language."""
    said = {}
    for language in LANGUAGES:
        value: Any = found[language]
        for name in path:
            value = value[name]
        said[language] = str(value)
    return Text(**said)


def _measured(found: Mapping[str, Any], asked: DesignOutcome | None) -> Measured:
    planned = found["planned"]
    headline = planned["id"]["headline"] if planned else {}
    tolerated = asked.tolerated if asked else None
    smallest = asked.smallest_effect if asked else None
    waves, never = _sizes(planned["id"] if planned else {})
    return Measured(
        name=Text(**found["name"]),
        role=found["role"],
        unit=found["unit"],
        lower_is_better=planned["id"]["question"]["lower_is_better"]
        if planned
        else bool(asked and asked.lower_is_better),
        code=planned["id"]["verdict"]["code"] if planned else "",
        label=both(planned, "verdict", "label") if planned else Text("tidak dapat dihitung", "could not be computed"),
        sentence=both(planned, "verdict", "sentence") if planned else _refused(found),
        estimate=headline.get("estimate"),
        low=headline.get("ci_low"),
        high=headline.get("ci_high"),
        actual=_actual(found),
        smallest_effect=None if smallest is None else float(smallest),
        tolerated=None if tolerated is None else float(tolerated),
        p_adjusted=found["p_adjusted"],
        waves=waves,
        never=never,
    )


def _refused(found: Mapping[str, Any]) -> Text:
    why = found["refused"].get("planned")
    return Text(**why["message"]) if why else Text("Tidak dapat dihitung.", "It could not be computed.")


def _actual(found: Mapping[str, Any]) -> tuple[float | None, float | None, float | None] | None:
    if not found["slipped"] or not found["actual"]:
        return None
    headline = found["actual"]["id"]["headline"]
    return headline["estimate"], headline["ci_low"], headline["ci_high"]


def _naive(planned: Mapping[str, Any]) -> Naive:
    found = planned["id"]["naive"]
    sentence = both(planned, "naive", "sentence")
    return Naive(found["before"], found["after"], found["change"], found["change_percent"], sentence)


def _events(found: Mapping[str, Any], plain: Mapping[str, Any]) -> tuple[EventPoint, ...]:
    sizes = {wave["start"]: wave["units"] for wave in plain["waves"]}
    behind: Counter[int] = Counter()
    months = found.get("months_per_period", 1)
    for cell in plain["att"]:
        behind[cell["period"] - cell["cohort"]] += sizes.get(cell["cohort"], 0)
    return tuple(
        EventPoint(
            time=months * at["event_time"],
            estimate=at["estimate"],
            low=at["ci_low"],
            high=at["ci_high"],
            band_low=at["band_low"],
            band_high=at["band_high"],
            units=behind[months * at["event_time"]],
        )
        for at in found["event"] or ()
    )


def _sensitivity(found: Mapping[str, Any] | None) -> tuple[Text, ...]:
    if not found:
        return ()
    return both(found, "drift_breakdown", "sentence"), both(found, "bend_breakdown", "sentence")


def _warnings(planned: Mapping[str, Any]) -> tuple[tuple[str, Text], ...]:
    if not planned:
        return ()
    pairs = zip(planned["id"]["warnings"], planned["en"]["warnings"], strict=True)
    return tuple((said["code"], Text(said["message"], english["message"])) for said, english in pairs)
