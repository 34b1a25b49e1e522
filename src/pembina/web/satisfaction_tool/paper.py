"""The one-page paper of a result."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from pembina.exchange.papers import write_paper
from pembina.web.components.formatting import day
from pembina.web.satisfaction_tool.present import Result
from pembina.web.satisfaction_tool.wording import language


def result_paper(result: Result, *, written_on: date) -> bytes:
    """Return the PDF/A of a result in the language of the page."""
    return write_paper("satisfaction_index", {**letterhead(result, written_on), **content(result)})


def letterhead(result: Result, written_on: date) -> dict[str, str]:
    return {
        "title": _("Indeks kepuasan masyarakat"),
        "subtitle": result.subtitle,
        "language": language(),
        "government": settings.PEMBINA_GOVERNMENT_NAME,
        "written_on": written_on.isoformat(),
        "written_on_words": day(written_on),
        "source": _("Dihitung dengan Pembina menurut %s") % result.article,
    }


def content(result: Result) -> dict[str, Any]:
    used = _("(dipakai)")
    return {
        "index": result.index,
        "badge": f"{result.quality} · {result.quality_word}",
        "tone": result.tone,
        "sentence": result.sentence,
        "respondents": result.respondents,
        "weight": result.weight,
        "weakest": result.weakest.label,
        "weakest_mean": result.weakest.short_mean,
        "weakest_sentence": result.weakest_sentence,
        "sample_note": _("Contoh: jawaban ini buatan, bukan data nyata.") if result.is_sample else "",
        "element_head": [_("Unsur"), _("Jumlah nilai"), _("Responden"), _("NRR"), _("NRR tertimbang")],
        "element_rows": [
            [f"{row.code} {row.label}", row.total, row.respondents, row.mean, row.weighted_mean]
            for row in result.elements
        ],
        "weight_head": [_("Bobot tiap unsur"), _("IKM"), _("Mutu")],
        "weight_rows": [
            [" ".join((row.name, used)) if row.is_used else row.name, row.index, row.quality] for row in result.weights
        ],
        "band_head": [_("Mutu"), _("Kinerja unit pelayanan"), _("IKM")],
        "band_rows": [[band.quality, band.word, band.limits] for band in result.bands],
        "because": result.because,
        "formula": list(result.formula),
        "notes": [*result.notes, *([result.sample_size.sentence] if result.sample_size else [])],
        "words": words(),
    }


def words() -> dict[str, str]:
    """The labels that the template sets."""
    return {
        "index": _("IKM"),
        "respondents": _("Responden"),
        "weakest": _("Unsur terlemah"),
        "elements": _("Nilai tiap unsur"),
        "how": _("Cara menghitung"),
        "weights": _("Jawaban yang sama dengan bobot lain"),
        "bands": _("Batas mutu"),
        "notes": _("Catatan"),
        "weight": _("Bobot tiap unsur"),
        "of_four": _("dari 4"),
    }
