"""What a computed effect says, in the order of what matters: the verdict, naive beside honest, what to know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pembina.core.effect.wording import decimals_for
from pembina.web.components.charts.event_study import EventPoint, EventStudy
from pembina.web.components.effect.tables import Figures
from pembina.web.components.formatting import number, percent, signed

MOST_WAVES = 12
TONES = {
    "effective": "success",
    "effective_size_uncertain": "info",
    "no_meaningful_effect": "",
    "inconclusive": "warning",
    "harmful": "danger",
    "not_credible": "danger",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The badge, its sentence, and the part of the rule that decided; empty where the sentence says it."""

    word: str
    tone: str
    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Stat:
    """One of the two large figures."""

    label: str
    value: str
    unit: str
    note: str


def figures_of(evaluation: Mapping[str, Any], unit: str, period_names: Mapping[int, str]) -> Figures:
    """How figures of this result are written: two digits of what is known."""
    headline = evaluation["headline"]
    low, high = headline["ci_low"], headline["ci_high"]
    spread = abs(headline["estimate"] or 0) if low is None or high is None else high - low
    return Figures(decimals_for(spread), unit, period_names)


def event_study(points: Iterable[tuple[int, tuple[float | None, ...]]], unit: str) -> EventStudy:
    """The chart of (event time, (estimate, low, high, band low, band high))."""
    drawn = [EventPoint(time, *values) for time, values in points]
    return EventStudy(_("Dampak menurut waktu sejak program mulai"), drawn, unit)


def verdict(found: dict) -> Verdict:
    word = found["label"][:1].upper() + found["label"][1:]
    reason = "" if repeats(found["sentence"], found["reason"]) else found["reason"]
    return Verdict(word, TONES[found["code"]], found["sentence"], reason)


def repeats(sentence: str, reason: str) -> bool:
    """Whether the sentence already ends with the reason, begun with a small letter."""
    return sentence.endswith(reason[1:])


def warnings(evaluation: dict) -> tuple[str, ...]:
    """What a reader must know; the reason that decided the verdict stands there already."""
    decided = evaluation["verdict"]["reason"]
    return tuple(warning["message"] for warning in evaluation["warnings"] if warning["message"] != decided)


def naive(found: dict, figures: Figures) -> Stat:
    note = _("Rata-rata %(before)s sebelum mulai, %(after)s sesudahnya") % {
        "before": number(found["before"], figures.digits),
        "after": number(found["after"], figures.digits),
    }
    if found["change_percent"] is not None:
        note += f" ({signed(found['change_percent'], 0)}%)"
    return Stat(_("Sebelum-sesudah saja"), signed(found["change"], figures.digits), figures.unit, f"{note}.")


def honest(evaluation: dict, figures: Figures) -> Stat:
    headline = evaluation["headline"]
    note = _("Selang %(confidence)s: %(interval)s.") % {
        "confidence": percent(evaluation["question"]["confidence"]),
        "interval": figures.interval(headline),
    }
    return Stat(_("Dengan pembanding"), signed(headline["estimate"], figures.digits), figures.unit, note)


def pretrend(found: dict) -> str:
    if found["p"] is None:
        return _("Gerak sebelum mulai tidak dapat diuji: datanya terlalu sedikit.")
    words = {"p": number(found["p"], 3), "statistic": number(found["statistic"], 2), "degrees": found["degrees"]}
    if found["p"] < 0.05:
        return (
            _("Sebelum mulai, unit dan pembandingnya tidak bergerak searah (statistik %(statistic)s, p = %(p)s).")
            % words
        )
    return (
        _("Sebelum mulai tidak terlihat gerak yang berbeda dari pembandingnya (statistik %(statistic)s, p = %(p)s).")
        % words
    )


def waves(found: list[dict], figures: Figures) -> str:
    """The waves with their sizes; of many only the first."""
    written = [wave(each, figures) for each in found]
    if len(written) > MOST_WAVES:
        rest = _("dan %(count)s gelombang lain") % {"count": len(written) - MOST_WAVES}
        written = [*written[:MOST_WAVES], rest]
    return "; ".join(written)


def wave(found: dict, figures: Figures) -> str:
    words = {"units": number(found["units"]), "start": "" if found["start"] is None else figures.period(found["start"])}
    if found["start"] is None:
        return _("tidak pernah: %(units)s unit") % words
    return _("%(start)s: %(units)s unit") % words
