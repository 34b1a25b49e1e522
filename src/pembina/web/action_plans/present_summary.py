"""Summaries of ratings as tables of words: a mean with its interval, or why there is none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.core.learning.paired import PairedDifference
from pembina.core.rules.training_follow_up import follow_up
from pembina.domain.development.follow_up_enums import Side
from pembina.domain.development.models import Programme
from pembina.domain.development.queries.follow_up_summary import (
    AspectGain,
    BehaviourGroup,
    CompetenceGroup,
    Figure,
    StatementFigures,
)
from pembina.web.components.formatting import day, number, signed

ASPECT_NAMES: dict[str, Promise] = {
    "knowledge": gettext_lazy("Pengetahuan"),
    "skill": gettext_lazy("Keterampilan"),
    "attitude": gettext_lazy("Sikap"),
}
DIGITS = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure: the number, its interval, and of how many."""

    value: str
    note: str


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One line of a table with its figures."""

    label: str
    side: str
    cells: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class SummaryTable:
    """One batch, or several together; `lead` says who answered, `empty` why there is no table."""

    title: str
    lead: str
    lines: tuple[SummaryLine, ...]
    wording: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    address: str
    title: str
    state: str
    when: str


def programme_rows(programmes: Iterable[Programme]) -> list[ProgrammeRow]:
    return [
        ProgrammeRow(
            reverse("action_plans:programme", args=[one.pk]), one.title, str(one.get_state_display()),
            f"{day(one.starts_on)} – {day(one.ends_on)}",
        )
        for one in programmes
    ]  # fmt: skip


def behaviour_tables(groups: Iterable[BehaviourGroup], *, on: date, may_word: bool = False) -> list[SummaryTable]:
    return [_behaviour(group, on, may_word) for group in groups]


def competence_tables(groups: Iterable[CompetenceGroup]) -> list[SummaryTable]:
    return [_competence(group) for group in groups]


def _competence(group: CompetenceGroup) -> SummaryTable:
    lead = _("%s peserta") % number(group.asked)
    if not any(one.paired or one.once for one in group.aspects):
        return SummaryTable(group.batch.title, lead, (), empty=_("Belum ada yang menilai."))
    return SummaryTable(group.batch.title, lead, tuple(_aspect(one) for one in group.aspects))


def _behaviour(group: BehaviourGroup, on: date, may_word: bool) -> SummaryTable:
    wording = ""
    if may_word and group.batch is not None:
        wording = reverse("action_plans:statements", args=[group.batch.version_id])
    empty = "" if any(group.answered.values()) else _("Belum ada yang menjawab.")
    if not group.statements:
        empty = _("Kurikulumnya belum mempunyai unit kompetensi, sehingga tidak ada yang dapat dinilai.")
    return SummaryTable(
        title=group.title or _("Seluruh angkatan dengan kurikulum yang sama"),
        lead=_answers(group, on),
        lines=() if empty else tuple(_statement(one, on) for one in group.statements),
        wording=wording,
        empty=empty,
    )


def _answers(group: BehaviourGroup, on: date) -> str:
    told = {
        "asked": number(group.asked),
        "own": number(group.answered[Side.SELF]),
        "led": number(group.answered[Side.SUPERIOR]),
    }
    said = _("Ditanya %(asked)s orang; menjawab %(own)s pegawai dan %(led)s atasan.") % told
    late = _("%s jawaban terlambat.") % number(group.late) if group.late else ""
    return " ".join(filter(None, (_when(group, on), said, late, _unanswered(group, on))))


def _unanswered(group: BehaviourGroup, on: date) -> str:
    """Say how many answers a closed window lacks: those are the late ones of the list by unit."""
    if group.window is None or not group.window.is_late(on):
        return ""
    own, led = (group.asked - group.answered[side] for side in (Side.SELF, Side.SUPERIOR))
    if not own and not led:
        return ""
    told = {"own": number(own), "led": number(led)}
    return _("Tidak dijawab: %(own)s pegawai dan %(led)s atasan.") % told


def _when(group: BehaviourGroup, on: date) -> str:
    if group.batch is None:
        return ""
    if group.window is None:
        return _("Waktunya belum dijadwalkan.")
    told = {"opens": day(group.window.opens), "closes": day(group.window.closes)}
    if not group.window.has_opened(on):
        return _("Dibuka %(opens)s sampai %(closes)s.") % told
    if group.window.is_late(on):
        return _("Jadwalnya %(opens)s sampai %(closes)s.") % told
    return _("Sedang dibuka, sampai %(closes)s.") % told


def _statement(one: StatementFigures, on: date) -> SummaryLine:
    figures = (_figure(one.of_self, on), _figure(one.of_superior, on), _figure(one.difference, on, changes=True))
    return SummaryLine(one.text, "", figures)


def _figure(figure: Figure, on: date, *, changes: bool = False) -> Shown:
    people = _("%s orang") % number(figure.n)
    if figure.found is None or figure.found.mean is None:
        return Shown(_("Tidak ditampilkan"), _too_few(figure.n, on)) if figure.n else Shown(_("Belum ada"), "")
    mean = signed(figure.found.mean, DIGITS) if changes else number(figure.found.mean, DIGITS)
    return Shown(mean, f"{interval(figure.found)} · {people}")


def _too_few(n: int, on: date) -> str:
    least = follow_up(on=on).smallest_group
    if n < least:
        return _("%(n)s orang; baru ditampilkan mulai %(least)s") % {"n": number(n), "least": number(least)}
    return _("%s orang; nilai angkatan kecil akan terbaca darinya") % number(n)


def interval(found: PairedDifference) -> str:
    """Return the interval of a mean in words, or why it has none."""
    if found.low is None or found.high is None:
        return _("semua sama, tanpa selang")
    told = {"low": number(found.low, DIGITS), "high": number(found.high, DIGITS)}
    return _("selang 95%%: %(low)s sampai %(high)s") % told


def _aspect(one: AspectGain) -> SummaryLine:
    label = str(ASPECT_NAMES[one.aspect])
    missing = _("%s orang dinilai hanya sekali") % number(one.once) if one.once else ""
    return SummaryLine(label, str(one.side.label), _gain(one, missing))


def _gain(one: AspectGain, missing: str) -> tuple[Shown, ...]:
    people = _("%s orang dinilai dua kali") % number(one.paired)
    if one.gain is None:
        nothing = _("Tidak ditampilkan") if one.paired else _("Belum ada")
        return (Shown(nothing, ""), Shown(nothing, ""), Shown(nothing, _joined([people, missing])))
    return (
        Shown(number(one.gain.mean_pre, DIGITS), ""),
        Shown(number(one.gain.mean_post, DIGITS), ""),
        Shown(signed(one.gain.difference.mean, DIGITS), _joined([interval(one.gain.difference), people, missing])),
    )


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)
