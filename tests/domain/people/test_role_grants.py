"""Roles are given, taken back and added up, by whom and how far."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.people.conftest import BEGAN, NOON, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.access.authority import ClosedAccountError
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import (
    LastAdministratorError,
    OwnRoleError,
    RoleEndedAlreadyError,
    RoleHeldAlreadyError,
    RoleNotForAccountError,
    RoleNotForUnitError,
    RoleOutOfReachError,
    RolesApartError,
)
from pembina.domain.access.roles import (
    ADMINISTRATOR,
    AUDITOR,
    EMPLOYEE,
    EVALUATOR,
    HEAD_OF_REGION,
    HUMAN_RESOURCES,
    MENTOR,
    PARTNER,
    SUPERIOR,
)
from pembina.domain.people.operations import grant_role, revoke_role
from pembina.domain.people.permissions import staff_reached_by, units_reached_by, visible_to
from pembina.domain.people.refusals import DatesReversedError, UnitClosedError

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def administrator(db):
    """Return a maker of administrators."""

    def make(number=1):
        user = User.objects.create_user(f"19900101201503100{number}", display_name=f"Admin {number}")
        RoleGrant.objects.create(user=user, role_code=ADMINISTRATOR.code, starts_on=BEGAN)
        return user

    return make


@pytest.fixture
def chief(administrator):
    return administrator()


@pytest.fixture
def tree(unit, civil_servant, put, sari, budi):
    """Budi works in an office, Sari in a division below it; there is another office."""
    root = unit("1")
    units = {"root": root, "office": unit("1.1", root), "other": unit("1.2", root)}
    units["division"] = unit("1.1.1", units["office"])
    put(civil_servant(budi), units["office"])
    put(civil_servant(sari), units["division"])
    return units


def grant(to, role, by, **more):
    return grant_role(to=to, role=role, by=by, at=NOON, **({"starts_on": TODAY} | more))


def test_a_grant_adds_to_what_is_held_and_leaves_one_event(sari, rina):
    made = grant(sari, MENTOR, rina, letter="800/12")
    assert sari.roles == (EMPLOYEE, MENTOR)
    (event,) = events_on(made)
    assert (event.actor, event.operation, event.concerns) == (rina, "grant_role", sari.username)


def test_roles_add_up(dewi, rina, chief):
    grant(dewi, EVALUATOR, rina)
    grant(dewi, AUDITOR, chief)
    assert dewi.may(Permission.EVALUATE_EFFECT, on=TODAY)
    assert dewi.may(Permission.READ_AUDIT, on=TODAY)
    assert not dewi.may(Permission.MANAGE_STAFF, on=TODAY)


def test_a_role_holds_from_its_first_day_to_its_last(sari, chief):
    grant(sari, AUDITOR, chief, starts_on=TOMORROW, ends_on=TOMORROW)
    days = [TODAY, TOMORROW, TOMORROW + timedelta(days=1)]
    assert [sari.may(Permission.READ_AUDIT, on=day) for day in days] == [False, True, False]


def test_what_is_taken_back_is_gone_at_once_and_stays_on_record(sari, chief):
    made = grant(sari, AUDITOR, chief, starts_on=BEGAN)
    revoke_role(grant=made, from_day=TODAY, by=chief, at=NOON)
    sari.refresh_from_db()
    assert not sari.may(Permission.READ_AUDIT, on=TODAY)
    assert sari.may(Permission.READ_AUDIT, on=TODAY - timedelta(days=1))
    assert events_on(made)[0].changes == {"revoked_on": ["", TODAY.isoformat()]}


def test_nobody_grants_a_role_to_oneself(rina, chief):
    for user in (rina, chief):
        with pytest.raises(OwnRoleError):
            grant(user, MENTOR, user)


@pytest.mark.parametrize("role", [HUMAN_RESOURCES, ADMINISTRATOR, AUDITOR, HEAD_OF_REGION], ids=lambda role: role.code)
def test_human_resources_grant_only_what_lies_below_them(sari, rina, role):
    with pytest.raises(RoleOutOfReachError):
        grant(sari, role, rina)
    assert not RoleGrant.objects.filter(user=sari).exists()


@pytest.mark.parametrize("name", ["sari", "budi"])
def test_those_without_the_right_grant_nothing(person, dewi, name):
    with pytest.raises(RoleOutOfReachError):
        grant(dewi, MENTOR, person(name))


def test_an_administrator_grants_administrators(sari, chief):
    grant(sari, ADMINISTRATOR, chief)
    assert ADMINISTRATOR in sari.roles


def test_the_last_administrator_is_not_taken_back(sari, chief, administrator):
    held = RoleGrant.objects.get(user=chief)
    with pytest.raises(LastAdministratorError):
        revoke_role(grant=held, from_day=TODAY, by=chief, at=NOON)
    administrator(2)
    revoke_role(grant=held, from_day=TODAY, by=chief, at=NOON)
    assert not User.objects.get(pk=chief.pk).may(Permission.MANAGE_ACCOUNTS, on=TODAY)


def test_an_administrator_whose_account_is_closed_does_not_count(chief, administrator):
    closed = administrator(2)
    User.objects.filter(pk=closed.pk).update(is_active=False)
    with pytest.raises(LastAdministratorError):
        revoke_role(grant=RoleGrant.objects.get(user=chief), from_day=TODAY, by=chief, at=NOON)


def test_a_role_over_a_unit_reaches_what_lies_below_it_and_nothing_else(tree, dewi, rina, sari, budi):
    grant(dewi, SUPERIOR, rina, unit=tree["division"])
    assert {person.nip for person in visible_to(dewi, on=TODAY)} == {sari.username}
    grant(dewi, SUPERIOR, rina, unit=tree["office"])
    assert {person.nip for person in visible_to(dewi, on=TODAY)} == {sari.username, budi.username}


def test_human_resources_of_one_office_stay_in_it(tree, dewi, chief, sari, budi):
    grant(dewi, HUMAN_RESOURCES, chief, unit=tree["office"])
    assert set(units_reached_by(dewi, Permission.SEE_STAFF, on=TODAY)) == {tree["office"], tree["division"]}
    assert staff_reached_by(dewi, Permission.SEE_STAFF, on=TODAY).count() == 2
    for everywhere in (Permission.IMPORT_STAFF, Permission.MANAGE_ACCOUNTS, Permission.PLAN_PROGRAMME):
        assert not dewi.may(everywhere, on=TODAY)
    grant(sari, SUPERIOR, dewi, unit=tree["division"])
    for unit in (tree["other"], tree["root"], None):
        with pytest.raises(RoleOutOfReachError):
            grant(budi, SUPERIOR, dewi, unit=unit)


def test_whom_one_sees_by_relation_is_not_whom_a_role_reaches(tree, dewi, budi, rina):
    grant(dewi, SUPERIOR, rina, unit=tree["other"])
    assert not staff_reached_by(dewi, Permission.SEE_STAFF, on=TODAY).exists()


@pytest.mark.parametrize(
    ("name", "role", "refusal"),
    [
        ("199001012015031009", PARTNER, RoleNotForAccountError),
        ("mitra-x", EVALUATOR, RoleNotForAccountError),
        ("pejabat-x", PARTNER, RoleNotForAccountError),
        ("199001012015031009", EMPLOYEE, RoleOutOfReachError),
    ],
)
def test_a_role_fits_the_kind_of_account(chief, name, role, refusal):
    with pytest.raises(refusal):
        grant(User.objects.create_user(name, display_name="X"), role, chief)


@pytest.mark.parametrize(("name", "role"), [("mitra-x", PARTNER), ("pejabat-x", HEAD_OF_REGION)])
def test_those_without_a_nip_hold_the_roles_made_for_them(chief, name, role):
    user = User.objects.create_user(name, display_name="X")
    grant(user, role, chief)
    assert user.roles == (role,)


def test_a_role_that_concerns_everything_is_not_confined_to_a_unit(tree, sari, chief):
    with pytest.raises(RoleNotForUnitError):
        grant(sari, AUDITOR, chief, unit=tree["office"])


def test_the_same_role_is_not_held_twice_on_a_day(tree, sari, rina):
    first = grant(sari, SUPERIOR, rina, unit=tree["office"], ends_on=TOMORROW)
    with pytest.raises(RoleHeldAlreadyError):
        grant(sari, SUPERIOR, rina, unit=tree["office"], starts_on=TOMORROW)
    grant(sari, SUPERIOR, rina, unit=tree["other"])
    revoke_role(grant=first, from_day=TODAY, by=rina, at=NOON)
    grant(sari, SUPERIOR, rina, unit=tree["office"])


def test_dates_that_make_no_sense_are_refused(tree, sari, rina):
    with pytest.raises(DatesReversedError):
        grant(sari, MENTOR, rina, ends_on=TODAY - timedelta(days=1))
    with pytest.raises(UnitClosedError):
        grant(sari, SUPERIOR, rina, unit=tree["office"], starts_on=BEGAN - timedelta(days=1))
    made = grant(sari, MENTOR, rina)
    with pytest.raises(DatesReversedError):
        revoke_role(grant=made, from_day=TODAY - timedelta(days=1), by=rina, at=NOON)


def test_what_has_ended_does_not_end_again(sari, rina):
    made = grant(sari, MENTOR, rina)
    revoke_role(grant=made, from_day=TODAY, by=rina, at=NOON)
    with pytest.raises(RoleEndedAlreadyError):
        revoke_role(grant=made, from_day=TODAY, by=rina, at=NOON)


def test_a_closed_account_is_given_nothing_and_holds_nothing(sari, rina):
    grant(sari, MENTOR, rina)
    sari.is_active = False
    assert sari.roles == ()
    with pytest.raises(ClosedAccountError):
        grant(sari, EVALUATOR, rina)


@pytest.mark.parametrize(
    "change",
    [{"role_code": "king"}, {"role_code": "employee"}, {"ends_on": BEGAN - timedelta(days=1)}, {"granted_by": "user"}],
    ids=str,
)
def test_the_database_refuses_what_skipped_the_operations(sari, rina, change):
    made = grant(sari, MENTOR, rina)
    change = {name: made.user if value == "user" else value for name, value in change.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.filter(pk=made.pk).update(**change)


def test_the_database_refuses_the_same_open_grant_twice(sari, rina):
    grant(sari, MENTOR, rina)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.create(user=sari, role_code=MENTOR.code, starts_on=TODAY)


def test_all_roles_of_an_account_are_one_query(sari, rina, django_assert_num_queries):
    grant(sari, MENTOR, rina)
    fresh = User.objects.get(pk=sari.pk)
    with django_assert_num_queries(1):
        assert not fresh.may(Permission.MANAGE_STAFF)
        assert fresh.may(Permission.GUIDE_MENTEES, on=TODAY)
        assert fresh.roles


@pytest.mark.parametrize(("held", "wanted"), [(EVALUATOR, HEAD_OF_REGION), (HEAD_OF_REGION, EVALUATOR)])
def test_who_decides_does_not_evaluate(sari, chief, held, wanted):
    first = grant(sari, held, chief, ends_on=TOMORROW)
    with pytest.raises(RolesApartError, match="siapa yang memutus tidak menilai"):
        grant(sari, wanted, chief)
    grant(sari, wanted, chief, starts_on=TOMORROW + timedelta(days=1))
    assert RoleGrant.objects.filter(user=sari, pk__gte=first.pk).count() == 2
