"""What the result page says, as a frozen object; the templates hold no arithmetic."""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from pembina.core.rules.satisfaction_index import ElementResult, SatisfactionIndex, Weight, needed_respondents
from pembina.exchange.survey_files import ORDERS
from pembina.web.components.charts.rows import Bar, BarChart
from pembina.web.components.formatting import day, number
from pembina.web.satisfaction_tool.carried import Survey, address_of
from pembina.web.satisfaction_tool.wording import TONES, WEIGHTS, bands, in_language, weight_name, written


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element, written out: ``total`` sums its scores, ``mean`` has four decimals and ``short_mean`` two."""

    code: str
    label: str
    total: str
    respondents: str
    mean: str
    short_mean: str
    weighted_mean: str
    is_weakest: bool


@dataclass(frozen=True, slots=True)
class WeightRow:
    """The same answers under one weight; ``address`` leads to that result."""

    name: str
    index: str
    quality: str
    tone: str
    is_used: bool
    address: str


@dataclass(frozen=True, slots=True)
class Band:
    """A band of the regulation."""

    quality: str
    word: str
    limits: str
    is_reached: bool


@dataclass(frozen=True, slots=True)
class SampleSize:
    """Respondents against the number the table asks for."""

    sentence: str
    is_enough: bool


@dataclass(frozen=True, slots=True)
class Result:
    """All that the page and the paper show."""

    subtitle: str
    sentence: str
    index: str
    quality: str
    quality_word: str
    tone: str
    respondents: str
    weight: str
    band_note: str
    weakest: ElementRow
    strongest: ElementRow
    weakest_sentence: str
    elements: tuple[ElementRow, ...]
    chart: BarChart
    weights: tuple[WeightRow, ...]
    bands: tuple[Band, ...]
    because: str
    article: str
    formula: tuple[str, ...]
    notes: tuple[str, ...]
    sample_size: SampleSize | None
    is_sample: bool
    pdf_address: str
    json_address: str


def present(survey: Survey) -> Result:
    """Return the result of a survey in the language of the page."""
    found = survey.index()
    rows = element_rows(survey, found)
    weakest, strongest = rows[found.weakest.key], rows[max(found.elements, key=lambda element: element.mean).key]
    steps = tuple(Band(*band, band[0] == found.quality) for band in bands(survey.on))
    return Result(
        subtitle=" · ".join(part for part in (survey.unit, _("Survei %s") % day(survey.on)) if part),
        sentence=sentence(found),
        index=written(found.index, 2),
        quality=found.quality or _("tanpa mutu"),
        quality_word=in_language(found.quality_word) if found.quality_word else _("di bawah batas terendah"),
        tone=TONES[found.quality],
        respondents=number(found.respondents),
        weight=weight_name(found.weight),
        band_note=next((_("mutu %s: ") % band.quality + band.limits for band in steps if band.is_reached), ""),
        weakest=weakest,
        strongest=strongest,
        weakest_sentence=weakest_sentence(weakest),
        elements=tuple(rows.values()),
        chart=chart(found),
        weights=tuple(weight_row(survey, weight) for weight in WEIGHTS),
        bands=steps,
        because=in_language(found.because),
        article=found.article,
        formula=formula(found),
        notes=(*missing_notes(found), *(in_language(note) for note in survey.notes)),
        sample_size=sample_size(survey),
        is_sample=survey.is_sample,
        pdf_address=address_of(survey, "satisfaction_tool:pdf"),
        json_address=address_of(survey, "satisfaction_tool:json"),
    )


def sentence(found: SatisfactionIndex) -> str:
    if found.quality is None or found.quality_word is None:
        return in_language(found.because)
    return _(
        "Mutu pelayanan %(quality)s (%(word)s) menurut %(people)s responden, dihitung dengan bobot %(weight)s."
    ) % {
        "quality": found.quality,
        "word": in_language(found.quality_word).lower(),
        "people": number(found.respondents),
        "weight": weight_name(found.weight),
    }


def weakest_sentence(weakest: ElementRow) -> str:
    words = {"label": weakest.label, "mean": weakest.short_mean}
    return _("Unsur terlemah: %(label)s (%(mean)s dari 4). Jadikan bahan rencana tindak lanjut.") % words


def element_rows(survey: Survey, found: SatisfactionIndex) -> dict[str, ElementRow]:
    """The elements in the order of the unit's own questionnaire."""
    by_key = {element.key: element for element in found.elements}
    return {
        key: ElementRow(
            code=f"U{position}",
            label=in_language(by_key[key].label),
            total=number(survey.counts.total(key)),
            respondents=number(by_key[key].n),
            mean=written(by_key[key].mean, 4),
            short_mean=written(by_key[key].mean, 2),
            weighted_mean=written(by_key[key].weighted_mean, 4),
            is_weakest=key == found.weakest.key,
        )
        for position, key in enumerate(ORDERS[survey.order], start=1)
    }


