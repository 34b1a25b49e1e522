"""The line of a programme that leads to the evaluation of its effect."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.impact.permissions import evaluations_seen_by
from pembina.domain.impact.queries.evaluations import designs_evaluations, programmes_to_evaluate
from pembina.web.components.onward import address_of


@dataclass(frozen=True, slots=True)
class ImpactLine:
    """Where the evaluation stands, and where one may be begun; either may be missing."""

    title: str
    state: str
    address: str
    begin: str


def impact_line(actor: User, programme: int, *, on: date) -> ImpactLine | None:
    """Return the latest evaluation that `actor` reads and, for evaluators, where to begin one; None where neither."""
    seen = evaluations_seen_by(actor, on=on).filter(programme=programme)
    latest = seen.order_by("-made_at", "-pk").first()
    may_begin = designs_evaluations(actor, on=on) and programmes_to_evaluate().filter(pk=programme).exists()
    new = address_of("evaluations:new")
    begin = f"{new}?program={programme}" if may_begin and new else ""
    if latest is None:
        return ImpactLine("", _("Belum dirancang"), "", begin) if begin else None
    return ImpactLine(
        latest.title, str(latest.get_state_display()), address_of("evaluations:show", latest.pk), begin
    )  # fmt: skip
