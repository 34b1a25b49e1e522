"""The block at the top of every form of the regulation: who is rated and who rates, in five numbered rows."""

from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.ranks import rank_name
from pembina.exchange.papers.letters import settable

MISSING = "–"
LABELS = ("NAMA", "NIP", "PANGKAT/ GOL. RUANG", "JABATAN", "UNIT KERJA")
Side = tuple[Person | None, Assignment | None]


def both_sides(own: Side, rater: Side) -> list[list[str]]:
    """Return five rows: number, label, value of the person, label, value of the rater."""
    mine, theirs = identity(*own), identity(*rater)
    return [[str(n), label, mine[n - 1], label, theirs[n - 1]] for n, label in enumerate(LABELS, start=1)]


def identity(person: Person | None, post: Assignment | None) -> list[str]:
    """Return name, number, rank, position and unit; what is not known is a dash."""
    if person is None:
        return [MISSING] * 5
    held = [settable(post.position), settable(post.unit.name)] if post else [MISSING, MISSING]
    return [settable(person.titled_name), person.nip, settable(rank_name(person.rank)) or MISSING, *held]
