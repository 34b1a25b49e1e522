"""The published result of a survey, unsur by unsur, with its sampling error and its number of answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.queries.public_satisfaction import ElementRow, element_rows, shown_content
from pembina.web.components.charts.rows import Bar, BarChart
from pembina.web.components.formatting import day, number
from pembina.web.portal.methods import Figure, Method, moment
from pembina.web.portal.suppression import hidden_because, hidden_word

SCALE = 25
FULL = 100


@dataclass(frozen=True, slots=True)
class SatisfactionSection:
    """The newest published round: the index, what it says of this service alone, and its nine unsur."""

    title: str
    lead: str
    figures: list[Figure]
    chart: BarChart
    weakest: str
    notes: list[str]


def present_satisfaction(
    publication: SurveyPublication | None, part: Mapping[str, Any] | None = None
) -> SatisfactionSection | None:
    """Return the section; None where nothing was published yet. `part` is the service among several of the round."""
    if publication is None:
        return None
    content = shown_content(publication)
    elements = element_rows(content["result"]["elements"], on=date.fromisoformat(content["period"]["closes_on"]))
    figures = [_index(publication)] + ([_of_part(part)] if part else [])
    return SatisfactionSection(
        title=content["period"]["title"],
        lead=_lead(content),
        figures=figures,
        chart=_chart(elements),
        weakest=_weakest(elements),
        notes=_notes(content, elements),
    )


def said(words: Mapping[str, str]) -> str:
    """Return a sentence of a published result in the language of the page."""
    return words[get_language() or "id"] if get_language() in words else words["id"]


def _lead(content: Mapping[str, Any]) -> str:
    period = content["period"]
    told = {
        "unit": period["unit"],
        "opens": day(date.fromisoformat(period["opens_on"])),
        "closes": day(date.fromisoformat(period["closes_on"])),
    }
    return _("%(unit)s, %(opens)s sampai %(closes)s") % told


def _index(publication: SurveyPublication) -> Figure:
    content = shown_content(publication)
    result = content["result"]
    told = {"n": number(content["respondents"]), "word": said(result["quality_word"]) if result["quality_word"] else ""}
    if result["margin"] is None:
        note = _("%(word)s; %(n)s responden, galat sampel belum diketahui") % told
    else:
        told["margin"] = number(result["margin"], 2)
        note = _("%(word)s; ± %(margin)s dari %(n)s responden") % told
    value = number(float(result["index"]), 2)
    return Figure(_("Indeks kepuasan (IKM)"), value, result["quality"] or "", note, _method(publication))


def _method(publication: SurveyPublication) -> Method:
    content = shown_content(publication)
    result = content["result"]
    inputs = [
        (_("Responden"), number(content["respondents"])),
        (_("Jawaban lengkap"), hidden_word() if result["complete"] is None else number(result["complete"])),
        (_("Jawaban yang dikeluarkan dengan keputusan tercatat"), number(content["excluded"])),
        (_("Bobot setiap unsur"), result["weight"] if result["weight"] != "exact" else "1/9"),
        (_("Nilai sebelum dibulatkan"), number(float(result["unrounded"]), 4)),
    ]
    if result["error_because"]:
        inputs.append((_("Galat sampel"), said(result["error_because"])))
    since = date.fromisoformat(content["period"]["closes_on"])
    rule = _("%(format)s, terbitan ke-%(version)s, aturan yang berlaku %(day)s") % {
        "format": content["format"],
        "version": publication.version,
        "day": day(since),
    }
    formula = said(result["because"])
    return Method(formula, inputs, rule, content["article"], moment(publication.at))


def _of_part(part: Mapping[str, Any]) -> Figure:
    told = {"n": number(part["people"])}
    note = _("Jawaban tentang layanan ini saja: %(n)s responden") % told
    if part["low"] is not None and part["high"] is not None:
        told |= {"low": number(part["low"], 2), "high": number(part["high"], 2)}
        note = _("Jawaban tentang layanan ini saja: %(n)s responden, antara %(low)s dan %(high)s") % told
    return Figure(_("IKM layanan ini"), number(float(part["index"]), 2), part["quality"] or "", note)


def _chart(elements: list[ElementRow]) -> BarChart:
    bars = [Bar(said(row.label), None if row.mean is None else float(Decimal(row.mean) * SCALE)) for row in elements]
    return BarChart(_("Nilai setiap unsur, skala 25 sampai 100"), bars, digits=2, maximum=FULL)


def _weakest(elements: list[ElementRow]) -> str:
    known = [row for row in elements if row.mean is not None]
    if not known:
        return ""
    lowest = min(known, key=lambda row: Decimal(row.mean or 0))
    told = {"label": said(lowest.label), "mean": number(float(lowest.mean or 0), 2)}
    return _("Unsur terlemah: %(label)s (NRR %(mean)s dari 4). Perbaikan dimulai di sini.") % told


def _notes(content: Mapping[str, Any], elements: list[ElementRow]) -> list[str]:
    notes = [said(warning) for warning in content["result"]["warnings"]]
    if content["target"]:
        notes.append(said(content["target"]["because"]))
    if any(row.mean is None for row in elements):
        notes.append(hidden_because())
    return notes
