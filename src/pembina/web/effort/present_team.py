"""The people of a team, part beside part: counts of what is behind each record, and no total."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.rules.effort_record import AgreementState, ImprovementState
from pembina.domain.performance.effort_enums import EffortSide
from pembina.domain.performance.queries.effort import Effort
from pembina.web.components.formatting import MISSING, number, percent


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One person; the counts behind the words are for filters and order."""

    person: int
    nip: str
    name: str
    address: str
    timeliness: str
    difficulty: str
    improvement: str
    in_time: int
    late: int
    works: int
    agreed: int
    waiting: int
    improved: int
    fell: int
    unguarded: int

    def is_in(self, state: str) -> bool:
        """Say whether the row is in a state that the list is narrowed by."""
        found = {
            "waiting": self.waiting > 0,
            "late": self.late > 0,
            "improved": self.improved > 0,
            "fell": self.fell > 0,
            "open": self.agreed < self.works,
        }
        return found[state]

    def counted(self, what: str) -> int:
        """Return the count by which the list is put in order."""
        return self.late if what == "late" else self.improved


def team_rows(efforts: Iterable[Effort]) -> list[TeamRow]:
    """Return one row for each person."""
    return [_row(one) for one in efforts]


def _row(effort: Effort) -> TeamRow:
    timely, works = effort.record.timeliness, effort.works
    agreed = sum(work.record.difficulty.state is not AgreementState.MISSING for work in works)
    waiting = sum(work.told.waiting is not None and work.told.waiting.side == EffortSide.PERSON for work in works)
    improved = effort.improvements_in(ImprovementState.RECOGNISED)
    fell = effort.improvements_in(ImprovementState.QUALITY_FELL)
    return TeamRow(
        person=effort.person.pk,
        nip=effort.person.nip,
        name=effort.person.titled_name,
        address=reverse("effort:person", args=[effort.person.pk]),
        timeliness=_timeliness(timely.in_time, timely.late),
        difficulty=_of(agreed, len(works)),
        improvement=_improvement(improved, fell),
        in_time=timely.in_time,
        late=timely.late,
        works=len(works),
        agreed=agreed,
        waiting=waiting,
        improved=improved,
        fell=fell,
        unguarded=effort.improvements_in(ImprovementState.GUARD_UNKNOWN),
    )


def _timeliness(in_time: int, late: int) -> str:
    if not in_time + late:
        return MISSING
    told = {"in_time": number(in_time), "all": number(in_time + late), "share": percent(in_time / (in_time + late))}
    return _("%(in_time)s dari %(all)s langkah (%(share)s)") % told


def _of(agreed: int, works: int) -> str:
    if not works:
        return MISSING
    return _("%(agreed)s dari %(all)s disepakati") % {"agreed": number(agreed), "all": number(works)}


def _improvement(improved: int, fell: int) -> str:
    told = [_("%(count)s diakui") % {"count": number(improved)}] if improved else []
    told += [_("mutu turun %(count)s") % {"count": number(fell)}] if fell else []
    return ", ".join(told) or MISSING


def file_head() -> list[str]:
    """Return the head of the file."""
    return [
        _("NIP"), _("Nama"), _("Langkah tepat waktu"), _("Langkah terlambat"), _("Hasil kerja"),
        _("Kesulitan disepakati"), _("Perbaikan diakui"), _("Mutu turun"), _("Penjaga mutu tidak diketahui"),
    ]  # fmt: skip


def file_rows(rows: Iterable[TeamRow]) -> list[list[str]]:
    """Return the lines of the file: the counts as they stand."""
    return [
        [
            row.nip, row.name,
            *(str(count) for count in (
                row.in_time, row.late, row.works, row.agreed, row.improved, row.fell, row.unguarded
            )),
        ]
        for row in rows
    ]  # fmt: skip


def file_name(at: datetime) -> str:
    """Return the name of the file."""
    return f"proses-dan-upaya-{at:%Y-%m-%d}.csv"
