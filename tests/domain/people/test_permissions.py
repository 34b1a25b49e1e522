"""Who may see whom: by example, and against a definition that looks at every pair."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.people.conftest import BEGAN, TODAY
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission, Scope
from pembina.domain.access.role_grants import RoleGrant
from pembina.domain.access.roles import EVALUATOR, ROLES, SUPERIOR
from pembina.domain.people import ancestry
from pembina.domain.people.models import Assignment, Delegation, Mentorship, Person, Unit, UnitAncestry
from pembina.domain.people.permissions import record_open_to, units_visible_to, visible_to

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def house(unit, civil_servant, put, sari, budi, rina, dewi):
    """Sari works under Budi in one office, Dewi in another, Rina in a third."""
    root = unit("1")
    units = {code: unit(code, root) for code in ("2", "3", "4")}
    made = {user.username: civil_servant(user) for user in (sari, budi, rina, dewi)}
    people = SimpleNamespace(**{name: made[user.username] for name, user in locals().items() if isinstance(user, User)})
    put(people.budi, units["2"])
    put(people.sari, units["2"], superior=people.budi)
    put(people.dewi, units["3"])
    put(people.rina, units["4"])
    return SimpleNamespace(people=people, units=units, root=root)


def seen(user, on=TODAY):
    return set(visible_to(user, on=on))


def test_each_sees_what_is_theirs(house, sari, budi, rina, dewi):
    people = house.people
    assert seen(sari) == {people.sari, people.budi}
    assert seen(budi) == {people.sari, people.budi}
    assert seen(dewi) == {people.dewi}
    assert len(seen(rina)) == 4


def test_of_the_superior_only_name_and_position_are_open(house, sari):
    assert set(record_open_to(sari, on=TODAY)) == {house.people.sari}


def test_a_delegation_opens_a_unit_on_its_days_only(house, dewi, lend):
    lend(house.people.dewi, house.units["2"], starts_on=TODAY, ends_on=TOMORROW)
    assert house.people.sari not in seen(dewi, YESTERDAY)
    assert house.people.sari in seen(dewi)
    assert house.people.sari not in seen(dewi, TOMORROW + timedelta(days=1))


def test_a_task_reaches_the_unit_and_an_acting_head_all_below(house, dewi, lend):
    task = lend(house.people.dewi, house.root, kind="task")
    assert seen(dewi) == {house.people.dewi}
    task.delete()
    lend(house.people.dewi, house.root, kind="daily")
    assert len(seen(dewi)) == 4


def test_an_account_out_of_use_sees_nobody(house, rina):
    rina.is_active = False
    assert seen(rina) == set()
    assert not units_visible_to(rina, on=TODAY).exists()


def test_an_employee_sees_the_own_unit_and_those_above(house, sari, rina):
    assert {unit.code for unit in units_visible_to(sari, on=TODAY)} == {"1", "2"}
    assert units_visible_to(rina, on=TODAY).count() == 4


def test_a_scope_without_the_permission_to_see_staff_opens_nothing(house, dewi, put, civil_servant, monkeypatch):
    put(civil_servant(), house.units["3"])
    monkeypatch.setitem(ROLES, "evaluator", replace(EVALUATOR, scope=Scope.UNIT_AND_BELOW))
    dewi.grants = (held("evaluator"),)
    assert seen(dewi) == {house.people.dewi}


def test_who_is_visible_is_one_query_and_one_for_the_roles_of_the_request(house, budi, django_assert_num_queries):
    with django_assert_num_queries(2):
        list(visible_to(budi, on=TODAY))
    with django_assert_num_queries(1):
        list(visible_to(budi, on=TODAY))


def held(code, unit=None, starts_on=BEGAN, ends_on=None, revoked_on=None):
    """Return a grant that nobody has written."""
    return RoleGrant(role_code=code, unit=unit, starts_on=starts_on, ends_on=ends_on, revoked_on=revoked_on)


# With and without the permission to see staff, over every scope: those that no role uses yet must hold too.
POWERS = [replace(role, code=f"{role.code}-{scope}", scope=scope) for role in (EVALUATOR, SUPERIOR) for scope in Scope]

PEOPLE = 6
small = st.integers(0, PEOPLE - 1)
# Few units and mostly present dates, so that people meet in them often.
places = st.integers(0, 3)
spans = st.sampled_from([(BEGAN, None)] * 4 + [(BEGAN, YESTERDAY), (TODAY, TODAY), (TOMORROW, TOMORROW)])
governments = st.fixed_dictionaries(
    {
        "parents": st.lists(st.integers(0, 4), min_size=5, max_size=5),
        "work": st.lists(
            st.tuples(small, places, st.none() | small, spans), min_size=4, max_size=6, unique_by=lambda row: row[0]
        ),
        "lent": st.lists(
            st.tuples(small, places, st.sampled_from(["acting", "daily", "task"]), spans.filter(lambda s: s[1])),
            max_size=3,
        ),
        "guided": st.lists(
            st.tuples(small, small, spans).filter(lambda row: row[0] != row[1]),
            max_size=3,
            unique_by=lambda row: row[:2],
        ),
        # Mostly of one person, so that roles meet each other too.
        "granted": st.lists(
            st.tuples(
                st.sampled_from([0, 0, 0, *range(PEOPLE)]),
                st.sampled_from([role.code for role in POWERS]),
                st.none() | places,
                spans | st.just((BEGAN, None, TODAY)) | st.just((BEGAN, None, TOMORROW)),
            ),
            max_size=6,
        ),
    }
)


def build(drawn):
    """Write the drawn government; unit n hangs below an earlier one."""
    units = []
    for number in range(PEOPLE):
        parent = units[drawn["parents"][number - 1] % number] if number else None
        made = Unit(code=f"{number}", name="U", kind="office", sector="general", parent=parent, opened_on=BEGAN)
        made.save()
        units.append(made)
    UnitAncestry.objects.bulk_create(ancestry.links_of(units))
    people = [
        Person.objects.create(nip=f"1980010120050110{n:02}", name="P", status="pns", birth_date=BEGAN, sex="male")
        for n in range(PEOPLE)
    ]
    for who, where, under, (starts_on, ends_on) in drawn["work"]:
        superior = people[under] if under is not None and under != who else None
        Assignment.objects.create(
            person=people[who], unit=units[where], superior=superior, position="X", position_kind="functional",
            starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip
    for who, where, kind, (starts_on, ends_on) in drawn["lent"]:
        Delegation.objects.create(
            person=people[who], unit=units[where], kind=kind, letter="1", starts_on=starts_on, ends_on=ends_on
        )
    for mentor, mentee, (starts_on, ends_on) in drawn["guided"]:
        Mentorship.objects.create(mentor=people[mentor], mentee=people[mentee], starts_on=starts_on, ends_on=ends_on)
    return list(
        Person.objects.order_by("nip").prefetch_related(
            "assignments__unit__parent__parent__parent__parent__parent",
            "assignments__superior",
            "delegations__unit",
            "mentorships__mentor",
            "guided_mentorships__mentee",
        )
    )


def holds(row):
    return row.starts_on <= TODAY and (row.ends_on is None or row.ends_on >= TODAY)


def lies_below(unit, top):
    """Walk up by the parents, without the table of ancestors."""
    while unit is not None:
        if unit == top:
            return True
        unit = unit.parent
    return False


def is_reached(grant, own, row):
    """Say whether the place in `row` lies where the role of `grant` reaches."""
    scope, anchors = grant.role.scope, [grant.unit] if grant.unit else [place.unit for place in own]
    if scope == Scope.UNIT:
        return row.unit in anchors
    if scope == Scope.UNIT_AND_BELOW or (grant.unit and scope == Scope.GOVERNMENT):
        return any(lies_below(row.unit, anchor) for anchor in anchors)
    return False


def is_visible(me, other, grants):
    """Say by looking at every row whether `other` is visible to `me`."""
    reasons = [is_open(me, other, grants)]
    reasons += [row.superior == other for row in me.assignments.all() if holds(row)]
    reasons += [row.mentee == other for row in me.guided_mentorships.all() if holds(row)]
    reasons += [row.mentor == other for row in me.mentorships.all() if holds(row)]
    return any(reasons)


def is_open(me, other, grants):
    """Say by looking at every row whether the whole record of `other` is open to `me`."""
    mine, theirs = ([row for row in who.assignments.all() if holds(row)] for who in (me, other))
    reasons = [other == me, any(row.superior == me for row in theirs)]
    for lent in filter(holds, me.delegations.all()):
        for row in theirs:
            reasons.append(row.unit == lent.unit if lent.kind == "task" else lies_below(row.unit, lent.unit))
    for grant in grants:
        if grant.holds_on(TODAY) and Permission.SEE_STAFF in grant.role.permissions:
            reasons.append(grant.role.scope == Scope.GOVERNMENT and grant.unit is None)
            reasons += [is_reached(grant, mine, row) for row in theirs]
    return any(reasons)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=governments)
def test_the_query_agrees_with_the_definition(db, monkeypatch, drawn):
    for role in POWERS:
        monkeypatch.setitem(ROLES, role.code, role)
    with transaction.atomic():
        people = build(drawn)
        units = list(Unit.objects.order_by("code"))
        for me in people:
            actor = User(username=me.nip, display_name="P")
            actor.grants = tuple(
                held(code, units[where] if where is not None else None, *span)
                for who, code, where, span in drawn["granted"]
                if people[who] == me
            )
            expected = {other for other in people if is_visible(me, other, actor.grants)}
            assert set(visible_to(actor, on=TODAY)) == expected, (me.nip, actor.grants)
            opened = {other for other in people if is_open(me, other, actor.grants)}
            assert set(record_open_to(actor, on=TODAY)) == opened, (me.nip, actor.grants)
        transaction.set_rollback(True)