def chart(found: SatisfactionIndex) -> BarChart:
    """Bars from the weakest element to the strongest."""
    ascending = sorted(found.elements, key=lambda element: element.mean)
    bars = [Bar(in_language(element.label), float(element.mean)) for element in ascending]
    return BarChart(_("Nilai rata-rata tiap unsur, terlemah di atas"), bars, digits=2, maximum=4)


def weight_row(survey: Survey, weight: Weight) -> WeightRow:
    found = survey.index(weight)
    return WeightRow(
        name=weight_name(weight),
        index=written(found.index, 2),
        quality=f"{found.quality} · {in_language(found.quality_word)}" if found.quality_word else _("tanpa mutu"),
        tone=TONES[found.quality],
        is_used=weight == survey.weight,
        address=address_of(replace(survey, weight=weight)),
    )


def formula(found: SatisfactionIndex) -> tuple[str, ...]:
    """The computation with its numbers filled in, a line a step."""
    total = sum((element.mean for element in found.elements), Decimal(0))
    means = " + ".join(written(element.mean, 4) for element in found.elements)
    weight = weight_name(found.weight)
    return (
        _("Rata-rata tiap unsur (NRR) = jumlah nilai ÷ jumlah yang menjawab"),
        f"{means} = {written(total, 4)}",
        f"{written(total, 4)} × {weight} × 25 = {written(found.unrounded, 4)}",
        _("dibulatkan dua desimal: %s") % written(found.index, 2),
    )


def missing_notes(found: SatisfactionIndex) -> tuple[str, ...]:
    """One sentence for each element that somebody left unanswered."""
    lacking = [element for element in found.elements if element.n < found.respondents]
    return tuple(missing_note(element, found.respondents - element.n) for element in lacking)


def missing_note(element: ElementResult, people: int) -> str:
    words = {"label": in_language(element.label), "people": number(people), "answers": number(element.n)}
    return _("%(label)s: %(people)s responden tidak menjawab; rata-ratanya dari %(answers)s jawaban.") % words


def sample_size(survey: Survey) -> SampleSize | None:
    """Compare the respondents with the table, where the population is known."""
    if survey.population is None:
        return None
    needed = needed_respondents(population=survey.population)
    words = {
        "population": number(survey.population),
        "needed": number(needed),
        "people": number(survey.counts.respondents),
        "short": number(needed - survey.counts.respondents),
    }
    if survey.counts.respondents >= needed:
        return SampleSize(
            _("Untuk %(population)s pengguna setahun diperlukan %(needed)s responden; survei ini %(people)s: cukup.")
            % words,
            True,
        )
    return SampleSize(
        _(
            "Untuk %(population)s pengguna setahun diperlukan %(needed)s responden; survei ini %(people)s: "
            "kurang %(short)s. Tambah responden sebelum hasil ini dipublikasikan."
        )
        % words,
        False,
    )
