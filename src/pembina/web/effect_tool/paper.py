"""The result as the data of a paper: every label already in the reader's language, so the template holds no words."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.web.components.charts.scale import scale_over
from pembina.web.components.effect.tables import EstimateTable
from pembina.web.components.formatting import day, number, signed
from pembina.web.effect_tool.carried import CarriedResult
from pembina.web.effect_tool.present_result import ResultPage, present_result

MOST_WARNINGS, MOST_ROWS = 6, 15


def report_data(carried: CarriedResult, *, on: date) -> dict[str, Any]:
    """What the template ``effect_report`` is given."""
    page = present_result(carried)
    return {
        **letterhead(on),
        "subtitle": page.file,
        "verdict": {"word": page.verdict.word, "tone": page.verdict.tone or "neutral"},
        "sentence": page.verdict.sentence,
        "reason": page.verdict.reason,
        "stats": [stat(found) for found in (page.naive, page.honest)],
        "why": page.why,
        "chart": chart(page),
        "pretrend": page.pretrend,
        "warnings": {"title": _("Peringatan"), "sentences": shortened(page.warnings)},
        "tables": [table(found) for found in (page.tables[0], page.robustness) if found.rows],
        "facts": {"title": _("Dasar"), "rows": [list(fact) for fact in page.facts]},
        "method": {"title": _("Cara menghitung"), "text": method()},
    }


def letterhead(on: date) -> dict[str, str]:
    return {
        "title": _("Hasil uji dampak"),
        "language": (get_language() or "id")[:2],
        "government": settings.PEMBINA_GOVERNMENT_NAME,
        "written_on": on.isoformat(),
        "written_on_words": day(on),
        "source": _(
            "Dihitung dengan Pembina dari berkas yang tidak disimpan; dapat dihitung ulang dari berkas yang sama."
        ),
    }


def stat(found: Any) -> dict[str, str]:
    return {"label": found.label, "value": f"{found.value} {found.unit}".strip(), "remark": found.note}


def chart(page: ResultPage) -> dict[str, Any]:
    """Places in shares of the picture: the template only draws."""
    figure = page.chart.figure()
    points = page.chart.points
    bounds = [v for p in points for v in (p.estimate, p.low, p.high, p.band_low, p.band_high)]
    scale = scale_over(bounds, include=(0.0,))
    first = points[0].event_time
    slots = points[-1].event_time - first + 1

    def place(value: float | None) -> float | None:
        return None if value is None else scale.place(value)

    return {
        "title": page.chart.title,
        "description": figure.description,
        "ticks": [{"at": scale.place(tick), "label": number(tick, scale.digits)} for tick in scale.ticks],
        "zero": scale.place(0.0),
        "start": -first / slots,
        "slot": 1 / slots,
        "caption": _("Periode sejak program dimulai"),
        "unit": page.chart.unit,
        "before": _("sebelum"),
        "after": _("sesudah"),
        "legend": _("Garis tegak: selang satu titik; pita: selang semua titik sekaligus."),
        "points": [
            {
                "x": (point.event_time - first + 0.5) / slots,
                "time": point.event_time,
                "label": signed(point.event_time),
                "estimate": place(point.estimate),
                "low": place(point.low),
                "high": place(point.high),
                "band_low": place(point.band_low),
                "band_high": place(point.band_high),
                "after": point.event_time >= 0,
            }
            for point in points
        ],
    }


def shortened(warnings: tuple[str, ...]) -> list[str]:
    """The paper has two pages; the page on the screen has all warnings."""
    if len(warnings) <= MOST_WARNINGS:
        return list(warnings)
    rest = _("dan %(count)s peringatan lain; lihat hasil JSON.") % {"count": len(warnings) - MOST_WARNINGS}
    return [*warnings[:MOST_WARNINGS], rest]


def table(found: EstimateTable) -> dict[str, Any]:
    return {
        "title": found.title,
        "header": [_("Dugaan"), _("Dampak"), _("Selang 95%"), _("Galat baku")],
        "rows": [[row.name, row.estimate, row.interval, row.error] for row in found.rows[:MOST_ROWS]],
    }


def method() -> str:
    return _(
        "Perubahan tiap gelombang sejak bulan terakhir sebelum mulai dikurangi perubahan pembandingnya pada bulan yang "
        "sama, lalu dirata-rata menurut jumlah unit (Callaway & Sant’Anna 2021; bila urutannya diundi, Roth & "
        "Sant’Anna 2023). Anggapannya: tanpa program, unit peserta akan bergerak searah dengan pembandingnya. Putusan "
        "mengikuti aturan yang ditetapkan sebelum hasil terlihat."
    )
