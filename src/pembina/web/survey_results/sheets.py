"""The figures of a result as the sheets of a workbook: text as text, numbers as numbers, nothing hidden is there."""

from decimal import Decimal

from django.utils.translation import gettext as _

from pembina.domain.services.result_content import PartsFigure, ResultContent
from pembina.exchange.survey_files.result_workbook import Cell, Sheet
from pembina.web.components.formatting import month
from pembina.web.components.satisfaction import weight_name
from pembina.web.survey_results.wording import (
    HIDDEN,
    by_number,
    codes,
    in_order,
    kind_of,
    profile_titles,
    said,
    state_word,
)


def result_sheets(content: ResultContent) -> list[Sheet]:
    """Return summary, elements, divisions, profile and plans."""
    return [
        _summary(content),
        _elements(content),
        _parts(content, _("Layanan"), content["services"]),
        _parts(content, _("Bulan"), content["months"]),
        _parts(content, _("Loket"), content["places"]),
        _profile(content),
        _plans(content, _("Tindak lanjut"), "follow_ups"),
        _plans(content, _("Tindak lanjut lalu"), "earlier_follow_ups"),
    ]


def _summary(content: ResultContent) -> Sheet:
    period, result, target = content["period"], content["result"], content["target"]
    rows: list[list[Cell]] = [
        [_("Unit kerja"), period["unit"]],
        [_("Periode"), period["title"]],
        [_("Dibuka"), period["opens_on"]],
        [_("Hari terakhir"), period["closes_on"]],
        [_("Layanan"), "; ".join(period["services"])],
        [_("Responden yang dihitung"), content["respondents"]],
        [_("Jawaban yang dikeluarkan"), content["excluded"]],
        [_("Pengguna layanan setahun"), target["population"] if target else ""],
        [_("Sampel yang diperlukan"), target["needed"] if target else ""],
    ]
    if result is not None:
        rows += [
            [_("IKM"), float(result["index"])],
            [_("Mutu"), result["quality"] or ""],
            [_("Bobot tiap unsur"), weight_name(result["weight"])],
            [_("Galat sampel, 95 persen"), "" if result["margin"] is None else result["margin"]],
            [_("Batas bawah"), "" if result["low"] is None else result["low"]],
            [_("Batas atas"), "" if result["high"] is None else result["high"]],
        ]
    rows += [[_("Dasar hukum"), content["article"]], [_("Galat menurut"), content["error_article"]]]
    return Sheet(_("Ringkasan"), [_("Keterangan"), _("Nilai")], rows)


def _elements(content: ResultContent) -> Sheet:
    result, numbers = content["result"], codes(content["period"]["order"])
    head = [_("No."), _("Unsur"), "1", "2", "3", "4", _("Menjawab"), _("NRR"), _("NRR tertimbang")]
    rows: list[list[Cell]] = [
        [
            numbers[each["key"]],
            said(each["label"]),
            *_counts(each["counts"]),
            HIDDEN if each["n"] is None else each["n"],
            _four(each["mean"]),
            _four(each["weighted_mean"]),
        ]
        for each in by_number(result["elements"] if result else [], content["period"]["order"])
    ]
    return Sheet(_("Olah data"), head, rows)


def _parts(content: ResultContent, head: str, parts: PartsFigure) -> Sheet:
    """One division: index and mean of each element; a star where too few people stand behind a row."""
    keys = codes(content["period"]["order"])
    rows: list[list[Cell]] = []
    for part in parts["rows"]:
        means = part["means"] or {}
        figures: list[Cell] = [HIDDEN] if part["people"] is None else [part["people"]]
        figures += [float(part["index"]) if part["index"] else "", part["quality"] or ""]
        figures += [_four(means[key]) if key in means else "" for key in keys]
        rows.append([month(part["label"]) or _("Tidak disebut"), *figures])
    return Sheet(head, [head, _("Responden"), _("IKM"), _("Mutu"), *keys.values()], rows)


def _profile(content: ResultContent) -> Sheet:
    rows: list[list[Cell]] = [
        [title, kind_of(name, kind), HIDDEN if people is None else people]
        for name, title in profile_titles().items()
        for kind, people in in_order(name, content["profile"][name]["people"])
    ]
    return Sheet(_("Profil responden"), [_("Profil"), _("Kelompok"), _("Orang")], rows)


def _plans(content: ResultContent, title: str, which: str) -> Sheet:
    plans = content["follow_ups"] if which == "follow_ups" else content["earlier_follow_ups"]
    numbers = codes(content["period"]["order"])
    rows: list[list[Cell]] = [
        [
            numbers[plan["element"]],
            plan["activity"],
            plan["due_on"],
            plan["responsible"],
            _("Terlambat") if plan["late"] else state_word(plan["state"]),
            plan["note"],
        ]
        for plan in plans
    ]
    head = [_("Unsur"), _("Kegiatan"), _("Tenggat"), _("Penanggung jawab"), _("Keadaan"), _("Catatan")]
    return Sheet(title, head, rows)


def _counts(counts: list[int] | None) -> list[Cell]:
    return [HIDDEN] * 4 if counts is None else list(counts)


def _four(mean: str | None) -> Cell:
    """A mean with the four decimals of the official tables."""
    return HIDDEN if mean is None else float(round(Decimal(mean), 4))
