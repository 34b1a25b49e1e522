"""A year of feedback in a few units of Kabupaten Contoh, guidance of Sari, and two rounds of the pulse."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import yaml
from django.utils import timezone

from pembina.domain.access.accounts import prepare_account
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.performance.enums import CoreValue
from pembina.domain.performance.feedback_enums import Capacity, Rhythm, Tone
from pembina.domain.performance.guidance_parts import STATEMENTS, GuidanceKind
from pembina.domain.performance.models import (
    Feedback,
    FeedbackRequest,
    GuidanceMeeting,
    GuidanceOpinion,
    GuidanceRecord,
    PulseInvitation,
    PulseRound,
    PulseTally,
)
from pembina.domain.performance.models.pulse import HIGHEST, LOWEST
from pembina.domain.performance.operations.pulse import RoundWish, begin_round, release_pulse

SEED = 20_260_107
UNITS = ("01.06.01", "01.06", "01.04.02", "01.03.01")
PULSED = ("01.03", "01.04", "01.06")
A_YEAR = 360
LOT = 1_000
# How often each tone and each answer is chosen, and how many of those invited answer.
TONES = (Tone.APPRECIATION, Tone.TO_IMPROVE, Tone.NEUTRAL)
TONE_WEIGHTS, SCORE_WEIGHTS = (66, 22, 12), (4, 16, 48, 32)
ANSWERED, TAKEN_PART, UNKNOWN = 0.45, 0.82, 0.06


@cache
def told() -> dict[str, Any]:
    """Return what `feedback.yaml` tells."""
    found: dict[str, Any] = yaml.safe_load((files(__package__) / "feedback.yaml").read_text("utf-8"))
    return found


def load_demo_feedback(*, on: date, at: datetime, seed: int = SEED) -> int:
    """Write it as of a day and return how many notes there are.

    Nothing where any is on record already, or where the units are not those of the demonstration.
    """
    units = {unit.code: unit for unit in Unit.objects.filter(code__in={*UNITS, *PULSED})}
    sari, budi, rina = (Person.objects.filter(nip=PERSONAS[name].nip).first() for name in ("sari", "budi", "rina"))
    if Feedback.objects.exists() or len(units) < len({*UNITS, *PULSED}) or not (sari and budi and rina):
        return 0
    rng = Random(seed)  # noqa: S311 - nothing secret is drawn
    with one_event():
        notes = [note for code in UNITS for note in _notes(units[code], on, rng)]
        Feedback.objects.bulk_create(notes, batch_size=LOT)
        _write_requests(sari, budi, on)
        _write_guidance(sari, budi, on)
        by = _account("rina", at=_noon(on, A_YEAR))
        _write_pulses([units[code] for code in PULSED], by, on, rng)
        record("load_demo_feedback", on=units[UNITS[0]], by=by, at=at)
    return len(notes)


def _notes(unit: Unit, on: date, rng: Random) -> Iterator[Feedback]:
    """Yield a year of notes in one unit: leaders speak most, some of them too seldom."""
    held = Assignment.objects.filter(in_force_on(on), unit=unit, kind=AssignmentKind.MAIN)
    staff = [(each.person, each.superior) for each in held.select_related("person", "superior").order_by("pk")]
    people = [person for person, _leader in staff]
    for place, (person, leader) in enumerate(staff):
        if leader is not None:
            # The last of each ten has not heard anything for long.
            for ago in range(rng.randint(5, 60) + (200 if place % 10 == 9 else 0), A_YEAR, rng.randint(55, 95)):
                yield _note(person, leader, Capacity.LEADER, on, ago, rng)
        colleague = rng.choice(people)
        if colleague not in (person, leader) and rng.random() < 0.6:
            yield _note(person, colleague, Capacity.PEER, on, rng.randint(3, A_YEAR), rng)
        if leader is not None and rng.random() < 0.15:
            yield _note(leader, person, Capacity.SUBORDINATE, on, rng.randint(3, A_YEAR), rng)


def _note(person: Person, author: Person, capacity: Capacity, on: date, ago: int, rng: Random) -> Feedback:
    (tone,) = rng.choices(TONES, TONE_WEIGHTS)
    situation, behaviour, impact, *after = rng.choice(told()[tone.value])
    given = _noon(on, ago) + timedelta(minutes=rng.randint(0, 200))
    answer = rng.choice(told()["answers"]) if rng.random() < ANSWERED else ""
    return Feedback(
        person=person, author=author, capacity=capacity, tone=tone, happened_on=timezone.localdate(given),
        rhythm=Rhythm.PERIODIC if capacity == Capacity.LEADER else Rhythm.INCIDENTAL, situation=situation,
        behaviour=behaviour, impact=impact, next_step=after[0] if after else "",
        value=rng.choice(["", *CoreValue.values]), given_at=given, answer=answer,
        answered_at=given + timedelta(hours=rng.randint(1, 20)) if answer else None,
    )  # fmt: skip


def _write_requests(sari: Person, budi: Person, on: date) -> None:
    ask = FeedbackRequest.objects.create
    ask(asker=sari, asked=budi, matter="Cara saya menjelaskan penolakan berkas", asked_at=_noon(on, 2))
    ask(asker=budi, asked=sari, matter="Cara saya memimpin rapat mingguan", asked_at=_noon(on, 1))


def _write_guidance(sari: Person, budi: Person, on: date) -> None:
    """Write a coaching that both confirmed and Sari judged, and a mentoring that waits for Sari."""
    both = {"person": sari, "guide": budi}
    past = _noon(on, 40)
    coached = GuidanceRecord.objects.create(
        **both, kind=GuidanceKind.COACHING, held_on=timezone.localdate(past), parts=told()["coaching"],
        written_at=past, person_confirmed_at=past, guide_confirmed_at=past,
    )  # fmt: skip
    answers = {part.key: "yes" for part in STATEMENTS} | {"asking": "partly"}
    GuidanceOpinion.objects.create(record=coached, answers=answers, given_at=past + timedelta(days=1))
    recent = _noon(on, 12)
    mentored = GuidanceRecord.objects.create(
        **both, kind=GuidanceKind.MENTORING, held_on=timezone.localdate(recent), parts=told()["mentoring"],
        written_at=recent, guide_confirmed_at=recent,
    )  # fmt: skip
    GuidanceMeeting.objects.create(
        record=mentored, held_on=timezone.localdate(recent), place="Ruang rapat kecil",
        material="Membaca matriks risiko", action="Dua berkas dinilai sendiri", due_on=on + timedelta(days=14),
    )  # fmt: skip


def _write_pulses(units: list[Unit], by: User, on: date, rng: Random) -> None:
    """Open and publish a round of last quarter, and open one that is answered now."""
    past = _noon(on, 100)
    closed = _opened(f"Denyut pimpinan {timezone.localdate(past):%m/%Y}", units, by, past, days=14)
    _answer_all(closed, rng)
    release_pulse(round_=closed, by=by, at=past + timedelta(days=15))
    _opened(f"Denyut pimpinan {on:%m/%Y}", units, by, _noon(on, 3), days=17)


def _opened(title: str, units: list[Unit], by: User, at: datetime, *, days: int) -> PulseRound:
    first = timezone.localdate(at)
    wish = RoundWish(title, told()["statements"], first, first + timedelta(days=days), units)
    return begin_round(wish=wish, by=by, at=at)


def _answer_all(round_: PulseRound, rng: Random) -> None:
    """Let most of those invited answer, as the page would count them."""
    tallies = {(each.leader_id, each.part): each for each in PulseTally.objects.filter(round=round_)}
    taken = []
    for each in PulseInvitation.objects.filter(round=round_).order_by("pk"):
        if rng.random() < TAKEN_PART:
            each.is_answered = True
            taken.append(each)
            for counts in tallies[each.leader_id, each.part].counts:
                (score,) = rng.choices(range(LOWEST, HIGHEST + 1), SCORE_WEIGHTS)
                counts[score - LOWEST] += rng.random() >= UNKNOWN
    PulseTally.objects.bulk_update(tallies.values(), ["counts"], batch_size=LOT)
    PulseInvitation.objects.bulk_update(taken, ["is_answered"], batch_size=LOT)


def _account(name: str, *, at: datetime) -> User:
    persona = PERSONAS[name]
    known = User.objects.filter(username=persona.nip).first()
    return known or prepare_account(
        nip=persona.nip, display_name=persona.display_name, role=persona.role, by=None, at=at
    )


def _noon(on: date, ago: int) -> datetime:
    return datetime.combine(on - timedelta(days=ago), time(5), tzinfo=UTC)
