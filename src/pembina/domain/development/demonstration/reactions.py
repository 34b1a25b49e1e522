"""What participants thought of the batches that are over; in two of them something was not as it should be."""

from collections import defaultdict
from random import Random

from django.db.models import prefetch_related_objects

from pembina.domain.development.demonstration.follow_up import told
from pembina.domain.development.demonstration.groups import Group
from pembina.domain.development.enums import AttendanceStatus
from pembina.domain.development.models import Attendance, Reaction, ReactionGiven, ReactionRemark
from pembina.domain.development.operations.reactions import About, asked_of

ANSWERED, REMARKED = 0.85, 0.12
# How often each answer of 1-4 is given, where all was well and where it was not.
WELL, BADLY = (1, 6, 52, 41), (28, 42, 24, 6)
# By programme and wave: what was bad there, an item of the batch or of those who taught.
BAD = {("IZIN", 2): {"facilities", "organisation"}, ("SEHAT", 1): {"teaching"}}


def write_reactions(group: Group, rng: Random) -> None:
    """Write answers as the page would, and apart from them who answered."""
    attended = _attended(group)
    prefetch_related_objects(group.sessions, "trainers__person")
    bad = BAD.get((group.planned.story.code, group.batch.wave.number if group.batch.wave else 0), set())
    rows, given = [], []
    for enrolment in group.seated:
        sessions = [session for session in group.sessions if session.pk in attended[enrolment.pk]]
        if sessions and rng.random() < ANSWERED:
            rows += [_reaction(group, about, bad, rng) for about in asked_of(sessions)]
            given.append(ReactionGiven(enrolment=enrolment))
    Reaction.objects.bulk_create(sorted(rows, key=lambda row: row.pk), batch_size=1_000)
    ReactionGiven.objects.bulk_create(given)
    words = told()["remarks_of_the_unhappy" if bad else "remarks"]
    remarks = [rng.choice(words) for _one in given if rng.random() < REMARKED]
    ReactionRemark.objects.bulk_create(ReactionRemark(batch=group.batch, text=text) for text in dict.fromkeys(remarks))


def _reaction(group: Group, about: About, bad: set[str], rng: Random) -> Reaction:
    (score,) = rng.choices((1, 2, 3, 4), BADLY if about.item in bad else WELL)
    return Reaction(batch=group.batch, session=about.session, trainer=about.trainer, item=about.item, score=score)


def _attended(group: Group) -> dict[int, set[int]]:
    present = Attendance.objects.filter(enrolment__batch=group.batch, status=AttendanceStatus.PRESENT)
    found: dict[int, set[int]] = defaultdict(set)
    for enrolment, session in present.values_list("enrolment", "session"):
        found[enrolment].add(session)
    return found
