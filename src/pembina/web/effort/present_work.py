"""Difficulty and improvement of one result: what was agreed by whom, what was read, and what guards it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.core.rules.effort_record import AgreementState, ImprovementState
from pembina.core.rules.goal_progress.amounts import comma
from pembina.core.rules.programme_decision import GuardState
from pembina.domain.access.models import User
from pembina.domain.performance.effort_enums import DegreeOfDifficulty, DifficultyState, EffortSide
from pembina.domain.performance.enums import ReadFigure
from pembina.domain.performance.models import DifficultyAgreement
from pembina.domain.performance.queries.effort import Improved, Work
from pembina.domain.performance.queries.effort_guards import GuardStanding
from pembina.domain.performance.queries.effort_work import AgreedDegree
from pembina.web.components.formatting import MISSING, day, in_language, number

DIFFICULTY_TONES = {
    AgreementState.AGREED: "success",
    AgreementState.AGREED_LATE: "warning",
    AgreementState.MISSING: "",
}
TONES = {
    ImprovementState.RECOGNISED: "success",
    ImprovementState.QUALITY_FELL: "danger",
    ImprovementState.GUARD_UNKNOWN: "warning",
}

GUARD_TONES = {GuardState.HELD: "success", GuardState.BROKEN: "danger", GuardState.UNKNOWN: "warning"}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal that waits; `agree` and `withdraw` are addresses, empty where that is not for the visitor."""

    words: str
    reason: str
    agree: str
    withdraw: str


