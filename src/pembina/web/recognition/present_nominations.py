"""Nominations as their pages show them: what was read of a service, how quality stood, and what the jury found."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.domain.access.audit import local_date
from pembina.domain.career.conflicts import Conflicts
from pembina.domain.career.enums import AwardState, GuardStanding, NominationState
from pembina.domain.career.judging import Outcome, Standing
from pembina.domain.career.models import Award, JuryMember, JurySheet, Nomination
from pembina.domain.career.standings import Checked, is_heavy
from pembina.web.components.formatting import MISSING, day, in_language, number

TONES = {
    NominationState.STANDING: "info", NominationState.DECLINED: "neutral", NominationState.WITHDRAWN: "neutral"
}  # fmt: skip
GUARD_TONES = {
    GuardStanding.NONE: "neutral", GuardStanding.HELD: "success", GuardStanding.UNKNOWN: "warning",
    GuardStanding.BROKEN: "danger",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A service figure as it was read when the nomination was made."""

    title: str
    rows: list[tuple[str, str, str, str]]
    because: str
    others: str
    guard_because: str
    read_on: str


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A nomination of, or by, the visitor."""

    address: str
    award: str
    name: str
    state: str
    tone: str
    made: str
    may_decline: bool
    pk: int
    may_show: bool
    is_shown: bool


@dataclass(frozen=True, slots=True)
class SheetShown:
    """What one juror found."""

    juror: str
    scores: list[tuple[str, str, str]]
    guard_reason: str


@dataclass(frozen=True, slots=True)
class NominationShown:
    """One nomination, and what the visitor may do."""

    pk: int
    title: str
    award: str
    award_address: str
    state: str
    tone: str
    guard: str
    guard_tone: str
    facts: list[tuple[str, str]]
    reasons: list[tuple[str, str]]
    evidence: str
    link: str
    figure: FigureShown | None
    correction_asked: str
    decline_reason: str
    sheets: list[SheetShown]
    may_decline: bool
    may_correct: bool
    may_withdraw: bool
    may_judge: bool
    may_relate: bool


@dataclass(frozen=True, slots=True)
class NominationRow:
    """A nomination in the list of a round, for human resources and the jury."""

    pk: int
    name: str
    nominator: str
    state: str
    tone: str
    guard: str
    guard_tone: str
    barred: str
    outcome: str
    score: str
    rank: str
    sheets: str
    mark: str
    is_mine: bool
    may_judge: bool
    may_relate: bool
    may_open: bool
    barred_jurors: list[str]


def own_rows(
    nominations: Iterable[Nomination], *, may_decline: set[int], may_show: Collection[int] = ()
) -> list[OwnRow]:
    return [
        OwnRow(
            reverse("recognition:nomination", args=[one.pk]), one.award.title, str(one), _state(one),
            _tone(one), day(local_date(one.made_at)), one.pk in may_decline, one.pk,
            one.pk in may_show, one.effort_shown_at is not None,
        )
        for one in nominations
    ]  # fmt: skip


def figure_shown(nomination: Nomination) -> FigureShown | None:
    """Return the frozen figure; None where none was cited."""
    told = nomination.reading
    if not told or nomination.service is None:
        return None
    spans = (
        (_("Sebelum"), nomination.before_first, nomination.before_last, "before"),
        (_("Sesudah"), nomination.after_first, nomination.after_last, "after"),
    )  # fmt: skip
    guard = told.get("guard")
    rows = [
        (f"{label}: {day(first)} – {day(last)}", *_amount(told[key], told["unit"]),
         _amount(guard[key], guard["unit"])[0] if guard else MISSING)
        for label, first, last, key in spans
    ]  # fmt: skip
    return FigureShown(
        title=f"{nomination.service.name}: {nomination.get_figure_display()}",
        rows=rows,
        because=_said(told["because"]),
        others=others_told(told.get("others")),
        guard_because=_said(guard["because"]) if guard else "",
        read_on=day(nomination.read_on),
    )


def present_nomination(nomination: Nomination, *, may: set[str], sheets: Iterable[JurySheet]) -> NominationShown:
    facts = [
        (_("Diusulkan oleh"), f"{nomination.nominator} ({nomination.get_relation_display()})"),
        (_("Diusulkan pada"), day(local_date(nomination.made_at))),
    ]
    if nomination.corrected_at:
        facts.append((_("Diperbaiki pada"), day(local_date(nomination.corrected_at))))
    return NominationShown(
        pk=nomination.pk,
        title=str(nomination),
        award=nomination.award.title,
        award_address=reverse("recognition:show", args=[nomination.award_id]),
        state=_state(nomination),
        tone=_tone(nomination),
        guard=str(nomination.get_guard_state_display()),
        guard_tone=GUARD_TONES[GuardStanding(nomination.guard_state)],
        facts=facts,
        reasons=[(each.criterion.name, each.words) for each in _reasons(nomination)],
        evidence=nomination.evidence,
        link=nomination.link,
        figure=figure_shown(nomination),
        correction_asked=nomination.correction_asked,
        decline_reason=nomination.decline_reason,
        sheets=[_sheet(each) for each in sheets],
        may_decline="decline" in may,
        may_correct="correct" in may,
        may_withdraw="withdraw" in may,
        may_judge="judge" in may,
        may_relate="relate" in may,
    )


def nomination_rows(
    conflicts: Conflicts, standings: dict[int, Standing], *, mine: JuryMember | None, runs: bool,
    given: set[int], checked: dict[int, Checked], judging: bool,
) -> list[NominationRow]:  # fmt: skip
    """Return the nominations of a round; standings are left out where the visitor may not see them yet."""
    return [
        _row(one, conflicts, standings.get(one.pk), mine, runs, given, checked, judging)
        for one in conflicts.nominations
    ]  # fmt: skip


def standing_words(standing: Standing) -> str:
    """Return how a nomination stands in one sentence."""
    said = {"sheets": number(standing.sheets), "free": number(standing.free)}
    judged = _("%(sheets)s dari %(free)s juri tanpa konflik sudah menilai") % said
    return f"{in_language(standing.outcome.because)} · {judged}"


def _row(
    one: Nomination, conflicts: Conflicts, standing: Standing | None, mine: JuryMember | None, runs: bool,
    given: set[int], checked: dict[int, Checked], judging: bool,
) -> NominationRow:  # fmt: skip
    conflict = conflicts.of(mine, one) if mine else None
    barred = [
        f"{juror.person}: {in_language(found.because)}"
        for juror in conflicts.jurors
        if (found := conflicts.of(juror, one)) is not None
    ]
    return NominationRow(
        pk=one.pk,
        name=str(one),
        nominator=f"{one.nominator} ({one.get_relation_display()})",
        state=_state(one),
        tone=_tone(one),
        guard=str(one.get_guard_state_display()),
        guard_tone=GUARD_TONES[GuardStanding(one.guard_state)],
        barred=in_language(conflict.because) if conflict else "",
        outcome=standing_words(standing) if standing else "",
        score=number(float(standing.score), 2) if standing and standing.score is not None else MISSING,
        rank=number(standing.rank) if standing and standing.rank else MISSING,
        sheets=number(standing.sheets) if standing else MISSING,
        mark=_mark(one, checked) if runs and one.stands else "",
        is_mine=one.pk in given,
        may_judge=bool(mine) and judging and conflict is None and one.stands,
        may_relate=bool(mine) and conflict is None and one.stands,
        may_open=runs or (bool(mine) and conflict is None),
        barred_jurors=barred if runs and one.stands else [],
    )


def _mark(nomination: Nomination, checked: dict[int, Checked]) -> str:
    """Return what human resources have to know of the disciplinary record; nobody is dropped for it in silence."""
    if nomination.person_id is None:
        return ""
    heavy = is_heavy(checked.get(nomination.person_id))
    if heavy is None:
        return _("Riwayat disiplin belum diperiksa")
    return _("Ada hukuman disiplin sedang atau berat") if heavy else ""


def _reasons(nomination: Nomination) -> Iterable[Any]:
    return nomination.reasons.select_related("criterion").order_by("criterion__position")


def _sheet(sheet: JurySheet) -> SheetShown:
    scores = sorted(sheet.scores.all(), key=lambda each: each.criterion.position)
    return SheetShown(
        juror=str(sheet.juror.person),
        scores=[(each.criterion.name, _points(each.points, each.is_met), each.reason) for each in scores],
        guard_reason=sheet.guard_reason,
    )


def _points(points: int | None, is_met: bool | None) -> str:
    if points is not None:
        return number(points)
    return _("terpenuhi") if is_met else _("tidak terpenuhi")


def _amount(told: dict[str, Any], unit: str) -> tuple[str, str]:
    """Return the value with its unit, or why it is missing, and what stands behind it."""
    n = number(told["n"]) if told["n"] is not None else MISSING
    if told["value"] is None:
        return _said(told["missing"]), n
    value = float(told["value"])
    return f"{number(value, 0 if value == int(value) else 2)} {unit}", n


def others_told(counts: dict[str, int] | None) -> str:
    """Return what the same months brought to other services; empty for a figure frozen before that was read."""
    if counts is None:
        return ""
    if not counts["of"]:
        return _("Tidak ada layanan lain yang angkanya diketahui pada kedua masa.")
    return _("Pada bulan yang sama, %(improved)s dari %(of)s layanan lain juga membaik.") % {
        "improved": number(counts["improved"]), "of": number(counts["of"]),
    }  # fmt: skip


def _said(pair: list[str] | None) -> str:
    if not pair:
        return MISSING
    return pair[1] if get_language() == "en" else pair[0]


def _state(nomination: Nomination) -> str:
    if _won(nomination):
        return _("Penerima")
    if nomination.stands and nomination.award.state == AwardState.DECIDED:
        return _("Tidak menerima")
    return str(nomination.get_state_display())


def _tone(nomination: Nomination) -> str:
    if nomination.stands and nomination.award.state == AwardState.DECIDED:
        return "success" if _won(nomination) else "neutral"
    return TONES[NominationState(nomination.state)]


def _won(nomination: Nomination) -> bool:
    return hasattr(nomination, "win")


def places_of(award: Award, standings: Iterable[Standing]) -> list[tuple[str, str, str]]:
    """Return name, score and how it stands of each nomination, for the page of the decision."""
    return [
        (
            str(each.nomination),
            number(float(each.score), 2) if each.score is not None and each.outcome is Outcome.RANKED else MISSING,
            standing_words(each),
        )
        for each in standings
    ]


def day_of(award: Award, on: date) -> date:
    """Return the day whose conflicts count: that of the decision once there is one."""
    return local_date(award.decided_at) if award.decided_at else on
