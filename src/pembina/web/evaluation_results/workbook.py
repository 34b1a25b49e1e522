"""The estimates of a run as a workbook: numbers as numbers, names as text, nothing a formula."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from pembina.exchange.staff.workbook import CREATED, guarded
from pembina.web.evaluation_results.present_outcome import POINT, figures_of, language
from pembina.web.evaluation_results.present_outcomes import role_of

Told = Mapping[str, Any]
Cell = str | float | None
FIGURES = ("estimate", "ci_low", "ci_high", "se", "band_low", "band_high")


def estimates_workbook(result: Told) -> bytes:
    """Return a workbook of one sheet with every estimate of every outcome."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet(_("Dugaan dampak"))
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 4, 28)
        bold = book.add_format({"bold": True, "bottom": 1})
        for column, name in enumerate(head()):
            sheet.write_string(0, column, name, bold)
        for place, row in enumerate(rows(result), start=1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(place, column, guarded(value))
                elif value is not None:
                    sheet.write_number(place, column, value)
    return content.getvalue()


def head() -> list[str]:
    return [
        _("Ukuran hasil"), _("Peran"), _("Menurut"), _("Dugaan"), _("Untuk"), _("Dampak"), _("Selang bawah"),
        _("Selang atas"), _("Galat baku"), _("Pita bawah"), _("Pita atas"), _("Satuan"),
    ]  # fmt: skip


def rows(result: Told) -> Iterator[list[Cell]]:
    for outcome in result.get("outcomes", ()):
        about: list[Cell] = [outcome["name"][language()], role_of(outcome)]
        for start, word in (("planned", _("Mulai menurut rencana")), ("actual", _("Mulai sebenarnya"))):
            if outcome[start] is None or (start == "actual" and not outcome["slipped"]):
                continue
            for kind, label, found in estimates(outcome, outcome[start][language()]):
                yield [*about, word, kind, label, *(found.get(name) for name in FIGURES), outcome["unit"]]
        months = outcome.get("months_per_period", 1)
        for one in outcome.get("event") or ():
            figures = {name: one[name] for name in POINT}
            word = _("Mulai menurut rencana")
            yield [
                *about, word, _("Menurut waktu sejak mulai"), str(months * one["event_time"]),
                *(figures.get(name) for name in FIGURES), outcome["unit"],
            ]  # fmt: skip


def estimates(outcome: Told, found: Told) -> Iterator[tuple[str, str, Told]]:
    """Each estimate with its kind and what it is about."""
    figures, used = figures_of(outcome) if outcome["planned"] else None, found["efficient"] or found["estimates"]
    yield _("Putusan"), _("Semua unit dan bulan sesudah mulai"), found["headline"]
    for key, label in (("cohort", _("Antargelombang")), ("calendar", _("Antarperiode")), ("dynamic", _("Sejak mulai"))):
        yield _("Rata-rata"), label, found["estimates"][key]
    for kind, name, key in (
        (_("Menurut gelombang"), "by_cohort", "cohort"),
        (_("Menurut periode"), "by_calendar", "period"),
    ):
        for one in used[name]:
            yield kind, figures.period(one[key]) if figures else str(one[key]), one
    for one in found["robustness"]["placebo"]:
        yield _("Uji ketahanan"), _("Seandainya mulai %(lead)s periode lebih awal") % {"lead": one["lead"]}, one
    for one in found["robustness"]["leave_one_out"]:
        wave = figures.period(one["cohort"]) if figures else str(one["cohort"])
        yield _("Uji ketahanan"), _("Tanpa gelombang %(wave)s") % {"wave": wave}, one
