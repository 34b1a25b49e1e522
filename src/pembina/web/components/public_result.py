"""What citizens read about a programme, written from what was frozen: on the portal, and as a preview before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pembina.core.effect.wording import decimals_for, unit_words
from pembina.core.text import Text
from pembina.domain.impact.enums import Capacity, TaskKind
from pembina.web.components.charts.event_study import EventPoint, EventStudy
from pembina.web.components.formatting import MISSING, day, in_language, number, percent, signed
from pembina.web.components.public_answers import answers

Content = Mapping[str, Any]
WORDS: Mapping[str, tuple[str | Promise, str]] = {
    "effective": (gettext_lazy("Berhasil"), "success"),
    "effective_size_uncertain": (gettext_lazy("Berhasil, besarnya belum pasti"), "info"),
    "no_meaningful_effect": (gettext_lazy("Tidak ada dampak berarti"), ""),
    "harmful": (gettext_lazy("Memburuk"), "danger"),
    "inconclusive": (gettext_lazy("Belum dapat disimpulkan"), "warning"),
    "not_credible": (gettext_lazy("Buktinya tidak layak"), "danger"),
}
ACTIONS: Mapping[str, str | Promise] = {
    "continue": gettext_lazy("Dilanjutkan"),
    "expand": gettext_lazy("Dikembangkan"),
    "fix": gettext_lazy("Diperbaiki"),
    "stop": gettext_lazy("Dihentikan"),
}


@dataclass(frozen=True, slots=True)
class Stat:
    """One of the two figures that stand side by side."""

    label: str
    value: str
    unit: str
    note: str


@dataclass(frozen=True, slots=True)
class PublicResult:
    """The page.

    Attributes
    ----------
    answer : the question of the page answered in one sentence
    sentence : the verdict with its numbers
    naive, honest : None where figures would tell of too few units
    why : what makes the two differ
    decided : what was decided, by which office and when, and whether the rule says the same
    because : the sentences of the rule
    others : the outcomes that were told beside it, without deciding
    coming : what happens next
    basis : on what it rests
    """

    programme: str
    purpose: str
    word: str
    tone: str
    answer: str
    sentence: str
    naive: Stat | None
    honest: Stat | None
    why: str
    chart: EventStudy | None
    withheld: bool
    is_joint: bool
    others: list[tuple[str, str]]
    guards: list[str]
    firm: list[str]
    cautions: list[str]
    message: str
    decided: list[tuple[str, str]]
    reason: str
    because: list[str]
    coming: list[str]
    signatures: list[tuple[str, str]]
    basis: list[tuple[str, str]]


def present_public_result(content: Content) -> PublicResult:
    """Return what is shown of a frozen content."""
    found, decision = content["measured"], content["decision"]
    word, tone = WORDS[content["answer"]]
    naive, honest = _stats(content)
    return PublicResult(
        programme=content["programme"],
        purpose=content["purpose"],
        word=str(word),
        tone=tone,
        answer=answer_of(content),
        sentence=said(found["sentence"]) if found else "",
        naive=naive,
        honest=honest,
        why=said(content["naive"]["sentence"]) if content["naive"] else "",
        chart=_chart(content),
        withheld=not content["shows_figures"],
        is_joint=content.get("is_joint", False),
        others=_beside(content),
        guards=[said(each["because"]) for each in content["guards"]],
        firm=[said(each) for each in content["sensitivity"]],
        cautions=[said(each) for each in content["warnings"]],
        message=content["message"],
        decided=_decided(decision),
        reason=decision["reason"],
        because=[said(each) for each in decision["rule_because"]],
        coming=_coming(content),
        signatures=[(office(each["capacity"]), _stand(each["agrees"])) for each in content["signatures"]],
        basis=_basis(content),
    )


def said(both: Mapping[str, str]) -> str:
    """Return a frozen sentence in the language of the page."""
    return in_language(Text(**both))


def written(iso: str | None) -> str:
    """Return a frozen day in words."""
    return day(date.fromisoformat(iso)) if iso else MISSING


def office(capacity: str) -> str:
    """Return the office of somebody, never the name."""
    return str(Capacity(capacity).label) if capacity else _("Pejabat yang memutus")


def answer_of(content: Content) -> str:
    """Return whether the programme worked, in one sentence."""
    found, code = content["measured"], content["answer"]
    said_of = answers(is_joint=content.get("is_joint", False), with_figures=bool(found) and "estimate" in found)
    if code == "not_credible" or not found:
        return said_of["not_credible"]
    return said_of[code] % {"figure": _lowered(said(found["name"])), "size": _size(found), "moved": _moved(found)}


def _size(found: Content) -> str:
    if found.get("estimate") is None:
        return ""
    return f"{number(abs(found['estimate']), _digits(found))} {_unit(found)}".strip()


def _unit(found: Content) -> str:
    return in_language(unit_words(found["unit"]))


def _moved(found: Content) -> str:
    return _("turun") if (found.get("estimate") or 0) < 0 else _("naik")


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]


def _digits(found: Content) -> int:
    low, high = found.get("low"), found.get("high")
    spread = high - low if low is not None and high is not None else 0.0
    return decimals_for(spread or abs(found["estimate"] or 0.0))


def _stats(content: Content) -> tuple[Stat | None, Stat | None]:
    found, naive = content["measured"], content["naive"]
    if naive is None or not found or found.get("estimate") is None:
        return None, None
    digits = _digits(found)
    around = {"before": number(naive["before"], digits), "after": number(naive["after"], digits)}
    note = _("Rata-rata %(before)s sebelum mulai, %(after)s sesudahnya.") % around
    interval = _("Selang %(confidence)s: tidak dapat dihitung.") % {"confidence": percent(content["confidence"])}
    if found["low"] is not None and found["high"] is not None:
        interval = _("Selang %(confidence)s: %(low)s sampai %(high)s.") % {
            "confidence": percent(content["confidence"]),
            "low": signed(found["low"], digits),
            "high": signed(found["high"], digits),
        }
    return (
        Stat(_("Sebelum dan sesudah saja"), signed(naive["change"], digits), _unit(found), note),
        Stat(_because_of(content), signed(found["estimate"], digits), _unit(found), interval),
    )


def _because_of(content: Content) -> str:
    if content.get("is_joint"):
        return _("Karena kedua program, dengan pembanding")
    return _("Karena program, dengan pembanding")


def _beside(content: Content) -> list[tuple[str, str]]:
    """Return the outcomes that did not decide, each with what was found of it."""
    return [(_first_large(said(each["name"])), _first_large(said(each["sentence"]))) for each in content["others"]]


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]


def _chart(content: Content) -> EventStudy | None:
    if not any(point["time"] >= 0 for point in content["events"]):
        return None
    points = [
        EventPoint(at["time"], at["estimate"], at["low"], at["high"], at["band_low"], at["band_high"])
        for at in content["events"]
    ]
    return EventStudy(_("Dampak menurut bulan sejak program mulai"), points, _unit(content["measured"]))


def _decided(decision: Content) -> list[tuple[str, str]]:
    same = decision["rule"] == decision["action"]
    rule, on = str(ACTIONS[decision["rule"]]), written(decision["decided_on"])
    return [
        (_("Keputusan"), str(ACTIONS[decision["action"]])),
        (_("Menurut aturan"), _("Sama: %(rule)s") % {"rule": rule} if same else _("Lain: %(rule)s") % {"rule": rule}),
        (_("Diputus oleh"), office(decision["capacity"])),
        (_("Pada"), _("%(day)s (terlambat)") % {"day": on} if decision["is_late"] else on),
        (_("Ditinjau kembali"), written(decision["review_on"])),
    ]


def _coming(content: Content) -> list[str]:
    return [
        _("%(what)s, paling lambat %(day)s") % {"what": TaskKind(each["kind"]).label, "day": written(each["due_on"])}
        for each in content["next"]
    ]


def _stand(agrees: bool | None) -> str:
    return {True: _("Setuju"), False: _("Berpendapat berbeda"), None: _("Belum menandatangani")}[agrees]


def _basis(content: Content) -> list[tuple[str, str]]:
    basis = content["basis"]
    return [
        (_("Rancangan"), _locked(basis)),
        (_("Unit yang ikut"), _units(content["waves"])),
        (_("Unit yang tidak ikut"), _("kurang dari tiga") if content["never"] is None else number(content["never"])),
        (_("Urutan mulai"), _("diundi") if content["random_timing"] else _("tidak diundi atau tidak diketahui")),
        (_("Perhitungan"), _("ke-%(number)s, Pembina %(version)s")
         % {"number": basis["run"], "version": basis["code_version"]}),
        (_("Hash rancangan"), basis["design_digest"]),
        (_("Hash data"), basis["data_hash"]),
        (_("Hash hasil"), basis["result_hash"]),
        (_("Segel keputusan"), basis["sealed"] or _("belum disegel")),
    ]  # fmt: skip


def _locked(basis: Content) -> str:
    told = {"version": basis["design_version"], "day": written(basis["locked_on"])}
    if basis["design_version"] > 1:
        return _("versi %(version)s, dikunci %(day)s ketika sebagian data sudah dapat diketahui") % told
    return _("versi %(version)s, dikunci %(day)s sebelum gelombang pertama mulai") % told


def _units(waves: list[int]) -> str:
    count = ngettext("%(units)s dalam %(count)s gelombang", "%(units)s dalam %(count)s gelombang", len(waves))
    sizes = ", ".join(number(units) for units in waves)
    told = count % {"units": number(sum(waves)), "count": number(len(waves))}
    return f"{told} ({sizes})" if len(waves) > 1 else told
