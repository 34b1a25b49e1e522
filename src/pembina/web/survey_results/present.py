"""What the page of one result says, for officers and for everybody; the templates hold no arithmetic."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from pembina.domain.services.result_content import (
    ChangeFigure,
    ElementFigure,
    FollowUpFigure,
    IndexFigure,
    PartsFigure,
    PeriodFigure,
    ResultContent,
)
from pembina.web.components.charts.line import LineChart
from pembina.web.components.charts.rows import Bar, BarChart
from pembina.web.components.formatting import MISSING, day, month, number, percent, signed
from pembina.web.components.satisfaction import TONES, bands, weight_name, written
from pembina.web.survey_results.charts import element_chart, trend_chart
from pembina.web.survey_results.wording import (
    HIDDEN,
    STATE_TONES,
    by_number,
    codes,
    day_of,
    in_order,
    kind_of,
    profile_titles,
    said,
    state_word,
    weakest_first,
)


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element, written out; `shares` are those who gave 1, 2, 3 and 4."""

    key: str
    code: str
    label: str
    n: str
    shares: tuple[str, str, str, str]
    mean: str
    short_mean: str
    weighted_mean: str
    is_weakest: bool


@dataclass(frozen=True, slots=True)
class PartRow:
    """One service, month or place; a star stands where too few people are behind it."""

    label: str
    people: str
    index: str
    quality: str
    tone: str
    interval: str


@dataclass(frozen=True, slots=True)
class PartTable:
    """A table of parts with the reason why some are hidden; `chart` is None where one part or none is shown."""

    title: str
    head: str
    rows: tuple[PartRow, ...]
    hidden: str
    chart: BarChart | None


@dataclass(frozen=True, slots=True)
class ProfileTable:
    """How many people of each kind, with their share where the number may be shown."""

    title: str
    rows: tuple[tuple[str, str, str], ...]
    hidden: str


@dataclass(frozen=True, slots=True)
class Change:
    """The change since the round before; `word` says whether it is more than the error."""

    difference: str
    sentence: str
    since: str
    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan of the follow-up table."""

    element: str
    activity: str
    due: str
    responsible: str
    state: str
    tone: str
    note: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The index itself, where there is one."""

    index: str
    quality: str
    tone: str
    sentence: str
    interval: str
    error: str
    weight: str
    weakest: ElementRow | None
    warnings: tuple[str, ...]
    formula: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """All that the page and the report show."""

    title: str
    unit: str
    dates: str
    services: str
    respondents: str
    excluded: str
    lacking: str
    summary: Summary | None
    target: str
    is_enough: bool
    change: Change | None
    elements: tuple[ElementRow, ...]
    weakest_first: tuple[ElementRow, ...]
    hidden: str
    chart: BarChart | None
    trend: LineChart | None
    parts: tuple[PartTable, ...]
    profile: tuple[ProfileTable, ...]
    plans: tuple[PlanRow, ...]
    earlier_plans: tuple[PlanRow, ...]
    bands: tuple[tuple[str, str, str, bool], ...]
    article: str
    error_article: str


def present(content: ResultContent) -> ResultPage:
    """Return a result, live or published, in the language of the page."""
    period, result, target = content["period"], content["result"], content["target"]
    elements = by_number(_elements(result), period["order"])
    rows = [_element(each, period["order"], elements) for each in elements]
    ascending = [each["key"] for each in weakest_first(_elements(result), period["order"])]
    quality = result["quality"] if result else None
    return ResultPage(
        title=period["title"],
        unit=period["unit"],
        dates=_dates(period),
        services=", ".join(period["services"]) or _("Semua layanan"),
        respondents=number(content["respondents"]),
        excluded=_excluded(content["excluded"]),
        lacking=said(content["lacking"]),
        summary=_summary(result, rows) if result else None,
        target=said(target["because"]) if target else "",
        is_enough=target is not None and not target["lacking"],
        change=_change(content["change"]),
        elements=tuple(rows),
        weakest_first=tuple(sorted(rows, key=lambda row: ascending.index(row.key))),
        hidden=said(result.get("hidden")) if result else "",
        chart=element_chart(_elements(result), period["order"]) if result else None,
        trend=trend_chart(content["trend"]),
        parts=_part_tables(content),
        profile=tuple(_profile_table(content, name) for name in content["profile"]),
        plans=_plans(content["follow_ups"], period["order"]),
        earlier_plans=_plans(content["earlier_follow_ups"], period["order"]),
        bands=tuple((*band, band[0] == quality) for band in bands(day_of(period["closes_on"]))),
        article=content["article"],
        error_article=content["error_article"],
    )


def _elements(result: IndexFigure | None) -> list[ElementFigure]:
    return result["elements"] if result else []


def _dates(period: PeriodFigure) -> str:
    return f"{day(day_of(period['opens_on']))} – {day(day_of(period['closes_on']))}"


def _excluded(people: int) -> str:
    if not people:
        return _("Tidak ada jawaban yang dikeluarkan.")
    return _("%(people)s jawaban dikeluarkan dengan keputusan tercatat dan tidak dihitung.") % {
        "people": number(people)
    }