@dataclass(frozen=True, slots=True)
class GuardLine:
    """One guard; `withdraw` is empty where it stays."""

    words: str
    state: str
    tone: str
    named: str
    is_late: bool
    basis: tuple[str, ...]
    missing: tuple[str, ...]
    withdraw: str


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator against its own baseline."""

    words: str
    state: str
    tone: str
    because: str
    basis: str
    guards: tuple[GuardLine, ...]
    name_guard: str


@dataclass(frozen=True, slots=True)
class WorkCard:
    """One result; `propose` is empty where that is not for the visitor."""

    title: str
    state: str
    tone: str
    because: str
    history: tuple[tuple[str, str], ...]
    waiting: Waiting | None
    propose: str
    propose_label: str
    lines: tuple[IndicatorLine, ...]


def work_card(work: Work, *, actor: User, side: EffortSide | None) -> WorkCard:
    """Return one result; `side` is as whom the visitor speaks, None for who only reads."""
    found = work.record.difficulty
    waiting = work.told.waiting
    mine_waits = waiting is not None and waiting.side == side
    return WorkCard(
        title=work.goal.words,
        state=_state(found.state),
        tone=DIFFICULTY_TONES[found.state],
        because=in_language(found.because),
        history=tuple(_agreed(one) for one in work.told.agreed) + tuple(_ended(one) for one in work.told.proposals
                if one.state in (DifficultyState.COUNTERED, DifficultyState.WITHDRAWN)),
        waiting=_waiting(waiting, side) if waiting else None,
        propose=reverse("effort:propose", args=[work.goal.pk]) if side and not mine_waits else "",
        propose_label=_("Usulkan tingkat lain") if waiting or work.told.latest else _("Usulkan tingkat kesulitan"),
        lines=tuple(_line(one, actor, side) for one in work.indicators),
    )  # fmt: skip


def _state(state: AgreementState) -> str:
    words = {
        AgreementState.AGREED: _("Disepakati"),
        AgreementState.AGREED_LATE: _("Disepakati terlambat"),
        AgreementState.MISSING: _("Belum disepakati"),
    }
    return words[state]


def _agreed(one: AgreedDegree) -> tuple[str, str]:
    told = {
        "from": one.proposed_by, "day": day(one.proposed_on), "by": one.agreed_by, "on": day(one.agreed_on),
        "wording": one.wording,
    }  # fmt: skip
    said = (
        _("Tertulis dalam SKP “%(wording)s”; diajukan %(from)s, %(day)s; ditetapkan %(by)s, %(on)s.")
        if one.is_of_plan
        else _("Untuk “%(wording)s”; diusulkan %(from)s, %(day)s; disetujui %(by)s, %(on)s.")
    )
    return (str(one.degree.label), said % told)


def _ended(one: DifficultyAgreement) -> tuple[str, str]:
    told = {
        "from": one.proposed_by.display_name, "day": day(timezone.localdate(one.proposed_at)),
        "state": str(one.get_state_display()).lower(),
    }  # fmt: skip
    degree = str(DegreeOfDifficulty(one.degree).label)
    return (degree, _("Diusulkan %(from)s, %(day)s; %(state)s.") % told)


def _waiting(one: DifficultyAgreement, side: EffortSide | None) -> Waiting:
    told = {
        "degree": str(one.get_degree_display()), "from": one.proposed_by.display_name,
        "day": day(timezone.localdate(one.proposed_at)),
    }  # fmt: skip
    return Waiting(
        words=_("%(degree)s, diusulkan %(from)s, %(day)s. Berlaku setelah pihak lain setuju.") % told,
        reason=one.reason,
        agree=reverse("effort:answer", args=[one.pk, "setujui"]) if side and side != one.side else "",
        withdraw=reverse("effort:answer", args=[one.pk, "tarik"]) if side == one.side else "",
    )


def _line(one: Improved, actor: User, side: EffortSide | None) -> IndicatorLine:
    indicator = one.standing.indicator
    if one.found is None:
        said = _("Targetnya ditulis dalam kata-kata; perbaikan tidak dapat dihitung.")
        return IndicatorLine(indicator.words, _("dalam kata-kata"), "", said, "", (), "")
    missing = one.standing.missing
    reading = one.standing.reading
    return IndicatorLine(
        words=indicator.words,
        state=in_language(one.found.state.label),
        tone=TONES.get(one.found.state, ""),
        because=in_language(one.found.because),
        basis=in_language(missing) if missing else in_language(reading.basis) if reading else "",
        guards=tuple(_guard(each, actor, side) for each in one.guards),
        name_guard=reverse("effort:guard", args=[indicator.pk]) if side else "",
    )


def _guard(one: GuardStanding, actor: User, side: EffortSide | None) -> GuardLine:
    named = one.named
    told = {
        "name": named.named_by.display_name, "day": day(timezone.localdate(named.named_at)),
        "tolerated": comma(one.guard.tolerated), "unit": one.guard.unit,
    }  # fmt: skip
    may_withdraw = side is not None and named.named_by_id == actor.pk and not one.is_late
    return GuardLine(
        words=str(named),
        state=in_language(one.guard.state.label),
        tone=GUARD_TONES.get(one.guard.state, ""),
        named=_("Disebut %(name)s, %(day)s; boleh memburuk %(tolerated)s %(unit)s.") % told,
        is_late=one.is_late,
        basis=_read(one),
        missing=tuple(in_language(each) for each in one.missing),
        withdraw=reverse("effort:guard_back", args=[named.pk]) if may_withdraw and not one.is_in_sight else "",
    )


def _read(one: GuardStanding) -> tuple[str, ...]:
    """Return of which days a figure of a service was read, and from how many answers or requests."""
    is_survey = one.named.figure == ReadFigure.SATISFACTION
    what = _("jawaban SKM") if is_survey else _("permohonan")
    heads = (_("Sebelum SKP"), _("Dalam SKP"))
    return tuple(
        _("%(head)s (%(first)s – %(until)s): %(count)s %(what)s.")
        % {
            "head": head, "first": day(read.first), "until": day(read.until), "what": what,
            "count": MISSING if read.count is None else number(read.count),
        }
        for head, read in zip(heads, one.read, strict=False)
    )  # fmt: skip
