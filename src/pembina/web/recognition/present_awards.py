"""Rounds of awards as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.access.audit import local_date
from pembina.domain.career.enums import AwardState, GuardFigure
from pembina.domain.career.models import Award, AwardWinner
from pembina.web.components.formatting import MISSING, day, number

TONES = {
    AwardState.DRAFT: "neutral", AwardState.OPEN: "info", AwardState.JUDGING: "warning",
    AwardState.DECIDED: "success", AwardState.WITHDRAWN: "neutral",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One round in a list."""

    address: str
    title: str
    scope: str
    kind: str
    window: str
    decides: str
    state: str
    tone: str
    winners: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion as everybody reads it."""

    pk: int
    name: str
    judged_by: str
    weight: str


@dataclass(frozen=True, slots=True)
class WinnerShown:
    """A winner with the published reason."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class AwardShown:
    """One round, and what the visitor may do."""

    pk: int
    title: str
    purpose: str
    evidence: str
    state: str
    tone: str
    guard: str
    facts: list[tuple[str, str]]
    criteria: list[CriterionRow]
    winners: list[WinnerShown]
    jury: list[str]
    departure: str
    outcome: str
    withdrawn: str
    note: str
    is_decided: bool
    may_nominate: bool
    may_read_nominations: bool
    runs: bool
    is_draft: bool
    may_name_jury: bool
    may_begin: bool
    may_decide: bool
    may_withdraw: bool
    follows: str


def award_rows(awards: Iterable[Award]) -> list[AwardRow]:
    return [
        AwardRow(
            address=reverse("recognition:show", args=[one.pk]),
            title=one.title,
            scope=str(one.unit) if one.unit else _("Seluruh pemerintah daerah"),
            kind=str(one.get_kind_display()),
            window=f"{day(one.opens_on)} – {day(one.closes_on)}",
            decides=day(one.decides_on),
            state=str(one.get_state_display()),
            tone=TONES[AwardState(one.state)],
            winners=", ".join(str(each.nomination) for each in one.winners.all()),
        )
        for one in awards
    ]


def criterion_rows(award: Award) -> list[CriterionRow]:
    return [
        CriterionRow(
            each.pk, each.name, each.judged_by,
            _("syarat") if each.weight is None else _("bobot %(weight)s") % {"weight": number(each.weight)},
        )
        for each in award.criteria.order_by("position")
    ]  # fmt: skip


def present_award(award: Award, *, runs: bool, is_juror: bool, is_staff: bool, on: date) -> AwardShown:
    state = AwardState(award.state)
    judged = state in (AwardState.JUDGING, AwardState.DECIDED)
    return AwardShown(
        pk=award.pk,
        title=award.title,
        purpose=award.purpose,
        evidence=award.evidence,
        state=str(award.get_state_display()),
        tone=TONES[state],
        guard=_guard(award),
        facts=_facts(award),
        criteria=criterion_rows(award),
        winners=[_winner(each) for each in award.winners.all()] if state is AwardState.DECIDED else [],
        jury=[str(each.person) for each in award.jury.select_related("person").order_by("pk")],
        departure=award.departure_reason,
        outcome=award.outcome_reason,
        withdrawn=award.withdrawn_reason,
        note=_note(award, on),
        is_decided=state is AwardState.DECIDED,
        may_nominate=is_staff and award.takes_nominations(on),
        may_read_nominations=runs or (is_juror and state in (AwardState.OPEN, AwardState.JUDGING, AwardState.DECIDED)),
        runs=runs,
        is_draft=runs and state is AwardState.DRAFT,
        may_name_jury=runs and state in (AwardState.DRAFT, AwardState.OPEN),
        may_begin=runs and state is AwardState.OPEN and on > award.closes_on,
        may_decide=runs and state is AwardState.JUDGING,
        may_withdraw=runs and state is not AwardState.WITHDRAWN and not (judged and state is AwardState.DECIDED),
        follows=reverse("recognition:show", args=[award.follows_id]) if award.follows_id else "",
    )


def _winner(winner: AwardWinner) -> WinnerShown:
    return WinnerShown(str(winner.nomination), winner.reason)


def _facts(award: Award) -> list[tuple[str, str]]:
    facts = [
        (_("Diberikan kepada"), str(award.get_kind_display())),
        (_("Lingkup"), str(award.unit) if award.unit else _("Seluruh pemerintah daerah")),
        (_("Nominasi"), f"{day(award.opens_on)} – {day(award.closes_on)}"),
        (_("Hari keputusan"), day(award.decides_on)),
        (_("Penerima paling banyak"), number(award.places)),
        (_("Penilai paling sedikit"), number(award.fewest_scores)),
    ]
    if award.opened_at:
        facts.append((_("Kriteria terbit"), day(local_date(award.opened_at))))
    if award.decided_at:
        facts.append((_("Diputus"), day(local_date(award.decided_at))))
        facts.append((_("Nomor keputusan"), award.decree_number or MISSING))
    return facts


def _guard(award: Award) -> str:
    if not award.guard or award.tolerated is None:
        return ""
    told = {"figure": GuardFigure(award.guard).label, "most": number(float(award.tolerated), 2)}
    return _("%(figure)s tidak boleh turun lebih dari %(most)s. Kerja yang lebih cepat diakui walau belum sempurna, "
             "kecuali mutu yang membayarnya.") % told  # fmt: skip


def _note(award: Award, on: date) -> str:
    if award.state == AwardState.OPEN and on < award.opens_on:
        return _("Nominasi dibuka %(day)s.") % {"day": day(award.opens_on)}
    if award.state == AwardState.OPEN and on > award.closes_on:
        return _("Nominasi ditutup %(day)s; penilaian juri belum dimulai.") % {"day": day(award.closes_on)}
    return ""
