"""An evaluation as a page of plain text: verdict first, naive beside honest, then the path and the warnings."""

import math
import textwrap
from collections.abc import Callable, Sequence

from pembina.core.effect import Evaluation
from pembina.core.effect.effects import At
from pembina.core.effect.inference import Estimate
from pembina.core.effect.verdict import decimals_of
from pembina.core.effect.wording import figure, signed
from pembina.core.text import Text

WIDTH = 84
_EVENTS_SHOWN = 24


def evaluation_text(evaluation: Evaluation, *, period_label: Callable[[int], str], language: str) -> str:
    """Return the page in one language; `period_label` writes the number of a period as people do."""
    page = _Page(language, decimals_of(evaluation.headline))
    parts = [
        [evaluation.verdict.label.in_language(language).upper()],
        page.paragraph(evaluation.verdict.sentence),
        page.paragraph(evaluation.verdict.reason),
        page.comparison(evaluation),
        page.waves(evaluation, period_label),
        page.path(evaluation),
        page.warnings(evaluation),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


class _Page:
    """Paragraphs and tables in one language, numbers with the same decimals throughout."""

    def __init__(self, language: str, decimals: int) -> None:
        self.language = language
        self.decimals = decimals

    def say(self, indonesian: str, english: str) -> str:
        return Text(id=indonesian, en=english).in_language(self.language)

    def paragraph(self, text: Text) -> list[str]:
        return textwrap.wrap(text.in_language(self.language), WIDTH)

    def number(self, value: float) -> str:
        if not math.isfinite(value):
            return "–"
        return figure(value, self.decimals).in_language(self.language)

    def interval(self, low: float, high: float) -> str:
        if not (math.isfinite(low) and math.isfinite(high)):
            return self.say("tidak ada selang", "no interval")
        return f"{self.number(low)} {self.say('sampai', 'to')} {self.number(high)}"

    def comparison(self, evaluation: Evaluation) -> list[str]:
        naive, honest = evaluation.naive, evaluation.headline
        share = ""
        if naive.change_percent is not None and math.isfinite(naive.change_percent):
            share = f" ({figure(naive.change_percent, 0).in_language(self.language)}%)"
        before_after = f"{self.number(naive.change)}{share}"
        rows = [
            (
                self.say("Sebelum-sesudah saja", "Before-after alone"),
                before_after,
                self.say(
                    f"dari {self.number(naive.before)} ke {self.number(naive.after)}; bukan bukti",
                    f"from {self.number(naive.before)} to {self.number(naive.after)}; no evidence",
                ),
            ),
            (
                self.say("Dengan pembanding", "Against a comparison"),
                self.number(honest.estimate),
                f"{self.confidence(evaluation)} {self.interval(honest.ci_low, honest.ci_high)}",
            ),
        ]
        wrapped = self.paragraph(evaluation.naive_sentence)
        return [*_table(rows), "", *wrapped]

    def confidence(self, evaluation: Evaluation) -> str:
        share = f"{100 * evaluation.question.confidence:g}".replace(".", self.say(",", "."))
        return self.say(f"selang {share}%", f"{share}% interval")

    def waves(self, evaluation: Evaluation, period_label: Callable[[int], str]) -> list[str]:
        heading = self.say(
            f"{evaluation.units} unit, {evaluation.periods} periode, {evaluation.cohorts} gelombang",
            f"{evaluation.units} units, {evaluation.periods} periods, {evaluation.cohorts} waves",
        )
        rows = [
            (
                self.say("tidak pernah mulai", "never start")
                if wave.start is None
                else self.say(f"mulai {period_label(wave.start)}", f"start {period_label(wave.start)}"),
                self.say(f"{wave.units} unit", f"{wave.units} unit{'' if wave.units == 1 else 's'}"),
            )
            for wave in evaluation.waves
        ]
        return [heading, *(f"  {line}" for line in _table(rows))]

    def path(self, evaluation: Evaluation) -> list[str]:
        effects = evaluation.efficient or evaluation.estimates
        events = _nearest(effects.event)
        if not events:
            return []
        heading = self.say(
            "Dampak menurut periode sejak mulai (pita untuk semuanya sekaligus)",
            "Effect by periods since the start (band for all of them at once)",
        )
        rows = [(signed(at.label, 0).en, self.number(at.value.estimate), self._band(at.value)) for at in events]
        left_out = len(effects.event) - len(events)
        more = self.say(
            f"  … dan {left_out} periode lain; lihat --json", f"  … and {left_out} more periods; see --json"
        )
        return [heading, *(f"  {line}" for line in _table(rows)), *([more] if left_out else [])]

    def _band(self, value: Estimate) -> str:
        if math.isfinite(value.band_low) and math.isfinite(value.band_high):
            return self.interval(value.band_low, value.band_high)
        return self.interval(value.ci_low, value.ci_high)

    def warnings(self, evaluation: Evaluation) -> list[str]:
        if not evaluation.notes:
            return []
        lines = [self.say("Yang perlu diketahui", "What to know")]
        for note in evaluation.notes:
            text = note.message.in_language(self.language)
            lines += textwrap.wrap(text, WIDTH, initial_indent="  - ", subsequent_indent="    ")
        return lines


def _nearest(events: Sequence[At]) -> list[At]:
    """Return the periods nearest to the start, as many as a page holds."""
    nearest = sorted(events, key=lambda at: abs(at.label))[:_EVENTS_SHOWN]
    return sorted(nearest, key=lambda at: at.label)


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Align columns: the first to the left, figures to the right, the last one free."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(widths[i]) if i == 0 else cell if i == len(row) - 1 else cell.rjust(widths[i])
            for i, cell in enumerate(row)
        )
        for row in rows
    ]
