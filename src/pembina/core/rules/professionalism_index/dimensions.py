"""The points of each dimension, or between which points it lies where something is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from pembina.core.rules.appraisal_rating import Certainty, Predicate, predicates
from pembina.core.rules.appraisal_rating.scales import label_of
from pembina.core.rules.goal_progress.amounts import comma, plain
from pembina.core.rules.professionalism_index import refusals
from pembina.core.rules.professionalism_index.evidence import Course, PositionKind, Punishment, Training
from pembina.core.rules.satyalancana import Discipline
from pembina.core.text import Text

NOTHING = Decimal(0)
_HUNDREDTH = Decimal("0.01")
_WORST_FIRST = (Discipline.SEVERE, Discipline.MODERATE, Discipline.LIGHT)
_LEVELS = {
    Discipline.NONE: Text(id="tidak ada hukuman disiplin", en="no punishment"),
    Discipline.LIGHT: Text(id="hukuman disiplin ringan", en="a light punishment"),
    Discipline.MODERATE: Text(id="hukuman disiplin sedang", en="a moderate punishment"),
    Discipline.SEVERE: Text(id="hukuman disiplin berat", en="a severe punishment"),
}


class Dimension(StrEnum):
    """The four dimensions, in the order of the regulation."""

    QUALIFICATION = "qualification"
    COMPETENCE = "competence"
    PERFORMANCE = "performance"
    DISCIPLINE = "discipline"


@dataclass(frozen=True, slots=True)
class Found:
    """What the facts give: `points` None where something is missing, and between what they would lie."""

    points: Decimal | None
    lowest: Decimal
    highest: Decimal
    missing: tuple[Text, ...]
    article: str
    certainty: Certainty
    because: Text


def qualification(told: dict[str, Any], code: str | None) -> Found:
    """Return the points of the highest education, by its code in SIASN."""
    article = told["article"]
    if code is None:
        every = [Decimal(row["points"]) for row in told["rows"]]
        what = Text(id="tingkat pendidikan", en="level of education")
        return _unknown(every, what, article, Certainty.AGENCY)
    row = next((row for row in told["rows"] if code in row["codes"]), None)
    if row is None:
        raise refusals.no_education(code)
    because = Text(id=f"Pendidikan {row['id']}.", en=f"Education: {row['en']}.")
    return _known(Decimal(row["points"]), article, Certainty(row["certainty"]), because)


def competence(told: dict[str, Any], position: PositionKind | None, training: Training | None, on: date) -> Found:
    """Return the points of training, by the kind of position."""
    article, certainty = told["article"], Certainty(told["certainty"])
    if training is None:
        highest = max(sum(Decimal(row["points"]) for row in rows) for rows in told["kinds"].values())
        what = Text(id="riwayat pelatihan", en="record of training")
        return _unknown([NOTHING, Decimal(highest)], what, article, certainty)
    if position is None:
        each = [competence(told, kind, training, on) for kind in PositionKind]
        ends = [end for found in each for end in (found.lowest, found.highest)]
        return _unknown(ends, Text(id="jenis jabatan", en="kind of position"), article, certainty)
    rows = told["kinds"][position]
    states = [(row, _is_met(row, getattr(training, row["key"]), on)) for row in rows]
    lowest = sum((Decimal(row["points"]) for row, met in states if met), NOTHING)
    open_rows = [row for row, met in states if met is None]
    because = _of_training(states)
    if not open_rows:
        return _known(lowest, article, certainty, because)
    highest = lowest + sum(Decimal(row["points"]) for row in open_rows)
    missing = tuple(label_of(row) for row in open_rows)
    return Found(None, lowest, highest, missing, article, certainty, because)


def performance(told: dict[str, Any], value: Predicate | Decimal | None, on: date) -> Found:
    """Return the points of the appraisal of the year before `on`: a predicate, or a number of the older scheme."""
    article, year = told["article"], on.year - 1
    if value is None:
        every = [Decimal(points) for points in told["predicates"]["points"].values()]
        what = Text(id=f"hasil penilaian kinerja {year}", en=f"appraisal of {year}")
        return _unknown(every, what, article, Certainty(told["predicates"]["certainty"]))
    if isinstance(value, Predicate):
        label = next(step.label for step in predicates(on=on) if step.predicate is value)
        because = Text(id=f"Predikat kinerja {year}: {label.id}.", en=f"Predicate of {year}: {label.en}.")
        rows = told["predicates"]
        return _known(Decimal(rows["points"][value]), article, Certainty(rows["certainty"]), because)
    return _number(told["numbers"], value, article, year)


def discipline(told: dict[str, Any], record: Sequence[Punishment] | None, on: date) -> Found:
    """Return the points of the worst punishment within the years that count."""
    article, certainty, years = told["article"], Certainty(told["certainty"]), told["years"]
    points = {Discipline(level): Decimal(value) for level, value in told["points"].items()}
    if record is None:
        what = Text(id="riwayat hukuman disiplin", en="record of punishments")
        return _unknown(list(points.values()), what, article, certainty)
    since = (on.year - years, on.month, on.day)
    levels = {row.level for row in record if row.decided <= on and row.decided.timetuple()[:3] > since}
    worst = next((level for level in _WORST_FIRST if level in levels), Discipline.NONE)
    words = _LEVELS[worst]
    because = Text(id=f"Dalam {years} tahun terakhir: {words.id}.", en=f"Within the last {years} years: {words.en}.")
    return _known(points[worst], article, certainty, because)


def rounded(value: Decimal) -> Decimal:
    """Round as before every comparison with a band: half up, to two decimals."""
    return value.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)


def _number(told: dict[str, Any], value: Decimal, article: str, year: int) -> Found:
    highest = Decimal(told["highest"])
    if not isinstance(value, Decimal) or not value.is_finite() or not 0 <= value <= highest:
        raise refusals.no_performance(value, highest)
    number = rounded(value)
    band = next(row for row in told["bands"] if row["above"] is None or number > Decimal(row["above"]))
    because = Text(id=f"Nilai kinerja {year}: {comma(number)}.", en=f"The appraisal of {year} gave {plain(number)}.")
    return _known(Decimal(band["points"]), article, Certainty(told["certainty"]), because)


def _is_met(row: dict[str, Any], courses: Sequence[Course] | None, on: date) -> bool | None:
    if courses is None:
        return None
    years = row["years"]
    counted = [each for each in courses if each.ended <= on and (years is None or each.ended.year > on.year - years)]
    lengths = {_is_long_enough(row, each) for each in counted}
    return True if True in lengths else None if None in lengths else False


def _is_long_enough(row: dict[str, Any], course: Course) -> bool | None:
    if "hours" not in row:
        return True
    if course.days is not None and course.days >= row["days"]:
        return True
    return None if course.hours is None else course.hours >= Decimal(row["hours"])


def _of_training(states: list[tuple[dict[str, Any], bool | None]]) -> Text:
    words = {
        True: Text(id="ada", en="yes"),
        False: Text(id="tidak ada", en="none"),
        None: Text(id="belum diketahui", en="not known"),
    }
    return Text(
        id=_sentence("; ".join(f"{row['id']}: {words[met].id}" for row, met in states)),
        en=_sentence("; ".join(f"{row['en']}: {words[met].en}" for row, met in states)),
    )


def _known(points: Decimal, article: str, certainty: Certainty, because: Text) -> Found:
    return Found(points, points, points, (), article, certainty, because)


def _unknown(possible: list[Decimal], what: Text, article: str, certainty: Certainty) -> Found:
    because = Text(
        id=f"Belum diketahui: {what.id}. Itu tidak dihitung sebagai nol.",
        en=f"Not known: {what.en}. That is not counted as zero.",
    )
    return Found(None, min(possible), max(possible), (what,), article, certainty, because)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
