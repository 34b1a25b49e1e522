"""Process and effort of a nominee beside the nomination: parts with their basis, no total, and no score from them.

The nominee reads it, and human resources as far as their role reaches; a juror only where the nominee agreed.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.permissions import Permission
from pembina.domain.career.models import Nomination
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.performance.queries.effort import Effort, effort_of, span_of_year
from pembina.web.access.looking import note_looking
from pembina.web.components.formatting import in_language
from pembina.web.recognition.visiting import actor_of, today


@dataclass(frozen=True, slots=True)
class EffortShown:
    """The parts side by side; `why` says by what right the visitor reads them."""

    title: str
    why: str
    timeliness: str
    works: list[tuple[str, str]]
    improvements: list[str]


def effort_seen(request: HttpRequest, nomination: Nomination, *, is_free: bool, runs: bool) -> EffortShown | None:
    """Return the summary where the visitor may read it, who leaves a trace of it unless it is their own."""
    actor, person = actor_of(request), nomination.person
    if person is None:
        return None
    if person.nip == actor.username:
        why = _("Juri melihatnya hanya dengan izin Anda.")
    elif runs and staff_reached_by(actor, Permission.MANAGE_STAFF, on=today()).filter(pk=person.pk).exists():
        why = _("Terlihat oleh pengelola kepegawaian; pembukaan ini tercatat.")
        note_looking(request, "look_at_effort", on=person)
    elif is_free and nomination.stands and nomination.effort_shown_at is not None:
        why = _("Diperlihatkan atas izin yang dinominasikan; pembukaan ini tercatat.")
        note_looking(request, "look_at_effort", on=person, acting_as=_("juri"))
    else:
        return None
    year = nomination.award.opens_on.year
    return _shown(effort_of(person, span=span_of_year(year), at=timezone.now()), year, why)


def _shown(effort: Effort, year: int, why: str) -> EffortShown:
    return EffortShown(
        title=_("Proses dan upaya %(year)s") % {"year": year},
        why=why,
        timeliness=in_language(effort.record.timeliness.because),
        works=[(work.goal.words, in_language(work.record.difficulty.because)) for work in effort.works],
        improvements=[in_language(one.because) for one in effort.record.improvements],
    )
