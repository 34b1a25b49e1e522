"""Who reads what of counselling. The person: that there is a report, and its words. The reporter: the own words until a
counsellor takes them over. Counsellors: what nobody has taken yet, and what they took themselves. Nobody else.
"""

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.performance.models import CounsellingReport


def counselling_known_to(actor: User) -> QuerySet[CounsellingReport]:
    """Return the reports of which `actor` may know that they exist."""
    if not actor.is_active:
        return CounsellingReport.objects.none()
    mine = Q(person__nip=actor.username) | Q(reporter__nip=actor.username)
    found = CounsellingReport.objects.filter(mine | _counselled_by(actor))
    return found.select_related("person", "reporter", "counsellor")


def words_open_to(actor: User, report: CounsellingReport) -> bool:
    """Say whether `actor` may read what was reported."""
    found = CounsellingReport.objects.filter(pk=report.pk)
    reported = Q(reporter__nip=actor.username, taken_at__isnull=True)
    return found.filter(Q(person__nip=actor.username) | reported | _counselled_by(actor)).exists()


def counselling_waiting(actor: User) -> QuerySet[CounsellingReport]:
    """Return the reports that `actor` may take over as a counsellor."""
    return CounsellingReport.objects.filter(_counselled_by(actor), taken_at__isnull=True)


def counselling_about(actor: User) -> QuerySet[CounsellingReport]:
    """Return the reports about `actor`."""
    return counselling_known_to(actor).filter(person__nip=actor.username)


def counsels(actor: User, report: CounsellingReport) -> bool:
    """Say whether `actor` is the counsellor who has taken a report."""
    may = actor.may(Permission.COUNSEL) and report.counsellor is not None
    return may and report.counsellor is not None and report.counsellor.nip == actor.username


def _counselled_by(actor: User) -> Q:
    """Return the condition that `actor` is the counsellor of a report, or may become it."""
    if not actor.may(Permission.COUNSEL):
        return Q(pk__in=())
    third = ~Q(person__nip=actor.username) & ~Q(reporter__nip=actor.username)
    return third & (Q(counsellor__nip=actor.username) | Q(counsellor__isnull=True))
