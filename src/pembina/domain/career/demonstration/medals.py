"""What human resources of Kabupaten Contoh have looked up: some are clean, some are not, most are not checked."""

from datetime import date, datetime, timedelta

from pembina.domain.access.audit import local_date
from pembina.domain.access.models import User
from pembina.domain.career.enums import DisciplineLevel, MedalKey
from pembina.domain.career.operations.medals import CheckTold, record_check, record_medal
from pembina.domain.career.standings import began_by, years_of
from pembina.domain.people.enums import Status
from pembina.domain.people.models import Person

CHECKED = 40
LEVELS = {7: DisciplineLevel.LIGHT, 13: DisciplineLevel.MODERATE, 29: DisciplineLevel.SEVERE}


def load_medals(personas: dict[str, Person], *, by: User, at: datetime) -> None:
    """Put down checks of some of the longest serving, and the first medals of those who have been clean for long."""
    told = [personas[name].pk for name in ("budi", "ratna", "agus", "maya")]
    others = Person.objects.filter(status=Status.PNS).exclude(pk__in=told).exclude(nip=by.username).order_by("nip")
    for place, person in enumerate([*Person.objects.filter(pk__in=told).order_by("pk"), *others[:CHECKED]]):
        level = LEVELS.get(place, DisciplineLevel.NONE)
        leave = None if place % 11 == 10 else place == 17
        day = local_date(at) - timedelta(days=30 + place)
        record_check(person=person, told=CheckTold(day, level, leave, "Berkas kepegawaian"), by=by, at=at)
        if level == DisciplineLevel.NONE and place % 3:
            _first_medal(person, place, by=by, at=at)


def _first_medal(person: Person, place: int, *, by: User, at: datetime) -> None:
    began = began_by(person.nip, person.status, on=local_date(at))
    if began is None or began.year + years_of(MedalKey.TEN) > local_date(at).year - 2:
        return
    day = date(began.year + years_of(MedalKey.TEN) + 1, 8, 17)
    record_medal(
        person=person, medal=MedalKey.TEN, awarded_on=day, decree=f"{place + 1}/TK/{day.year}", by=by, at=at
    )  # fmt: skip
