"""What changed from one version of a design to the next, and what was known when it did."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.domain.impact.enums import DesignState
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.queries.design_units import units_of
from pembina.web.components.formatting import day, month, number, signed, significant_digits
from pembina.web.evaluations.present_design import DesignWords, design_in_words, named


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of a design, before and after."""

    label: str
    before: str
    after: str


def differences_of(before: EvaluationDesign | None, design: EvaluationDesign) -> list[Difference]:
    """Return what differs, in words; nothing for a first version."""
    if before is None:
        return []
    old, new = _told(before), _told(design)
    return [
        Difference(label, old.get(label, ""), new.get(label, "") or _("dihapus"))
        for label in dict.fromkeys([*old, *new])
        if old.get(label, "") != new.get(label, "")
    ]


def _told(design: EvaluationDesign) -> dict[str, str]:
    """Return a design as lines that can be compared."""
    words: DesignWords = design_in_words(design)
    told = {label: value for label, value in words.facts if label != _("Dikunci")}
    for one in words.outcomes:
        told[_("Ukuran: %s") % one.name] = f"{one.role}, {one.direction}, {one.bound}, {one.services}"
    for condition, action in words.rule:
        told[condition] = action
    told[_("Dasar aturan")] = words.rule_source
    told[_("Penanda tangan")] = "; ".join(f"{name} ({capacity})" for name, capacity in sorted(words.signers))
    for member in units_of(design):
        start = month(f"{member.planned_month:%Y-%m}") if member.planned_month else ""
        place = _("gelombang %(number)s, %(month)s") % {"number": number(member.wave), "month": start}
        told[f"{member.name} ({member.code})"] = place if member.wave else _("tidak ikut")
    return told


def known_in_words(known: Mapping[str, Any]) -> list[str]:
    """Return what was known when a version was opened or locked, a sentence each."""
    if not known:
        return []
    told = [
        _("Versi sebelumnya dikunci %(locked)s; sejak itu %(months)s bulan data masuk.")
        % {"locked": day(date.fromisoformat(known["locked_on"])), "months": number(known["months_of_data"])}
    ]
    waves = known["waves"]
    if waves:
        names = [f"{one['number']} ({day(date.fromisoformat(one['started_on']))})" for one in waves]
        told.append(_("Gelombang yang sudah mulai: %s.") % ", ".join(names))
    else:
        told.append(_("Belum ada gelombang yang mulai."))
    told.extend(_run(one) for one in known["runs"])
    if not known["runs"]:
        told.append(_("Belum ada perhitungan, jadi belum ada hasil yang diketahui."))
    return told


def _run(run: Mapping[str, Any]) -> str:
    told = {"number": number(run["number"]), "until": month(run["data_until"][:7])}
    if run.get("verdict") is None:
        return _("Perhitungan %(number)s (data sampai %(until)s): ukuran utama tidak dapat dijawab.") % told
    english = (get_language() or "id").startswith("en")
    told["label"] = run["label"]["en" if english else "id"]
    numbers = [value for value in (run["estimate"], run["low"], run["high"]) if value is not None]
    digits = significant_digits(numbers)
    told |= {name: signed(run[name], digits) for name in ("estimate", "low", "high")} | {"unit": run["unit"]}
    return (
        _("Perhitungan %(number)s (data sampai %(until)s): %(label)s, %(estimate)s %(unit)s, antara %(low)s dan "
          "%(high)s.") % told
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """One warning that was read when it was locked."""

    message: str
    names: str


def warnings_in(design: EvaluationDesign) -> list[ReadWarning]:
    """Return the warnings that were ticked when a version was locked."""
    if design.state != DesignState.LOCKED:
        return []
    english = (get_language() or "id").startswith("en")
    told: Iterable[Mapping[str, Any]] = json.loads(design.content).get("warnings", [])
    return [ReadWarning(one["message"]["en" if english else "id"], named(one["names"])) for one in told]
