"""The sections of the report in our own words, where a unit has written none."""

from decimal import Decimal

from django.utils.translation import gettext as _

from pembina.domain.services.result_content import ElementFigure, ResultContent
from pembina.web.components.formatting import day, number
from pembina.web.components.satisfaction import weight_name, written
from pembina.web.survey_results.wording import codes, day_of, said, weakest_shown

WEAKEST = 3


def usual_sections(content: ResultContent) -> dict[str, str]:
    """Section to its text, paragraphs apart by a line break."""
    return {
        "background": background(content),
        "purpose": purpose(),
        "method": method(content),
        "analysis": analysis(content),
        "conclusion": conclusion(content),
    }


def sections(content: ResultContent) -> dict[str, str]:
    """The same, with what the unit wrote itself in its place."""
    return usual_sections(content) | content["report"]


def background(content: ResultContent) -> str:
    return _(
        "Penyelenggara pelayanan publik wajib menanyakan pendapat warga paling sedikit sekali setahun. %(unit)s "
        "melakukannya agar perbaikan pelayanan berangkat dari pengalaman orang yang dilayani, bukan dari perkiraan."
    ) % {"unit": content["period"]["unit"]}


def purpose() -> str:
    return _(
        "Survei ini mengukur kepuasan warga atas sembilan unsur pelayanan, menunjukkan unsur yang paling perlu "
        "diperbaiki, dan menjadi dasar rencana tindak lanjut yang dapat ditagih pada periode berikutnya."
    )


def method(content: ResultContent) -> str:
    period = content["period"]
    collected = _(
        "Jawaban dikumpulkan pada %(opens)s sampai %(closes)s melalui kode QR di loket dan formulir kertas, tanpa nama "
        "responden. Setiap unsur dinilai 1 sampai 4. Jawaban yang mencurigakan hanya dikeluarkan dengan keputusan "
        "yang tercatat."
    ) % {
        "opens": day(day_of(period["opens_on"])),
        "closes": day(day_of(period["closes_on"])),
    }
    rule = _(
        "Nilai rata-rata tiap unsur diambil dari mereka yang menjawab unsur itu; indeks hanya dihitung bila kesembilan "
        "unsur ada jawabannya."
    )
    return f"{collected}\n{rule}"


def analysis(content: ResultContent) -> str:
    """Name the weakest elements with who was dissatisfied, and whether the index has changed."""
    result, order = content["result"], content["period"]["order"]
    if result is None:
        return said(content["lacking"])
    told = [_weak(element, codes(order)) for element in weakest_shown(result["elements"], order)[:WEAKEST]]
    change = content["change"]
    return "\n".join((*told, said(change["because"]) if change else _("Belum ada periode pembanding.")))


def _weak(element: ElementFigure, numbers: dict[str, str]) -> str:
    """One element in a sentence; who was dissatisfied is told where the scores may be shown."""
    words = {
        "code": numbers[element["key"]],
        "label": said(element["label"]),
        "mean": written(Decimal(element["mean"] or 0), 2),
        "n": number(element["n"] or 0),
    }
    if element["counts"] is None:
        return _("%(code)s %(label)s bernilai %(mean)s dari %(n)s responden.") % words
    words["people"] = number(element["counts"][0] + element["counts"][1])
    return _("%(code)s %(label)s bernilai %(mean)s; %(people)s dari %(n)s responden memberi nilai 1 atau 2.") % words


def conclusion(content: ResultContent) -> str:
    result = content["result"]
    if result is None:
        return said(content["lacking"])
    weakest = weakest_shown(result["elements"], content["period"]["order"])
    plans = content["follow_ups"]
    told = {
        "unit": content["period"]["unit"],
        "index": written(Decimal(result["index"]), 2),
        "word": said(result["quality_word"]).lower() or _("tanpa mutu"),
        "weight": weight_name(result["weight"]),
    }
    value = (
        _(
            "Indeks kepuasan masyarakat %(unit)s adalah %(index)s (%(word)s) dengan bobot %(weight)s tiap unsur. Unsur "
            "yang didahulukan untuk diperbaiki: %(weakest)s."
        )
        % {**told, "weakest": said(weakest[0]["label"])}
        if weakest
        else _("Indeks kepuasan masyarakat %(unit)s adalah %(index)s (%(word)s) dengan bobot %(weight)s tiap unsur.")
        % told
    )
    promise = (
        _("%(plans)s kegiatan tindak lanjut direncanakan; kemajuannya dilaporkan pada periode berikutnya.")
        % {"plans": number(len(plans))}
        if plans
        else _("Rencana tindak lanjut belum disusun.")
    )
    return f"{value}\n{promise}"
