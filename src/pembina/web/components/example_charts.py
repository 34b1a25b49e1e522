"""Invented figures for the gallery: every kind of chart once, gaps and negative values included."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from pembina.web.components.charts.event_study import EventPoint, EventStudy
from pembina.web.components.charts.line import LineChart, Series
from pembina.web.components.charts.quadrant import Quadrant, QuadrantPoint
from pembina.web.components.charts.rows import Bar, BarChart, Stack, StackedChart, TargetChart
from pembina.web.components.charts.sparkline import Sparkline
from pembina.web.components.charts.staircase import Stair, StaircaseChart
from pembina.web.components.charts.waves import WaveChart, WaveRow


def example_charts() -> dict[str, Any]:
    """The charts by the names that the example templates use."""
    months = [_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("Mei"), _("Jun"), _("Jul"), _("Agu"), _("Sep"), _("Okt")]
    attendance = [88, 90, 89, 91, None, 90, 93, 94, 92, 93.4]
    return {
        "line_chart": line_chart(months, attendance),
        "event_study": event_study(),
        "bar_chart": bar_chart(),
        "target_chart": target_chart(),
        "stacked_chart": stacked_chart(),
        "sparkline": Sparkline(_("Kehadiran"), months, attendance),
        "quadrant": quadrant(),
        "wave_chart": wave_chart(),
        "staircase": staircase(),
    }


def staircase() -> StaircaseChart:
    """Two waves and the units that stay out."""
    rows = [
        Stair(_("Gelombang 1"), _("15 unit"), date(2026, 7, 1)),
        Stair(_("Gelombang 2"), _("15 unit"), date(2026, 10, 1)),
        Stair(_("Pembanding"), _("14 unit"), None),
    ]
    return StaircaseChart(_("Rencana gelombang menurut bulan"), rows, date(2025, 1, 1), date(2027, 3, 1))


def wave_chart() -> WaveChart:
    """One wave that began late, one that moved, one that left, one to come."""
    first = date(2026, 1, 1)
    rows = [
        WaveRow("Dinas Perizinan", _("gelombang 1"), date(2026, 1, 12), date(2026, 1, 12), date(2026, 1, 19)),
        WaveRow("Kecamatan Utara", _("gelombang 2"), date(2026, 4, 6), date(2026, 5, 4)),
        WaveRow("Puskesmas Barat", _("gelombang 2"), date(2026, 4, 6), date(2026, 4, 6), date(2026, 4, 6),
                date(2026, 7, 1), has_left=True),
        WaveRow("Kelurahan Timur", _("gelombang 3"), date(2026, 9, 7), date(2026, 9, 7)),
    ]  # fmt: skip
    return WaveChart(_("Gelombang menurut bulan"), rows, first, date(2026, 12, 31), date(2026, 8, 15))


def line_chart(months: list[str], attendance: list[float | None]) -> LineChart:
    passed = [82, 84, 83, 86, 88, 87, 90, 89, 89, 88.7]
    low = [None if value is None else value - 2.5 for value in attendance]
    high = [None if value is None else value + 2.5 for value in attendance]
    series = [Series(_("Kehadiran"), attendance, low, high), Series(_("Kelulusan"), passed)]
    return LineChart(_("Kehadiran dan kelulusan, persen per bulan"), months, series)


def event_study() -> EventStudy:
    estimates = {-5: 0.2, -4: -0.3, -3: 0.1, -2: 0.3, 0: -0.6, 1: -1.4, 2: -2.2, 3: -2.6, 4: -2.9, 5: -2.7}
    points = [EventPoint(t, e, e - 0.9, e + 0.9, e - 1.4, e + 1.4) for t, e in estimates.items()]
    points.insert(4, EventPoint(-1, 0.0, None, None))
    return EventStudy(_("Dampak pada waktu tunggu izin menurut bulan sejak mulai"), points, _("hari"))


def bar_chart() -> BarChart:
    bars = [
        Bar(_("Persyaratan"), 88.1),
        Bar(_("Sistem, mekanisme, dan prosedur"), 86.4),
        Bar(_("Waktu penyelesaian"), 81.9),
        Bar(_("Penanganan pengaduan"), None),
        Bar(_("Sarana dan prasarana"), 78.3),
    ]
    return BarChart(_("Nilai SKM per unsur"), bars, maximum=100)


def target_chart() -> TargetChart:
    bars = [
        Bar(_("Izin usaha"), 86.2, 90),
        Bar(_("Kartu keluarga"), 95.0, 90),
        Bar(_("Rujukan puskesmas"), 72.5, 85),
    ]
    return TargetChart(_("Permohonan selesai tepat waktu, persen"), bars)


def stacked_chart() -> StackedChart:
    stacks = [Stack(_("Loket"), [6, 14, 52, 28]), Stack(_("Daring"), [12, 25, 44, 19])]
    names = [_("Tidak baik"), _("Kurang baik"), _("Baik"), _("Sangat baik")]
    return StackedChart(_("Jawaban menurut cara layanan"), names, stacks)


def quadrant() -> Quadrant:
    points = [
        QuadrantPoint("Dinas Kesehatan", 82, 3.4),
        QuadrantPoint("Dinas Pendidikan", 71, 2.6),
        QuadrantPoint("Dinas Perizinan", 88, 2.4),
        QuadrantPoint("Kecamatan Siulak", 64, 3.1),
    ]
    corners = (_("Alihkan cara"), _("Pertahankan"), _("Dampingi"), _("Dengarkan warga"))
    return Quadrant(_("Kinerja dan kepuasan"), _("Capaian kinerja"), _("Kepuasan"), 75, 3.0, corners, points)
