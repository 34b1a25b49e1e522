"""How far a recount has come, or that nothing seems to work on it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from pembina.domain.services.enums import RecountState
from pembina.domain.services.models import TallyBasis
from pembina.domain.services.recounts import LONGEST_SILENCE
from pembina.web.components.formatting import number


@dataclass(frozen=True, slots=True)
class Progress:
    """A bar with its words; a stalled one asks to be started again."""

    label: str
    done: int
    total: int
    is_stalled: bool


def progress_of(basis: TallyBasis | None, *, at: datetime) -> Progress | None:
    """Return what to show while a service is counted again, None otherwise."""
    if basis is None:
        return None
    is_stalled = basis.touched_at is None or at - basis.touched_at > LONGEST_SILENCE
    if basis.state == RecountState.WAITING or not basis.progress_total:
        return Progress(_("Menunggu dihitung ulang"), 0, 1, is_stalled)
    words = {"done": number(basis.progress_done), "total": number(basis.progress_total)}
    label = _("Menghitung ulang: %(done)s dari %(total)s permohonan") % words
    return Progress(label, basis.progress_done, basis.progress_total, is_stalled)
