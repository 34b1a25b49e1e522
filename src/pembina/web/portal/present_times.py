"""The real times of a service beside its promise: never the mean alone, open requests shown as open."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.core.rules.service_time.promises import ARTICLE
from pembina.domain.services.models import ServiceStandard
from pembina.domain.services.queries.public_times import ServiceTimes, Times
from pembina.domain.services.standards import promise_of
from pembina.web.components.charts.line import LineChart, Series
from pembina.web.components.formatting import number, percent
from pembina.web.portal.durations import Scale, promised, scale_of, size_in
from pembina.web.portal.methods import Figure, Method, method, month_name, short_month
from pembina.web.portal.suppression import hidden_because, hidden_shortly, hidden_word

RULE = "service_time"


@dataclass(frozen=True, slots=True)
class TimesSection:
    """Figures of the last twelve months, the chart by month, and what has to be said about them.

    `lacking` says why there are none; `notes` are sentences below them.
    """

    lead: str
    figures: list[Figure]
    chart: LineChart | None
    notes: list[str]
    lacking: str


def present_times(times: ServiceTimes, standards: Sequence[ServiceStandard]) -> TimesSection:
    """Return the section; `standards` are all of the service, those of the past too."""
    current = promise_of(standards[-1]) if standards else None
    scale = scale_of(times.measure, current, times.whole.typical)
    if times.is_empty:
        return TimesSection(
            _lead(times), [], None, [], _("Belum ada permohonan yang tercatat dalam 12 bulan terakhir.")
        )
    whole = times.whole
    figures = [_typical(times, scale), _slow(times, scale), _on_time(times, standards), *_flow(times)]
    has_times = any(month.typical is not None for month in times.months)
    chart = _chart(times, standards, scale) if has_times else None
    return TimesSection(_lead(times), figures, chart, _notes(times, whole), "")


def _lead(times: ServiceTimes) -> str:
    told = {"first": month_name(times.whole.first), "last": month_name(times.whole.last)}
    return _("Permohonan yang diterima %(first)s sampai %(last)s") % told


def _typical(times: ServiceTimes, scale: Scale) -> Figure:
    """The median: of all requests by Kaplan-Meier where many are open, else of the completed ones."""
    whole = times.whole
    label = _("Separuh pemohon selesai dalam")
    if whole.typical is None:
        return Figure(label, *_unknown(whole), method=None)
    if whole.many_open and whole.with_open:
        spread = whole.with_open
        note = _("Median Kaplan-Meier dari %(n)s permohonan, %(done)s di antaranya selesai") % {
            "n": number(spread.n),
            "done": number(spread.done),
        }
    else:
        note = _("Median dari %(n)s permohonan yang selesai") % {"n": number(whole.finished.n if whole.finished else 0)}
    return Figure(label, *scale.parts(whole.typical), note, _of_median(times, scale))


def _of_median(times: ServiceTimes, scale: Scale) -> Method:
    whole = times.whole
    formula = _(
        "Waktu kerja sejak diterima sampai selesai menurut kalender kerja unit, tanpa jeda menunggu pemohon, "
        "diurutkan; "
        "median adalah waktu terpendek yang dalam batas itu sedikitnya separuh permohonan selesai (Hyndman dan "
        "Fan 1996, "
        "tipe 1). Bila lebih dari sepersepuluh belum selesai, yang terbuka ikut dihitung dengan cara Kaplan-Meier."
    )
    inputs = [*_arrived(whole)]
    if whole.finished:
        inputs += [
            (_("Selesai di antaranya"), number(whole.finished.n)),
            (_("Median yang selesai"), scale.with_word(whole.finished.median)),
            (_("Rata-rata yang selesai"), scale.with_word(whole.finished.mean)),
        ]
    if whole.with_open and whole.with_open.median is not None:
        spread = whole.with_open
        inputs.append((_("Median dengan yang terbuka"), scale.with_word(spread.median)))
        if spread.low is not None and spread.high is not None:
            between = f"{scale.written(spread.low)} – {scale.with_word(spread.high)}"
            inputs.append((_("Selang kepercayaan 95%"), between))
    return method(formula, inputs, rule=RULE, at=times.at)


def _slow(times: ServiceTimes, scale: Scale) -> Figure:
    whole = times.whole
    label = _("Sembilan dari sepuluh selesai dalam")
    spread = whole.with_open if whole.many_open else whole.finished
    value = spread.p90 if spread else None
    if value is None:
        is_known = whole.typical is not None
        why = (_("Belum diketahui"), "", _("Terlalu banyak yang masih terbuka")) if is_known else _unknown(whole)
        return Figure(label, *why, method=None)
    formula = _(
        "Waktu terpendek yang dalam batas itu sedikitnya sembilan dari sepuluh permohonan selesai (persentil 90)."
    )
    inputs = [*_arrived(whole)]
    note = _("Persentil 90")
    return Figure(label, *scale.parts(value), note, method(formula, inputs, rule=RULE, at=times.at))


def _on_time(times: ServiceTimes, standards: Sequence[ServiceStandard]) -> Figure:
    label = _("Selesai sesuai janji")
    found = times.whole.on_time
    if found is None:
        if not standards:
            return Figure(label, _("Tidak dapat dinilai"), "", _("Belum ada standar pelayanan"))
        return Figure(label, *_unknown(times.whole))
    told = {"within": number(found.within), "of": number(found.of)}
    formula = _(
        "Permohonan yang selesai dalam waktu yang dijanjikan ketika diterima, dibagi semua yang sudah dapat "
        "dinilai: yang "
        "selesai, dan yang masih terbuka tetapi sudah melewati janjinya (dihitung terlambat)."
    )
    inputs = [
        (_("Sesuai janji"), told["within"]),
        (_("Dapat dinilai"), told["of"]),
        (_("Janji"), "; ".join(_in_force(standards)) or _("tidak ada")),
    ]
    note = _("%(within)s dari %(of)s permohonan yang dapat dinilai") % told
    how = method(formula, inputs, rule=RULE, at=times.at, article=ARTICLE)
    return Figure(label, percent(float(found.share), 1), "", note, how)


def _in_force(standards: Sequence[ServiceStandard]) -> list[str]:
    promises = [promise_of(standard) for standard in standards]
    return [promised(promise) for promise in promises[-2:] if promise is not None]


def _flow(times: ServiceTimes) -> list[Figure]:
    """Arrivals and completions side by side, so that refusing work cannot look like speed, and what is open."""
    whole = times.whole
    received = number(whole.received) if whole.received is not None else hidden_word()
    completed = number(whole.completed) if whole.completed is not None else hidden_word()
    beside = _("%(completed)s diselesaikan dalam bulan yang sama") % {"completed": completed}
    formula = _(
        "Permohonan dihitung pada bulan diterima, penyelesaian pada bulan selesai. Baris yang mustahil (selesai "
        "sebelum "
        "diterima, tanggal pengganti seperti tahun 1900) tidak dihitung."
    )
    inputs = [
        (_("Diterima"), received),
        (_("Diselesaikan"), completed),
        (_("Baris mustahil yang tidak dihitung"), number(times.unmeasured)),
    ]
    arrivals = Figure(_("Permohonan diterima"), received, "", beside, method(formula, inputs, rule=RULE, at=times.at))
    return [arrivals, _open(times)]


def _open(times: ServiceTimes) -> Figure:
    whole = times.whole
    label = _("Masih terbuka sekarang")
    if whole.open is None:
        return Figure(label, hidden_word(), "", hidden_shortly())
    if whole.median_open_days is None or whole.oldest_open_days is None:
        return Figure(label, number(whole.open), "", _("Tidak ada yang menunggu") if not whole.open else "")
    told = {"median": number(whole.median_open_days), "oldest": number(whole.oldest_open_days)}
    note = _("Separuhnya lebih dari %(median)s hari kalender; terlama %(oldest)s hari") % told
    formula = _(
        "Permohonan yang diterima, dari bulan mana pun, dan belum selesai atau ditarik. Umur dalam hari kalender."
    )
    inputs = [
        (_("Masih terbuka"), number(whole.open)),
        (_("Median umur"), _("%(days)s hari") % {"days": told["median"]}),
        (_("Umur terlama"), _("%(days)s hari") % {"days": told["oldest"]}),
    ]
    return Figure(label, number(whole.open), "", note, method(formula, inputs, rule=RULE, at=times.at))


def _arrived(whole: Times) -> list[tuple[str, str]]:
    return [(_("Permohonan diterima"), hidden_word() if whole.received is None else number(whole.received))]


def _unknown(whole: Times) -> tuple[str, str, str]:
    """Return word, unit and reason where there is no number."""
    if whole.hidden:
        return hidden_word(), "", hidden_shortly()
    return _("Belum ada"), "", _("Belum ada permohonan yang selesai")


def _chart(times: ServiceTimes, standards: Sequence[ServiceStandard], scale: Scale) -> LineChart:
    labels = [short_month(month.first) for month in times.months]
    values = [None if month.typical is None else scale.value(month.typical) for month in times.months]
    series = [Series(_("Median"), values)]
    promises = [_promised_in(month.first, standards, times, scale) for month in times.months]
    if any(value is not None for value in promises):
        series.append(Series(_("Janji"), promises))
    title = _("Median waktu penyelesaian per bulan diterima, %(word)s") % {"word": scale.word}
    return LineChart(title, labels, series, digits=scale.digits, include=(0.0,))


def _promised_in(month: int, standards: Sequence[ServiceStandard], times: ServiceTimes, scale: Scale) -> float | None:
    """Return the promise at the beginning of a month, where it is made in the unit of the chart."""
    year, before = divmod(month, 12)
    first = (year, before + 1)
    held = [s for s in standards if (s.starts_on.year, s.starts_on.month) <= first]
    in_force = next(
        (s for s in reversed(held) if s.ends_on is None or (s.ends_on.year, s.ends_on.month) >= first), None
    )
    size = size_in(promise_of(in_force), times.measure)
    return None if size is None else scale.value(size)


def _notes(times: ServiceTimes, whole: Times) -> list[str]:
    notes = []
    if whole.many_open:
        notes.append(
            _("Banyak yang masih terbuka, maka median memperhitungkannya; waktu yang selesai saja menyesatkan.")
        )
    if any(month.hidden for month in times.months):
        notes.append(hidden_because())
    if times.unmeasured:
        told = {"rows": number(times.unmeasured)}
        notes.append(_("%(rows)s baris mustahil tidak dihitung; unit pengelola melihat daftarnya.") % told)
    if not times.is_counted:
        notes.append(
            _("Kalender atau standar baru diubah: angka ini sedang dihitung ulang dan masih memakai yang lama.")
        )
    return notes
