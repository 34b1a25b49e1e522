"""The content of a template as people write it, a line for each indicator, and as it is kept.

``Hasil kerja | Indikator | aspek | target | satuan | naik atau turun``; without unit and direction the target is told
in words. Lines with the same result, one after the other, belong together.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.performance.enums import Aspect, Direction
from pembina.domain.performance.models import Goal, PerformancePlan
from pembina.domain.performance.models.goals import LONGEST_LINE
from pembina.domain.performance.operations.goals import MOST_GOALS, MOST_INDICATORS
from pembina.domain.performance.plan_content import GoalTold, IndicatorTold, checked_indicator

SEPARATOR = "|"
PLACES = 6
ASPECTS = {"kuantitas": Aspect.QUANTITY, "kualitas": Aspect.QUALITY, "waktu": Aspect.TIME, "biaya": Aspect.COST}
WAYS = {"naik": Direction.HIGHER, "turun": Direction.LOWER}
LONGEST_UNIT = 40

# A result with its indicators.
Part = tuple[GoalTold, tuple[IndicatorTold, ...]]


class TemplateLineError(RefusedError):
    """A line cannot be understood; the message names it."""

    def __init__(self, number: int, line: str) -> None:
        super().__init__(
            Text(id=f"Baris {number} tidak dapat dibaca: {line[:80]}", en=f"Line {number} cannot be read: {line[:80]}"),
            Text(
                id="Tulis: hasil kerja | indikator | aspek | target | satuan | naik atau turun.",
                en="Write: result | indicator | aspect | target | unit | naik (up) or turun (down).",
            ),
        )


class EmptyTemplateError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id=f"Templat memuat 1 sampai {MOST_GOALS} hasil kerja, masing-masing paling banyak "
                f"{MOST_INDICATORS} indikator.",
                en=f"A template holds 1 to {MOST_GOALS} results with at most {MOST_INDICATORS} indicators each.",
            ),
            Text(id="Tambah atau kurangi barisnya.", en="Add or remove lines."),
        )


def parts_of_text(text: str) -> tuple[Part, ...]:
    """Return what is written; raises ``TemplateLineError``, ``EmptyTemplateError`` and what `plan_content` refuses."""
    found: list[tuple[str, list[IndicatorTold]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        words, indicator = _line(number, line)
        if not found or found[-1][0] != words:
            found.append((words, []))
        found[-1][1].append(indicator)
    if not 1 <= len(found) <= MOST_GOALS or any(len(some) > MOST_INDICATORS for _words, some in found):
        raise EmptyTemplateError
    return tuple((GoalTold(words), tuple(some)) for words, some in found)


def text_of_parts(parts: Iterable[Part]) -> str:
    """Return the same as people write it."""
    return "\n".join(_written(goal, one) for goal, indicators in parts for one in indicators)


def kept(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Return parts as a record keeps them."""
    return [{"words": goal.words, "indicators": [_kept(one) for one in indicators]} for goal, indicators in parts]


def told(content: Sequence[Mapping[str, Any]]) -> tuple[Part, ...]:
    """Return what a record keeps."""
    return tuple((GoalTold(part["words"]), tuple(map(_told, part["indicators"]))) for part in content)


def parts_of_plan(plan: PerformancePlan) -> tuple[Part, ...]:
    """Return the content of a plan; what one service was read for becomes reported, for services differ by unit."""
    goals: Iterable[Goal] = plan.goals.prefetch_related("indicators")
    return tuple(
        (
            GoalTold(goal.words),
            tuple(
                IndicatorTold(
                    one.words, tuple(one.aspects), target=one.target, unit=one.unit, direction=one.direction,
                    target_words=one.target_words,
                )
                for one in goal.indicators.all()
            ),
        )
        for goal in goals
    )  # fmt: skip


def _line(number: int, line: str) -> tuple[str, IndicatorTold]:
    cells = [cell.strip() for cell in line.split(SEPARATOR)]
    if not 2 <= len(cells) <= PLACES or not cells[0] or max(map(len, cells)) > LONGEST_LINE:
        raise TemplateLineError(number, line)
    words, indicator, aspects, target, unit, way = (*cells, "", "", "", "")[:PLACES]
    named = [name.strip().lower() for name in aspects.split(",") if name.strip()]
    if any(name not in ASPECTS for name in named) or way.lower() not in {"", *WAYS} or len(unit) > LONGEST_UNIT:
        raise TemplateLineError(number, line)
    said: dict[str, Any] = {"target_words": target}
    if unit or way:
        said = {"target": _amount(number, line, target), "unit": unit, "direction": WAYS.get(way.lower(), "")}
    covers = tuple(ASPECTS[name].value for name in named)
    return words, checked_indicator(IndicatorTold(indicator, covers, **said))


def _amount(number: int, line: str, written: str) -> Decimal:
    try:
        return Decimal(written.replace(".", "").replace(",", "."))
    except InvalidOperation:
        raise TemplateLineError(number, line) from None


def _written(goal: GoalTold, one: IndicatorTold) -> str:
    names = {aspect.value: name for name, aspect in ASPECTS.items()}
    ways = {way.value: name for name, way in WAYS.items()}
    aspects = ", ".join(names[aspect] for aspect in one.aspects)
    if one.target is None:
        cells = [goal.words, one.words, aspects, one.target_words]
    else:
        plain = f"{one.target:f}".rstrip("0").rstrip(".") if "." in f"{one.target:f}" else f"{one.target:f}"
        cells = [goal.words, one.words, aspects, plain.replace(".", ","), one.unit, ways[one.direction]]
    return f" {SEPARATOR} ".join(cell.replace(SEPARATOR, "/") for cell in cells)


def _kept(one: IndicatorTold) -> dict[str, Any]:
    target = None if one.target is None else str(one.target)
    return {
        "words": one.words, "aspects": list(one.aspects), "target": target, "unit": one.unit,
        "direction": str(one.direction), "target_words": one.target_words,
    }  # fmt: skip


def _told(row: Mapping[str, Any]) -> IndicatorTold:
    target = None if row["target"] is None else Decimal(row["target"])
    return IndicatorTold(**{**row, "aspects": tuple(row["aspects"]), "target": target})
