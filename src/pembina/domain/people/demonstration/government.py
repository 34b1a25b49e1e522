"""Writing Kabupaten Contoh in bulk: units, staff with their history, the personas among them."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people import ancestry
from pembina.domain.people.demonstration.careers import Career, Numbers, draw_career
from pembina.domain.people.demonstration.organisation import PLANS, SECRETARY, WITHOUT_HEAD, Plan
from pembina.domain.people.demonstration.persona_careers import PLACES
from pembina.domain.people.demonstration.positions import Post, posts_of
from pembina.domain.people.enums import AssignmentKind, DelegationKind, Education, PositionKind, UnitKind
from pembina.domain.people.models import Assignment, Delegation, Mentorship, Person, Unit, UnitAncestry
from pembina.domain.people.statistics import refresh_statistics

SIZE, LARGEST, SEED = 3_000, 25_000, 20261122
FOUNDED = date(1986, 1, 1)
BATCH = 1_000
SHARE_WITH_HISTORY = 0.45
LEADING = Post(1, "", PositionKind.STRUCTURAL, Education.MASTER, "S.Sos., M.Si.", has_levels=False)
LEADING_A_SCHOOL = Post(1, "Guru", PositionKind.FUNCTIONAL, Education.MASTER, "S.Pd., M.Pd.")


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much was written."""

    units: int
    persons: int
    assignments: int


@dataclass(slots=True)
class Draft:
    """What is to be written, before anything is."""

    rng: Random
    on: date
    units: dict[str, Unit]
    numbers: Numbers = field(default_factory=Numbers)
    persons: list[Person] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    heads: dict[str, Person] = field(default_factory=dict)


def load_demo_government(*, size: int = SIZE, seed: int = SEED, on: date, at: datetime) -> Loaded | None:
    """Write Kabupaten Contoh as of a day with `size` persons; the same arguments write the same government.

    Returns None, and writes nothing, where units are on record already. Raises ``ValueError`` for a size too small to
    lead every unit, or above `LARGEST`.
    """
    if not 4 * len(PLANS) <= size <= LARGEST:
        raise ValueError(f"size must lie between {4 * len(PLANS)} and {LARGEST}, not {size}")
    if Unit.objects.exists():
        return None
    with one_event():
        draft = draft_government(size=size, seed=seed, on=on, units=_write_units())
        Person.objects.bulk_create(draft.persons, batch_size=BATCH)
        Assignment.objects.bulk_create(draft.assignments, batch_size=BATCH)
        _delegate_vacant_post(draft)
        _pair_mentor(draft)
        changes = {"persons": ("", str(len(draft.persons))), "seed": ("", str(seed))}
        record("load_demo_government", on=draft.units["01"], by=None, at=at, changes=changes, created=True)
    refresh_statistics(Unit, UnitAncestry, Person, Assignment)
    return Loaded(len(draft.units), len(draft.persons), len(draft.assignments))


def draft_government(*, size: int, seed: int, on: date, units: dict[str, Unit]) -> Draft:
    """Return the people of Kabupaten Contoh and what they hold, unsaved, in `units` by code."""
    draft = Draft(Random(seed), on, units)  # noqa: S311 - nothing secret is drawn
    _draft_heads(draft)
    _draft_personas(draft)
    _draft_staff(draft, size)
    return draft


def draft_units() -> dict[str, Unit]:
    """Return the units of Kabupaten Contoh by code, unsaved."""
    units: dict[str, Unit] = {}
    for plan in sorted(PLANS, key=lambda plan: plan.code.count(".")):
        units[plan.code] = _unit(plan, units)
    return units


def _write_units() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for depth in range(max(plan.code.count(".") for plan in PLANS) + 1):
        level = [_unit(plan, units) for plan in PLANS if plan.code.count(".") == depth]
        units |= {unit.code: unit for unit in Unit.objects.bulk_create(level)}
    UnitAncestry.objects.bulk_create(ancestry.links_of(list(units.values())))
    return units


def _unit(plan: Plan, units: dict[str, Unit]) -> Unit:
    parent = units.get(plan.parent)
    return Unit(code=plan.code, name=plan.name, kind=plan.kind, sector=plan.sector, parent=parent, opened_on=FOUNDED)


