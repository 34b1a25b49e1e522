"""The data of the official report: five chapters and two annexes, in the language of the page."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.questionnaire import questions_in
from pembina.domain.services.result_content import ElementFigure, ResultContent
from pembina.web.components.formatting import day, in_language, number
from pembina.web.components.satisfaction import language
from pembina.web.survey_results.present import PartTable, PlanRow, ResultPage, present
from pembina.web.survey_results.sections import sections
from pembina.web.survey_results.wording import HIDDEN, by_number, codes

CHAPTERS = ("I", "II", "III", "IV", "V")


def report_paper(content: ResultContent, *, published: SurveyPublication | None, on: date) -> dict[str, Any]:
    """Return what the template ``survey_report`` needs; `on` is the day on the paper."""
    page = present(content)
    return {
        **_letterhead(content, page, published, on),
        "words": _words(),
        "text": {name: text.splitlines() for name, text in sections(content).items()},
        "facts": _facts(content, page),
        "index": _index(page),
        "elements": _elements(page),
        "elements_hidden": page.hidden,
        "parts": [_part(table) for table in page.parts],
        "profile": [
            {"title": table.title, "rows": [list(row) for row in table.rows], "hidden": table.hidden}
            for table in page.profile
        ],
        "weakest": _weakest(page),
        "plans": [_plan(row) for row in page.plans],
        "earlier_plans": [[*_plan(row), row.note or "–"] for row in page.earlier_plans],
        "questions": _questions(content["period"]["order"]),
        "counts": _counts(content),
        "bands": [list(band[:3]) for band in page.bands],
        "formula": list(page.summary.formula) if page.summary else [],
        "warnings": list(page.summary.warnings) if page.summary else [page.lacking],
    }


def _letterhead(
    content: ResultContent, page: ResultPage, published: SurveyPublication | None, on: date
) -> dict[str, Any]:
    standing = (
        _("Terbit %(day)s, versi %(version)s, SHA-256 %(hash)s")
        % {"day": day(on), "version": published.version, "hash": published.content_hash[:16]}
        if published
        else _("Pratinjau, belum diterbitkan")
    )
    return {
        "title": _("Laporan survei kepuasan masyarakat"),
        "subtitle": f"{page.unit} · {page.title} · {page.dates}",
        "language": language(),
        "government": settings.PEMBINA_GOVERNMENT_NAME,
        "written_on": on.isoformat(),
        "written_on_words": content["report"].get("number") or day(on),
        "source": f"{standing}. {page.article}",
        "is_preview": published is None,
        "correction": published.correction if published else "",
        "signed_on": day(on),
    }


def _facts(content: ResultContent, page: ResultPage) -> list[list[str]]:
    return [
        [_("Unit penyelenggara"), page.unit],
        [_("Layanan"), page.services],
        [_("Periode"), page.dates],
        [_("Responden yang dihitung"), page.respondents],
        [_("Sampel yang diperlukan"), page.target or _("Jumlah pengguna setahun tidak diketahui.")],
        [_("Jawaban yang dikeluarkan"), page.excluded],
    ]


def _index(page: ResultPage) -> dict[str, str] | None:
    found = page.summary
    if found is None:
        return None
    return {
        "index": found.index,
        "badge": found.quality,
        "tone": found.tone,
        "sentence": found.sentence,
        "error": found.error,
        "interval": found.interval,
        "because": found.because,
        "weight": found.weight,
        "change": f"{page.change.since}. {page.change.sentence}" if page.change else "",
    }


def _elements(page: ResultPage) -> list[list[str]]:
    return [[f"{row.code} {row.label}", row.n, row.mean, row.weighted_mean] for row in page.elements]


def _weakest(page: ResultPage) -> list[list[str]]:
    """Each element with the activities planned for it, the weakest first."""
    planned = {row.code: [plan.activity for plan in page.plans if plan.element == row.code] for row in page.elements}
    return [
        [f"{row.code} {row.label}", row.short_mean, "; ".join(planned[row.code]) or "–"] for row in page.weakest_first
    ]


def _part(table: PartTable) -> dict[str, Any]:
    rows = [[row.label, row.people, row.index, row.quality or "–", row.interval] for row in table.rows]
    return {"title": table.title, "head": table.head, "rows": rows, "hidden": table.hidden}


def _plan(row: PlanRow) -> list[str]:
    return [row.element, row.activity, row.due, row.responsible, row.state]


def _questions(order: str) -> list[list[str]]:
    """Number, question and the four answers, as the survey asks them."""
    return [
        [number, in_language(asked.asked), *(in_language(answer) for answer in asked.answers)]
        for number, asked in questions_in(order)
    ]


def _counts(content: ResultContent) -> list[list[str]]:
    """How many gave each score: the processing of the data, by element."""
    result = content["result"]
    if result is None:
        return []
    numbers = codes(content["period"]["order"])
    return [
        [numbers[each["key"]], *_scores(each)] for each in by_number(result["elements"], content["period"]["order"])
    ]


def _scores(element: ElementFigure) -> list[str]:
    """The four numbers, all together, and the sum of the scores."""
    counts, n = element["counts"], element["n"]
    if counts is None:
        return [HIDDEN] * 4 + [HIDDEN if n is None else number(n), HIDDEN]
    total = sum(score * people for score, people in enumerate(counts, start=1))
    return [number(figure) for figure in (*counts, n or 0, total)]


def _words() -> dict[str, Any]:
    """The labels that the template sets."""
    return {
        "preview": _("Pratinjau: laporan ini belum diterbitkan."),
        "correction": _("Perbaikan atas versi sebelumnya:"),
        "chapters": [
            f"{numeral} {title}"
            for numeral, title in zip(
                CHAPTERS,
                (
                    _("Pendahuluan"),
                    _("Pengumpulan data"),
                    _("Hasil survei"),
                    _("Analisis dan rencana tindak lanjut"),
                    _("Penutup"),
                ),
                strict=True,
            )
        ],
        "annexes": [_("Lampiran 1: kuesioner"), _("Lampiran 2: olah data")],
        "background": _("Latar belakang"),
        "purpose": _("Maksud dan tujuan"),
        "method": _("Cara pengumpulan data"),
        "profile": _("Profil responden"),
        "profile_head": [_("Kelompok"), _("Orang"), _("Bagian")],
        "error": _("Galat sampel, 95 persen"),
        "interval": _("Selang kepercayaan"),
        "weight": _("Bobot tiap unsur"),
        "index": _("Indeks kepuasan masyarakat"),
        "elements": _("Nilai tiap unsur"),
        "element_head": [_("Unsur"), _("Menjawab"), _("NRR"), _("NRR tertimbang")],
        "part_head": [_("Responden"), _("IKM"), _("Mutu"), _("Selang 95 persen")],
        "weakest": _("Unsur dari yang terlemah"),
        "weakest_head": [_("Unsur"), _("NRR"), _("Tindak lanjut")],
        "plans": _("Rencana tindak lanjut"),
        "plan_head": [_("Unsur"), _("Kegiatan"), _("Tenggat"), _("Penanggung jawab"), _("Keadaan")],
        "no_plans": _("Belum ada rencana tindak lanjut."),
        "earlier_plans": _("Tindak lanjut periode lalu"),
        "note": _("Catatan"),
        "no_earlier_plans": _("Tidak ada rencana dari periode lalu."),
        "question_head": [_("No."), _("Pertanyaan"), "1", "2", "3", "4"],
        "count_head": [_("Unsur"), "1", "2", "3", "4", _("Menjawab"), _("Jumlah nilai")],
        "formula": _("Perhitungan"),
        "band_head": [_("Mutu"), _("Kinerja unit pelayanan"), _("IKM")],
        "warnings": _("Catatan"),
        "hidden": _("Tanda %(star)s: angka tidak ditampilkan.") % {"star": HIDDEN},
    }
