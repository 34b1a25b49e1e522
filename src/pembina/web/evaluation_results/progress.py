"""How far a run has come, or that nothing seems to work on it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from pembina.domain.impact.enums import RunState
from pembina.domain.impact.models import EvaluationRun
from pembina.domain.impact.operations.runs import LONGEST_RUN
from pembina.web.components.formatting import number

# A worker looks for work every second; what waits longer waits for one that is not there.
LONGEST_WAIT = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Progress:
    """A bar with its words; a stalled one is not asked for again and again."""

    title: str
    text: str
    done: int
    total: int
    is_stalled: bool = False


def is_over_time(run: EvaluationRun, *, at: datetime) -> bool:
    """Say whether a run has been under way for so long that another may be asked for."""
    return at - run.asked_at > LONGEST_RUN


def progress(run: EvaluationRun, *, at: datetime) -> Progress:
    """Return what to show of a run that waits or is being computed."""
    waited = at - run.asked_at
    if (run.state == RunState.WAITING and waited > LONGEST_WAIT) or is_over_time(run, at=at):
        text = _(
            "Belum ada yang mengerjakannya. Muat ulang halaman ini; bila tetap begitu, beri tahu pengelola sistem."
        )
        return Progress(_("Menunggu terlalu lama"), text, 0, 1, is_stalled=True)
    text = _("Halaman ini boleh ditutup; pekerjaan berjalan terus di server.")
    if run.state == RunState.WAITING:
        return Progress(_("Menunggu giliran"), text, 0, 1)
    if not run.progress_total:
        return Progress(_("Membekukan data"), text, 0, 1)
    words = {"done": number(run.progress_done), "total": number(run.progress_total)}
    title = _("Menghitung: %(done)s dari %(total)s langkah") % words
    return Progress(title, text, run.progress_done, run.progress_total)
