"""Whose study on duty (tugas belajar) ended without a degree, for what the rule on predicates says of it."""

from pembina.domain.development.enums import StudyState
from pembina.domain.development.models import DegreeStudy


def unfinished_studies() -> frozenset[tuple[int | str | None, int]]:
    """Return the number of each person with the year in which the study was stopped."""
    stopped = DegreeStudy.objects.filter(state=StudyState.STOPPED, ended_on__isnull=False)
    rows = stopped.values_list("person", "ended_on")
    return frozenset((person, ended.year) for person, ended in rows if ended is not None)
