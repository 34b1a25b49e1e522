"""What stands behind a decision, read from its content: verdict, numbers, guards, the locked rule, cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.core.effect.wording import decimals_for
from pembina.core.rules.programme_decision import Certainty, GuardState
from pembina.web.components.formatting import MISSING, day, in_language, month, number, signed
from pembina.web.decisions.present_lists import VERDICT_TONES, action_word

Facts = list[tuple[str, str]]
Content = Mapping[str, Any]
GUARD_TONES = {"held": "success", "doubtful": "warning", "unknown": "warning", "broken": "danger"}


@dataclass(frozen=True, slots=True)
class GuardRow:
    """One quality that must not get worse."""

    name: str
    state: str
    tone: str
    because: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One line of the locked rule; `holds` is the one that decided."""

    words: str
    action: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was known when the decision was taken."""

    verdict: str
    tone: str
    sentence: str
    numbers: Facts
    naive: str
    guards: list[GuardRow]
    rule_action: str
    because: list[str]
    rule: list[RuleRow]
    rule_source: str
    warnings: list[str]
    cost: str


def said(both: Mapping[str, str]) -> str:
    """Return a frozen sentence in the language of the page."""
    return both["en"] if (get_language() or "id").startswith("en") else both["id"]


def present_evidence(content: Content) -> Evidence:
    verdict, rule = content["verdict"], content["rule"]
    return Evidence(
        verdict=said(verdict["label"]).capitalize(),
        tone=VERDICT_TONES[verdict["code"]],
        sentence=said(verdict["sentence"]),
        numbers=_numbers(content),
        naive=said(content["naive"]["sentence"]) if content.get("naive") else "",
        guards=[_guard(one) for one in content["guards"]],
        rule_action=action_word(rule["action"]),
        because=[said(one) for one in rule["because"]],
        rule=[_line(one, rule["line"]) for one in rule["lines"]],
        rule_source=" ".join(filter(None, (rule["source"], in_language(Certainty(rule["certainty"]).sentence)))),
        warnings=_warnings(content),
        cost=said(content["cost"]["because"]) if content["cost"] else "",
    )


def _numbers(content: Content) -> Facts:
    finding, run, design = content["finding"], content["run"], content["design"]
    month_of = month(run["data_until"][:7])
    naive = content.get("naive")
    return [
        (_("Dampak"), _effect(finding)),
        (_("Dampak terkecil yang berarti"), _sized(finding, finding["smallest_effect"])),
        (_("Sebelum-sesudah saja"), _sized(finding, naive["change"], plus=True) if naive else MISSING),
        (_("Evaluasi sebelumnya dengan putusan sama"), number(content["earlier_alike"])),
        (_("Perhitungan"), _("ke-%(number)s, data sampai %(month)s") % {"number": run["number"], "month": month_of}),
        (_("Rancangan terkunci"), _("versi %s") % design["version"]),
        (_("Hari keputusan menurut rancangan"), _day(design["decides_on"])),
    ]


def _effect(finding: Mapping[str, Any]) -> str:
    estimate, low, high = finding["estimate"], finding["low"], finding["high"]
    if estimate is None or low is None or high is None:
        return MISSING
    decimals = decimals_for((high - low) or abs(estimate))
    told = {"low": signed(low, decimals), "high": signed(high, decimals)}
    return f"{signed(estimate, decimals)} {finding['unit']}".rstrip() + " " + _("(antara %(low)s dan %(high)s)") % told


def _sized(finding: Mapping[str, Any], value: float | None, *, plus: bool = False) -> str:
    if value is None:
        return MISSING
    if plus:
        written = signed(value, min(decimals_for(abs(value) / 10), 2))
    else:
        written = number(value, next((digits for digits in range(4) if round(value, digits) == value), 4))
    return f"{written} {finding['unit']}".rstrip()


def _day(written: str) -> str:
    return day(date.fromisoformat(written))


def _guard(one: Mapping[str, Any]) -> GuardRow:
    state = in_language(GuardState(one["state"]).label).capitalize()
    return GuardRow(said(one["name"]), state, GUARD_TONES[one["state"]], said(one["because"]))


def _line(one: Mapping[str, Any], decided: str) -> RuleRow:
    return RuleRow(said(one), action_word(one["action"]), one["key"] == decided)


def _warnings(content: Content) -> list[str]:
    """Return what a reader must know about when it was decided."""
    told = content["decision"]
    late = _("Diputus %s hari sesudah hari keputusan menurut rancangan.") % number(told["days_late"])
    early = _("Data belum sampai bulan terakhir yang dijanjikan rancangan; hasilnya masih dapat berubah.")
    harm = _("Ada kerugian berat yang dilaporkan karena program ini.")
    pairs = [(told["days_late"] > 0, late), (told["before_all_data"], early), (told["serious_harm"], harm)]
    return [words for applies, words in pairs if applies]
