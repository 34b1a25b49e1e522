"""The numbers by which SIASN knows persons are taken over from its staff export."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pembina.core.blocks import in_blocks
from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.development.models import SiasnIdentity
from pembina.domain.people.models import Person

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Noted:
    """How many ids were new or changed, were known, and belong to a NIP that nobody here has."""

    written: int
    same: int
    unknown: int


def note_siasn_identities(*, ids: Mapping[str, str], by: User, at: datetime) -> Noted:
    """Take over ids by NIP. A changed id replaces the one on record; an id of somebody else moves to its NIP."""
    with one_event():
        people = _people(list(ids))
        known = _known(people)
        new = {nip: ids[nip] for nip in people if known.get(nip) != ids[nip]}
        _write(new, people)
        touched = [Touched(people[nip], {"pns_id": (known.get(nip, ""), told)}) for nip, told in new.items()]
        record_many("note_siasn_identities", subjects=touched, by=by, at=at)
        changes = {"records": ("", str(len(new)))}
        record("note_siasn_identities", on=by, by=by, at=at, changes=changes)
    return Noted(len(new), len(people) - len(new), len(ids) - len(people))


def _people(nips: list[str]) -> dict[str, Person]:
    found: dict[str, Person] = {}
    for some in in_blocks(nips, AT_ONCE):
        found |= {person.nip: person for person in Person.objects.filter(nip__in=some)}
    return found


def _known(people: Mapping[str, Person]) -> dict[str, str]:
    known: dict[str, str] = {}
    for some in in_blocks([person.pk for person in people.values()], AT_ONCE):
        known |= dict(SiasnIdentity.objects.filter(person__in=some).values_list("person__nip", "pns_id"))
    return known


def _write(new: Mapping[str, str], people: Mapping[str, Person]) -> None:
    for some in in_blocks(list(new), AT_ONCE):
        SiasnIdentity.objects.filter(pns_id__in=[new[nip] for nip in some]).delete()
        SiasnIdentity.objects.filter(person__in=[people[nip].pk for nip in some]).delete()
        SiasnIdentity.objects.bulk_create(SiasnIdentity(person=people[nip], pns_id=new[nip]) for nip in some)
