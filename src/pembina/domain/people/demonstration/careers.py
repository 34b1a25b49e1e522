"""One invented person: dates, number, rank and what has been held so far."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pembina.domain.people.demonstration.names import draw_name
from pembina.domain.people.demonstration.positions import Post, title_of
from pembina.domain.people.enums import Education, Sex, Status
from pembina.domain.people.models import Person
from pembina.domain.people.ranks import PNS_RANKS

SHARE_OF_PPPK = 0.36
SHARE_OF_WOMEN = 0.56
# Rank on entry and the highest that schooling allows, in steps of PNS_RANKS; a step takes about four years.
STEPS = {
    Education.UPPER_SECONDARY: (4, 9),
    Education.DIPLOMA_3: (6, 11),
    Education.BACHELOR: (8, 13),
    Education.PROFESSION: (9, 14),
    Education.MASTER: (9, 14),
}
RANK_OF_PPPK = {
    Education.UPPER_SECONDARY: "V",
    Education.DIPLOMA_3: "VII",
    Education.BACHELOR: "IX",
    Education.PROFESSION: "X",
    Education.MASTER: "X",
}
RANK_LADDER = list(PNS_RANKS)
# Numbers from 900 on are not given out in practice; with them nobody real can be met here. 999 is for the personas.
SEQUENCES = range(900, 999)
PPPK_DIGITS = "21"
RETIREMENT = 58


@dataclass(frozen=True, slots=True)
class Career:
    """A person and the day of first appointment."""

    person: Person
    began: date
    title: str

    def years(self, on: date) -> int:
        return on.year - self.began.year


class Numbers:
    """Gives out numbers, none of them twice."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def next(self, stem: str) -> str | None:
        """Return the next number that begins with 15 digits, None where no sequence is left."""
        given = self._given.get(stem, 0)
        if given >= len(SEQUENCES):
            return None
        self._given[stem] = given + 1
        return f"{stem}{SEQUENCES[given]}"


def draw_career(rng: Random, post: Post, numbers: Numbers, *, on: date, head: bool = False) -> Career:
    """Return somebody new for a post; heads are PNS with long service."""
    status = Status.PPPK if not head and rng.random() < SHARE_OF_PPPK else Status.PNS
    sex = Sex.FEMALE if rng.random() < SHARE_OF_WOMEN else Sex.MALE
    nip = None
    while nip is None:
        began, born = _dates(rng, status, on, head=head)
        start = f"{began:%Y%m}" if status is Status.PNS else f"{began:%Y}{PPPK_DIGITS}"
        nip = numbers.next(f"{born:%Y%m%d}{start}{'12'[sex is Sex.FEMALE]}")
    years = on.year - began.year
    person = Person(
        nip=nip,
        name=draw_name(rng, sex),
        title_before=post.before,
        title_after=post.degree,
        status=status,
        rank=_rank(status, post.education, years),
        education=post.education,
        birth_date=born,
        sex=sex,
    )
    return Career(person, began, title_of(post, years))


def _dates(rng: Random, status: Status, on: date, *, head: bool) -> tuple[date, date]:
    """Return the first day in service and the birth date: in service today and not yet of retirement age."""
    years = rng.randint(1, 5) if status is Status.PPPK else rng.randint(15 if head else 1, 32)
    age_then = rng.randint(20, min(38, RETIREMENT - 1 - years))
    began = date(on.year - years, rng.choice((1, 2, 3, 4, 12)), 1)
    born = date(began.year - age_then, 1, 1) + timedelta(days=rng.randrange(365))
    return began, born


def _rank(status: Status, education: Education, years: int) -> str:
    if status is Status.PPPK:
        return RANK_OF_PPPK[education]
    first, highest = STEPS[education]
    return RANK_LADDER[min(first + years // 4, highest)]
