"""What one unit of improvement cost: the money spent, divided by the improvement over all months it was had.

The headline is the mean change of one unit in one month since its planned start. Times the number of those months of
units it is all the improvement that the money bought so far. Since the money is known and only the effect is uncertain,
the ends of the effect's interval give those of the cost, the smaller effect the dearer one. Where the interval holds no
effect at all, there is no dearest cost, and it is said instead of written as a number.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pembina.core.effect.verdict import Code
from pembina.core.effect.wording import decimals_for, figure, with_unit
from pembina.core.rules.programme_decision import Finding
from pembina.core.text import Text

# Below this much a month of a unit, rupiah keep their decimals.
WHOLE_RUPIAH = 100.0


@dataclass(frozen=True, slots=True)
class CostOfEffect:
    """Rupiah for one unit of the outcome, better by that much in one unit of work for one month.

    Attributes
    ----------
    spent : all that the programme has cost until then
    unit_months : months of units since their planned start
    point, low, high : None where there is no such bound
    because : how it came about, or why there is no figure
    """

    spent: Decimal
    unit_months: int
    point: float | None
    low: float | None
    high: float | None
    because: Text

    @property
    def told(self) -> dict[str, Any]:
        """Return it in values JSON knows."""
        return {
            "spent": str(self.spent),
            "unit_months": self.unit_months,
            "point": self.point,
            "low": self.low,
            "high": self.high,
            "because": {"id": self.because.id, "en": self.because.en},
        }


def cost_of_effect(*, spent: Decimal, finding: Finding, unit_months: int) -> CostOfEffect:
    """Return what one unit of improvement cost; ``low`` is the cheapest it may have been, ``high`` the dearest."""
    ends = (finding.estimate, finding.low, finding.high)
    if unit_months <= 0 or None in ends or finding.verdict is Code.NOT_CREDIBLE:
        return CostOfEffect(spent, unit_months, None, None, None, _NOTHING_KNOWN)
    sign = -1.0 if finding.lower_is_better else 1.0
    middle, *bounds = (sign * float(end) for end in ends if end is not None)
    worst, best = sorted(bounds)
    point, low, high = (_each(spent, benefit, unit_months) for benefit in (middle, best, worst))
    if low is None:
        return CostOfEffect(spent, unit_months, None, None, None, _NO_BENEFIT)
    words = _told(spent, finding, unit_months, point=point, low=low, high=high)
    return CostOfEffect(spent, unit_months, point, low, high, words)


def rupiah(amount: float) -> Text:
    """Write money."""
    text = figure(amount, 0 if abs(amount) >= WHOLE_RUPIAH else 2)
    return Text(id=f"Rp{text.id}", en=f"Rp{text.en}")


_NOTHING_KNOWN = Text(
    id="Biaya per satuan dampak tidak dapat dihitung: dampaknya sendiri tidak dapat dihitung.",
    en="The cost per unit of effect cannot be told: the effect itself cannot.",
)
_NO_BENEFIT = Text(
    id="Tidak ada biaya per satuan perbaikan: seluruh selang dampak tidak di sisi yang membaik.",
    en="There is no cost per unit of improvement: no part of the effect's interval is on the better side.",
)


def _each(spent: Decimal, benefit: float, unit_months: int) -> float | None:
    return float(spent) / (benefit * unit_months) if benefit > 0 else None


def _told(
    spent: Decimal, finding: Finding, unit_months: int, *, point: float | None, low: float, high: float | None
) -> Text:
    unit = with_unit(Text(id="1", en="1"), finding.unit)
    money, months = rupiah(float(spent)), figure(unit_months, 0)
    opening = Text(
        id=f"{money.id} untuk {months.id} bulan-unit sejak mulai. Perbaikan {unit.id} pada satu unit kerja selama satu "
        "bulan",
        en=f"{money.en} over {months.en} months of units since the start. An improvement of {unit.en} in one unit for "
        "one month",
    )
    least = rupiah(low)
    if high is None or point is None:
        likely = _likely(point)
        return Text(
            id=f"{opening.id} berbiaya {likely.id}sekurang-kurangnya {least.id}; batas atasnya tidak ada, karena "
            "selang dampak memuat nol.",
            en=f"{opening.en} cost {likely.en}at least {least.en}; there is no upper bound, since the interval of the "
            "effect holds zero.",
        )
    most, middle = rupiah(high), rupiah(point)
    size = with_unit(
        figure(abs(finding.estimate or 0.0), decimals_for(abs(finding.estimate or 0.0) / 10)), finding.unit
    )
    return Text(
        id=f"{opening.id} berbiaya {middle.id} (antara {least.id} dan {most.id}), dari dampak {size.id} sebulan.",
        en=f"{opening.en} cost {middle.en} (between {least.en} and {most.en}), from an effect of {size.en} a month.",
    )


def _likely(point: float | None) -> Text:
    if point is None:
        return Text(id="", en="")
    middle = rupiah(point)
    return Text(id=f"kira-kira {middle.id}, ", en=f"about {middle.en}, ")
