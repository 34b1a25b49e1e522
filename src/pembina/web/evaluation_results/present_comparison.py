"""Two runs side by side: what went in, what came out, and which of it differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.domain.impact.models import EvaluationRun
from pembina.domain.impact.queries.runs import panels_of
from pembina.exchange.impact.panel_changes import PanelChanges, panel_changes
from pembina.exchange.tables import UnreadableFileError
from pembina.web.components.effect import words
from pembina.web.components.formatting import MISSING, in_language, number, signed, significant_digits
from pembina.web.evaluation_results.present_outcome import figures_of, language
from pembina.web.evaluation_results.present_outcomes import p_value
from pembina.web.evaluation_results.present_run import month_of, stamp

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in both runs."""

    label: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        """Say whether the two differ."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both runs: `data` is what went in, `outcomes` what came out, and `sentence` what that means.

    `changes` say of each outcome which figures of the frozen data differ.
    """

    before: str
    after: str
    sentence: str
    changes: tuple[str, ...]
    data: tuple[Line, ...]
    outcomes: tuple[tuple[str, tuple[Line, ...]], ...]


def present_comparison(before: EvaluationRun, after: EvaluationRun) -> Comparison:
    return Comparison(
        before=title(before), after=title(after), sentence=sentence(before, after), changes=changes(before, after),
        data=data(before, after), outcomes=outcomes(before, after),
    )  # fmt: skip


def changes(before: EvaluationRun, after: EvaluationRun) -> tuple[str, ...]:
    """What differs in the frozen data, of each outcome that both have and that differs."""
    first = {panel.outcome.position: panel for panel in panels_of(before)}
    told = []
    for panel in panels_of(after):
        other = first.get(panel.outcome.position)
        if other is None or other.sha256 == panel.sha256:
            continue
        name = str(panel.outcome.get_figure_display())
        try:
            told.append(changes_in_words(name, panel_changes(bytes(other.content), bytes(panel.content))))
        except UnreadableFileError as refused:
            told.append(f"{name}: {in_language(refused.message)}")
    return tuple(told)


def changes_in_words(name: str, found: PanelChanges) -> str:
    parts = [
        (found.added, _("%s angka bertambah")),
        (found.removed, _("%s angka tidak ada lagi")),
        (found.corrected, _("%s angka dikoreksi")),
        (found.moved, _("%s unit berubah bulan mulainya")),
    ]
    told = [words % number(count) for count, words in parts if count]
    if found.corrected:
        told.append(_("koreksi terbesar %s") % number(found.largest, significant_digits([found.largest])))
    unchanged = _("tidak ada angka yang berubah")
    return f"{name}: {', '.join(told) or unchanged}."


def title(run: EvaluationRun) -> str:
    return _("Perhitungan ke-%s") % number(run.number)


def sentence(before: EvaluationRun, after: EvaluationRun) -> str:
    if before.result_hash == after.result_hash:
        return _("Hasil keduanya sama sampai angka terakhir.")
    if before.data_hash == after.data_hash:
        if before.design.version != after.design.version:
            return _("Datanya sama; yang berubah rancangannya.")
        return _("Data dan rancangannya sama, hasilnya berbeda: versi programnya lain, atau ada yang keliru.")
    return _("Datanya berubah: bulan bertambah atau ada koreksi. Yang lama tetap disimpan apa adanya.")


def data(before: EvaluationRun, after: EvaluationRun) -> tuple[Line, ...]:
    pairs = [(str(name), tell(before), tell(after)) for name, tell in FACTS]
    panels = [(run, {panel.outcome.position: panel for panel in panels_of(run)}) for run in (before, after)]
    positions = sorted({position for _run, found in panels for position in found})
    for position in positions:
        told = [panel_words(found.get(position)) for _run, found in panels]
        pairs.append((_("Data ukuran %s") % number(position), told[0], told[1]))
    return tuple(Line(*pair) for pair in pairs)


def panel_words(panel: Any) -> str:
    if panel is None:
        return MISSING
    words = {"rows": number(panel.rows), "units": number(panel.units), "hash": panel.sha256[:12]}
    return _("%(rows)s baris, %(units)s unit, hash %(hash)s…") % words


FACTS = (
    (gettext_lazy("Diminta"), lambda run: stamp(run.asked_at)),
    (gettext_lazy("Rancangan"), lambda run: _("versi %s") % number(run.design.version)),
    (gettext_lazy("Data sampai bulan"), lambda run: month_of(run.data_until)),
    (gettext_lazy("Hash data"), lambda run: run.data_hash[:12] + "…"),
    (gettext_lazy("Versi program"), lambda run: run.code_version),
    (gettext_lazy("Hash hasil"), lambda run: run.result_hash[:12] + "…"),
)


def outcomes(before: EvaluationRun, after: EvaluationRun) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The outcomes of both, by position; one that only one of them has is told with dashes."""
    found = [{one["position"]: one for one in run.result.get("outcomes", ())} for run in (before, after)]
    told = []
    for position in sorted(found[0].keys() | found[1].keys()):
        pair = [each.get(position) for each in found]
        name = next(one for one in pair if one)["name"][language()]
        columns = [figures(one) for one in pair]
        lines = tuple(Line(label, columns[0][label], columns[1][label]) for label in columns[0])
        told.append((name, lines))
    return tuple(told)


def figures(outcome: Told | None) -> dict[str, str]:
    """What is compared of one outcome."""
    labels = (
        _("Putusan"), _("Dampak"), _("Selang 95%"), _("Sebelum-sesudah saja"), _("Nilai p"), _("Unit"), _("Bulan"),
        _("Peringatan"),
    )  # fmt: skip
    if outcome is None or outcome["planned"] is None:
        return dict.fromkeys(labels, MISSING)
    found, written = outcome["planned"][language()], figures_of(outcome)
    headline = found["headline"]
    return dict(
        zip(
            labels,
            (
                words.verdict(found["verdict"]).word,
                f"{signed(headline['estimate'], written.digits)} {outcome['unit']}".strip(),
                written.interval(headline),
                f"{signed(found['naive']['change'], written.digits)} {outcome['unit']}".strip(),
                p_value(outcome["p"]),
                number(found["units"]),
                number(found["periods"]),
                number(len(found["warnings"])),
            ),
            strict=True,
        )
    )
