"""Which juror may not judge which nomination, and why: on the day asked for and on the day of the nomination."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.career.models import Award, DeclaredRelation, JuryMember, Nomination, NominationSupport
from pembina.domain.people.models import Assignment, UnitAncestry

Pair = tuple[int, int]


class Conflict(StrEnum):
    """Why a juror is barred from a nomination."""

    NOMINEE = "nominee"
    NOMINATOR = "nominator"
    SUPPORTER = "supporter"
    SUPERIOR = "superior"
    SUBORDINATE = "subordinate"
    SAME_UNIT = "same_unit"
    DECLARED = "declared"

    @property
    def because(self) -> Text:
        """Return the reason in a sentence."""
        return _BECAUSE[self]


_BECAUSE = {
    Conflict.NOMINEE: Text(id="Juri ini sendiri yang dinominasikan.", en="The juror is the one nominated."),
    Conflict.NOMINATOR: Text(id="Juri ini yang mengusulkan nominasinya.", en="The juror made the nomination."),
    Conflict.SUPPORTER: Text(id="Juri ini mendukung nominasinya.", en="The juror supported the nomination."),
    Conflict.SUPERIOR: Text(
        id="Juri ini atasan dari yang dinominasikan.", en="The juror is the superior of the one nominated."
    ),
    Conflict.SUBORDINATE: Text(
        id="Juri ini bawahan dari yang dinominasikan.", en="The juror is led by the one nominated."
    ),
    Conflict.SAME_UNIT: Text(id="Juri ini bekerja di unit yang sama.", en="The juror works in the same unit."),
    Conflict.DECLARED: Text(
        id="Juri ini menyatakan ada hubungan dengan yang dinominasikan.", en="The juror declared a relation."
    ),
}


@dataclass(frozen=True, slots=True)
class _Held:
    """One stretch of work: who, where, under whom, from when to when."""

    person: int
    unit: int
    superior: int | None
    starts_on: date
    ends_on: date | None

    def holds(self, days: tuple[date, ...]) -> bool:
        return any(self.starts_on <= day and (self.ends_on is None or day <= self.ends_on) for day in days)


class Conflicts:
    """The conflicts of one round, read in a few queries whatever the number of jurors and nominations."""

    def __init__(self, award: Award, *, on: date) -> None:
        self.on = on
        self.jurors = list(JuryMember.objects.filter(award=award).select_related("person").order_by("pk"))
        self.nominations = list(
            Nomination.objects.filter(award=award)
            .select_related("person", "unit", "nominator", "award", "win")
            .order_by("made_at", "pk")
        )
        declared = DeclaredRelation.objects.filter(juror__award=award)
        self._declared: set[Pair] = set(declared.values_list("juror", "nomination"))
        supports = NominationSupport.objects.filter(nomination__award=award)
        self.supporters: set[Pair] = set(supports.values_list("nomination", "supporter"))
        self._posts = self._read_posts()
        self._units = self._read_units()

    def of(self, juror: JuryMember, nomination: Nomination) -> Conflict | None:
        """Return why a juror is barred from a nomination; None where nothing speaks against it."""
        if nomination.person_id == juror.person_id:
            return Conflict.NOMINEE
        if nomination.nominator_id == juror.person_id:
            return Conflict.NOMINATOR
        if (nomination.pk, juror.person_id) in self.supporters:
            return Conflict.SUPPORTER
        days = (self.on, local_date(nomination.made_at))
        found = self._with_unit(juror, nomination, days) if nomination.unit_id else self._with(juror, nomination, days)
        if found is None and (juror.pk, nomination.pk) in self._declared:
            return Conflict.DECLARED
        return found

    def free_jurors(self, nomination: Nomination) -> list[JuryMember]:
        """Return the jurors who may judge a nomination."""
        return [juror for juror in self.jurors if self.of(juror, nomination) is None]

    def juror(self, nip: str) -> JuryMember | None:
        """Return the membership of whoever has this number."""
        return next((juror for juror in self.jurors if juror.person.nip == nip), None)

    def _with(self, juror: JuryMember, nomination: Nomination, days: tuple[date, ...]) -> Conflict | None:
        mine = [held for held in self._posts[juror.person_id] if held.holds(days)]
        theirs = [held for held in self._posts[nomination.person_id or 0] if held.holds(days)]
        if any(held.superior == juror.person_id for held in theirs):
            return Conflict.SUPERIOR
        if any(held.superior == nomination.person_id for held in mine):
            return Conflict.SUBORDINATE
        shared = {held.unit for held in mine} & {held.unit for held in theirs}
        return Conflict.SAME_UNIT if shared else None

    def _with_unit(self, juror: JuryMember, nomination: Nomination, days: tuple[date, ...]) -> Conflict | None:
        below, led = self._units
        unit = nomination.unit_id or 0
        if any(held.unit in below[unit] for held in self._posts[juror.person_id] if held.holds(days)):
            return Conflict.SAME_UNIT
        leads = any(held.superior == juror.person_id for held in led[unit] if held.holds(days))
        return Conflict.SUPERIOR if leads else None

    def _read_posts(self) -> dict[int, list[_Held]]:
        people = {juror.person_id for juror in self.jurors} | {one.person_id for one in self.nominations}
        return _by(_held(person__in=people - {None}), "person")

    def _read_units(self) -> tuple[dict[int, set[int]], dict[int, list[_Held]]]:
        units = {one.unit_id for one in self.nominations if one.unit_id}
        below: dict[int, set[int]] = defaultdict(set)
        if not units:
            return below, defaultdict(list)
        for above, unit in UnitAncestry.objects.filter(ancestor__in=units).values_list("ancestor", "descendant"):
            below[above].add(unit)
        return below, _by(_held(unit__in=units), "unit")


def _held(**chosen: object) -> Iterable[_Held]:
    found = Assignment.objects.filter(**chosen).values_list("person", "unit", "superior", "starts_on", "ends_on")
    return [_Held(*row) for row in found]


def _by(held: Iterable[_Held], name: str) -> dict[int, list[_Held]]:
    sorted_out: dict[int, list[_Held]] = defaultdict(list)
    for each in held:
        sorted_out[getattr(each, name)].append(each)
    return sorted_out
