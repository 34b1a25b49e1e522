"""Persons come on record, and what is known of them changes."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from pembina.core.rules import civil_servant_number as core
from pembina.core.rules.civil_servant_number import Finding, findings_on, read_number
from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.enums import Education, LegalPosition, Sex, Status
from pembina.domain.people.models import Person
from pembina.domain.people.refusals import NumberTakenError

# The words of the core for ours.
NUMBERED_AS: dict[Status, core.Status] = {Status.PNS: "pns", Status.PPPK: "pppk"}
NUMBERED_SEX: dict[Sex, core.Sex] = {Sex.MALE: "male", Sex.FEMALE: "female"}


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Somebody new on record, with what should be looked at about the number."""

    person: Person
    findings: tuple[Finding, ...]


def enrol_person(
    *,
    nip: str,
    name: str,
    status: Status,
    on: date,
    by: User | None,
    at: datetime,
    birth_date: date | None = None,
    sex: Sex | None = None,
    title_before: str = "",
    title_after: str = "",
    rank: str = "",
    education: Education | str = "",
    email: str = "",
    phone: str = "",
) -> Enrolled:
    """Put a person on record; birth date and sex come from the number unless they are given.

    Raises
    ------
    UnreadableNumberError : the NIP is none
    NumberTakenError : it is on record already
    ValidationError : a value outside its list
    """
    number = read_number(nip, on=on, status=NUMBERED_AS[status])
    person = Person(
        nip=number.text,
        name=name,
        title_before=title_before,
        title_after=title_after,
        status=status,
        rank=rank,
        education=education,
        birth_date=birth_date or number.birth_date,
        sex=sex or number.sex,
        email=email,
        phone=phone,
    )
    with one_event():
        if Person.objects.filter(nip=number.text).exists():
            raise NumberTakenError(number.text)
        person.full_clean(validate_constraints=False)
        person.save()
        record("enrol_person", on=person, by=by, at=at, changes={"nip": ("", number.text)}, created=True)
    return Enrolled(person, findings_on(number, on=on, birth_date=birth_date, sex=NUMBERED_SEX[sex] if sex else None))


@dataclass(frozen=True, slots=True)
class Facts:
    """What may change about a person. The number stays: account, files and trail know the person by it."""

    name: str
    status: Status
    birth_date: date
    sex: Sex
    legal_position: LegalPosition
    title_before: str = ""
    title_after: str = ""
    rank: str = ""
    education: Education | str = ""
    email: str = ""
    phone: str = ""


def facts_of(person: Person) -> dict[str, Any]:
    """Return what a form about a person begins with."""
    return {field.name: getattr(person, field.name) for field in fields(Facts)}


def edit_person(*, person: Person, facts: Facts, by: User | None, at: datetime, why: str = "") -> Changes:
    """Write other facts about a person and return what changed; nothing is written where nothing did.

    Raises ``ValidationError`` for a value outside its list.
    """
    with one_event():
        kept = Person.objects.select_for_update().get(pk=person.pk)
        changes: Changes = {}
        for field in fields(Facts):
            before, after = getattr(kept, field.name), getattr(facts, field.name)
            if before != after:
                changes[field.name] = (str(before), str(after))
                setattr(kept, field.name, after)
        if changes:
            kept.full_clean(validate_constraints=False)
            kept.save(update_fields=list(changes))
            record("edit_person", on=kept, by=by, at=at, changes=changes, why=why)
    return changes


def number_findings(
    *, nip: str, status: Status, on: date, birth_date: date | None = None, sex: Sex | None = None
) -> tuple[Finding, ...]:
    """Return what is odd about a number ; raises what `read_number` does."""
    number = read_number(nip, on=on, status=NUMBERED_AS[status])
    return findings_on(number, on=on, birth_date=birth_date, sex=NUMBERED_SEX[sex] if sex else None)
