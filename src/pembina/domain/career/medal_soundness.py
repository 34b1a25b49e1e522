"""What a check or a medal must not contradict, whether it is typed or comes from a file."""

from datetime import date

from pembina.domain.career.enums import DisciplineLevel
from pembina.domain.career.medal_refusals import EarlierCheckError, LighterCheckError, MedalTooEarlyError
from pembina.domain.career.models import ServiceCheck
from pembina.domain.career.standings import began_by, years_of
from pembina.domain.people.models import Person

HEAVINESS = {level: place for place, level in enumerate(["", *DisciplineLevel.values])}


def require_sound(last: ServiceCheck, *, checked_on: date, discipline: str, leave: bool | None, note: str) -> None:
    """Raise where a check is older than the latest, or says less than it without a note that explains it."""
    if checked_on < last.checked_on:
        raise EarlierCheckError(last.checked_on)
    is_lighter = HEAVINESS[discipline] < HEAVINESS[last.discipline]
    if (is_lighter or (last.had_unpaid_leave and not leave)) and not note.strip():
        raise LighterCheckError


def require_served(person: Person, medal: str, awarded_on: date, *, on: date) -> None:
    """Raise where a medal was given before so many years of service by the NIP."""
    began = began_by(person.nip, person.status, on=on)
    if began is not None and awarded_on.year < began.year + years_of(medal):
        raise MedalTooEarlyError(began.year)