def _draft_heads(draft: Draft) -> None:
    """Give every unit its head, each under the head above; those directly below the regent under the secretary."""
    led_by_persona = {place.unit for place in PLACES.values() if place.leads}
    for plan in PLANS:
        if not plan.head or plan.code in led_by_persona or plan.code == WITHOUT_HEAD:
            continue
        school = plan.kind is UnitKind.SCHOOL
        career = draw_career(draft.rng, LEADING_A_SCHOOL if school else LEADING, draft.numbers, on=draft.on, head=True)
        superior = _head_above(draft, plan)
        draft.heads[plan.code] = career.person
        draft.persons.append(career.person)
        kind = PositionKind.FUNCTIONAL if school else PositionKind.STRUCTURAL
        held = career.title if school else plan.head
        since = _since(draft, career)
        draft.assignments.append(_held(draft, career.person, plan.code, held, kind, superior, since))
        if school:
            duty = _held(draft, career.person, plan.code, plan.head, kind, superior, since)
            duty.kind = AssignmentKind.ADDITIONAL
            draft.assignments.append(duty)


def _head_above(draft: Draft, plan: Plan) -> Person | None:
    return draft.heads.get(plan.parent) or (draft.heads.get(SECRETARY) if plan.code != SECRETARY else None)


def _draft_personas(draft: Draft) -> None:
    """Put Budi first, then those he leads."""
    for name, place in sorted(PLACES.items(), key=lambda item: not item[1].leads):
        person = place.person(PERSONAS[name])
        plan = next(plan for plan in PLANS if plan.code == place.unit)
        superior = _head_above(draft, plan) if place.leads else draft.heads[place.unit]
        if place.leads:
            draft.heads[place.unit] = person
        draft.persons.append(person)
        draft.assignments.extend(
            _held(draft, person, place.unit, title, kind, superior if ends_on is None else None, since, ends_on)
            for title, kind, since, ends_on in place.history
        )


def _draft_staff(draft: Draft, size: int) -> None:
    left = size - len(draft.persons)
    for plan in draft.rng.choices(PLANS, weights=[plan.share for plan in PLANS], k=left):
        posts = posts_of(plan)
        (post,) = draft.rng.choices(posts, weights=[post.weight for post in posts])
        career = draw_career(draft.rng, post, draft.numbers, on=draft.on)
        superior = draft.heads.get(plan.code) or _head_above(draft, plan)
        since = _since(draft, career)
        draft.persons.append(career.person)
        if since > career.began:
            last = since - timedelta(days=1)
            earlier = draft.rng.choice([other.code for other in PLANS if other.sector == plan.sector and other.share])
            draft.assignments.append(
                _held(draft, career.person, earlier, post.title, post.kind, None, career.began, last)
            )
        draft.assignments.append(_held(draft, career.person, plan.code, career.title, post.kind, superior, since))


def _since(draft: Draft, career: Career) -> date:
    """Return the first day of the present post: that of the career, or some years later."""
    years = career.years(draft.on)
    if years < 4 or draft.rng.random() > SHARE_WITH_HISTORY:
        return career.began
    return date(career.began.year + draft.rng.randint(2, years - 1), draft.rng.choice((1, 3, 7, 10)), 1)


def _held(
    draft: Draft,
    person: Person,
    code: str,
    position: str,
    kind: PositionKind,
    superior: Person | None,
    starts_on: date,
    ends_on: date | None = None,
) -> Assignment:
    return Assignment(
        person=person,
        unit=draft.units[code],
        position=position,
        position_kind=kind,
        superior=superior,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def _delegate_vacant_post(draft: Draft) -> None:
    above = draft.heads[WITHOUT_HEAD.rpartition(".")[0]]
    Delegation.objects.create(
        person=above,
        kind=DelegationKind.ACTING,
        unit=draft.units[WITHOUT_HEAD],
        letter="800.1.3.1/117/BKPSDM",
        starts_on=draft.on - timedelta(days=30),
        ends_on=draft.on + timedelta(days=60),
    )


def _pair_mentor(draft: Draft) -> None:
    """Let Ratna guide Dewi, a teacher, since half a year."""
    people = {person.nip: person for person in draft.persons}
    mentor, mentee = people[PERSONAS["ratna"].nip], people[PERSONAS["dewi"].nip]
    Mentorship.objects.create(mentor=mentor, mentee=mentee, starts_on=draft.on - timedelta(days=180))
