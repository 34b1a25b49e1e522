"""What usually follows from a decision: offered to be noted down, never noted by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.programme_decision import Action
from pembina.domain.impact.enums import TaskKind
from pembina.domain.impact.models import Decision


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that usually follows; `days` is how long after the decision it is due."""

    kind: TaskKind
    title: str | Promise
    days: int

    def due_on(self, decided: date) -> date:
        """Return by when it is due."""
        return decided + timedelta(days=self.days)


PUBLIC_NOTE = Proposal(TaskKind.PUBLIC_NOTE, _("Umumkan keputusan dan hasil evaluasinya kepada warga"), 14)
BY_ACTION = {
    Action.CONTINUE: (
        Proposal(TaskKind.CAREER_CREDIT, _("Akui keikutsertaan dalam pengembangan karier peserta"), 60),
        PUBLIC_NOTE,
    ),
    Action.EXPAND: (
        Proposal(TaskKind.NEXT_WAVE, _("Rencanakan gelombang berikutnya bagi unit yang belum ikut"), 60),
        Proposal(TaskKind.CAREER_CREDIT, _("Akui keikutsertaan dalam pengembangan karier peserta"), 60),
        PUBLIC_NOTE,
    ),
    Action.FIX: (
        Proposal(TaskKind.CURRICULUM, _("Perbaiki kurikulum bersama mitra, lalu berlakukan versi barunya"), 90),
        PUBLIC_NOTE,
    ),
    Action.STOP: (PUBLIC_NOTE,),
}


def proposals_for(action: str) -> tuple[Proposal, ...]:
    """Return what usually follows from an action."""
    return BY_ACTION[Action(action)]


def open_proposals(decision: Decision, kinds: Iterable[str]) -> list[Proposal]:
    """Return what usually follows and is of none of the `kinds` that were noted down already."""
    known = set(kinds)
    return [proposal for proposal in proposals_for(decision.action) if proposal.kind.value not in known]