def _element(element: ElementFigure, order: str, every: Iterable[ElementFigure]) -> ElementRow:
    known = [Decimal(each["mean"]) for each in every if each["mean"] is not None]
    mean, n = element["mean"], element["n"]
    return ElementRow(
        key=element["key"],
        code=codes(order)[element["key"]],
        label=said(element["label"]),
        n=HIDDEN if n is None else number(n),
        shares=_shares(element["counts"]),
        mean=_mean(mean, 4),
        short_mean=_mean(mean, 2),
        weighted_mean=_mean(element["weighted_mean"], 4),
        is_weakest=mean is not None and Decimal(mean) == min(known),
    )


def _shares(counts: list[int] | None) -> tuple[str, str, str, str]:
    if counts is None:
        return (HIDDEN, HIDDEN, HIDDEN, HIDDEN)
    one, two, three, four = (percent(people / sum(counts)) for people in counts)
    return (one, two, three, four)


def _mean(mean: str | None, digits: int) -> str:
    return HIDDEN if mean is None else written(Decimal(mean), digits)


def _summary(result: IndexFigure, rows: list[ElementRow]) -> Summary:
    weight, word = weight_name(result["weight"]), said(result["quality_word"])
    return Summary(
        index=written(Decimal(result["index"]), 2),
        quality=f"{result['quality']} · {word}" if result["quality"] else _("tanpa mutu"),
        tone=TONES[result["quality"]],
        sentence=said(result["because"]),
        interval=interval(result["low"], result["high"]),
        error=f"± {number(result['margin'], 2)}" if result["margin"] is not None else MISSING,
        weight=weight,
        weakest=next((row for row in rows if row.is_weakest), None),
        warnings=tuple(said(warning) for warning in result["warnings"]),
        formula=_formula(result, rows, weight),
        because=said(result["error_because"])
        or _("Galat sampel tidak dapat dihitung: jawaban lengkap kurang dari dua."),
    )


def interval(low: float | None, high: float | None) -> str:
    """``76,30–81,20``; a dash where it is not known."""
    return MISSING if low is None or high is None else f"{number(low, 2)}–{number(high, 2)}"


def _formula(result: IndexFigure, rows: list[ElementRow], weight: str) -> tuple[str, ...]:
    """The computation with its numbers filled in, a line a step."""
    total = Decimal(result["unrounded"]) / (25 * Decimal(result["weight_value"]))
    return (
        _("Rata-rata tiap unsur (NRR) = jumlah nilai ÷ jumlah yang menjawab unsur itu"),
        f"{' + '.join(row.mean for row in rows)} = {written(total, 4)}",
        f"{written(total, 4)} × {weight} × 25 = {written(Decimal(result['unrounded']), 4)}",
        _("dibulatkan dua desimal: %s") % written(Decimal(result["index"]), 2),
    )


def _change(change: ChangeFigure | None) -> Change | None:
    if change is None:
        return None
    difference = float(change["difference"])
    words = {True: _("lebih dari galat"), False: _("dalam galat"), None: _("galat tidak diketahui")}
    rising = "success" if difference > 0 else "danger"
    return Change(
        difference=signed(difference, 2),
        sentence=said(change["because"]),
        since=_("%(title)s: %(index)s") % {"title": change["title"], "index": written(Decimal(change["index"]), 2)},
        word=words[change["exceeds"]],
        tone=rising if change["exceeds"] else "neutral",
    )


def _part_tables(content: ResultContent) -> tuple[PartTable, ...]:
    """The divisions that say something: one row would repeat the whole."""
    tables = (
        _part_table(_("Per jenis layanan"), _("Layanan"), content["services"]),
        _part_table(_("Per bulan"), _("Bulan"), content["months"]),
        _part_table(_("Per loket"), _("Loket"), content["places"]),
    )
    return tuple(table for table in tables if len(table.rows) > 1)


def _part_table(title: str, head: str, parts: PartsFigure) -> PartTable:
    rows = tuple(
        PartRow(
            label=month(row["label"]) or _("Tidak disebut"),
            people=HIDDEN if row["people"] is None else number(row["people"]),
            index=HIDDEN if row["people"] is None else _index(row["index"]),
            quality=row["quality"] or "",
            tone=TONES[row["quality"]],
            interval=interval(row["low"], row["high"]),
        )
        for row in parts["rows"]
    )
    shown = [
        Bar(row.label, float(part["index"])) for row, part in zip(rows, parts["rows"], strict=True) if part["index"]
    ]
    chart = BarChart(title, shown, digits=2, maximum=100) if len(shown) > 1 else None
    return PartTable(title, head, rows, said(parts["hidden"]), chart)


def _index(index: str | None) -> str:
    return MISSING if index is None else written(Decimal(index), 2)


def _profile_table(content: ResultContent, name: str) -> ProfileTable:
    found = content["profile"][name]
    rows = tuple(
        (
            kind_of(name, kind),
            HIDDEN if people is None else number(people),
            HIDDEN if people is None else percent(people / content["respondents"], 1),
        )
        for kind, people in in_order(name, found["people"])
    )
    return ProfileTable(profile_titles()[name], rows, said(found["hidden"]))


def _plans(plans: list[FollowUpFigure], order: str) -> tuple[PlanRow, ...]:
    return tuple(
        PlanRow(
            element=codes(order)[plan["element"]],
            activity=plan["activity"],
            due=day(day_of(plan["due_on"])),
            responsible=plan["responsible"],
            state=_("Terlambat") if plan["late"] else state_word(plan["state"]),
            tone="danger" if plan["late"] else STATE_TONES[plan["state"]],  # type: ignore[index]
            note=plan["note"],
        )
        for plan in plans
    )
