"""The tree: what lies below what, and what becomes of it."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from domain.people.conftest import BEGAN, NOON, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.access.models import RoleGrant
from pembina.domain.people.models import Assignment, Delegation, Unit, UnitAncestry
from pembina.domain.people.operations import close_unit, merge_units, move_unit
from pembina.domain.people.queries import history_of, units_above, units_at_or_below
from pembina.domain.people.refusals import (
    CodeTakenError,
    CycleError,
    NotYetError,
    UnitClosedError,
    UnitHoldsError,
    UnitInUseError,
)

TOMORROW = TODAY + timedelta(days=1)
LATER = {"on": TODAY, "by": None, "at": NOON}


def below(unit):
    return {found.code for found in units_at_or_below(unit)}


@pytest.fixture
def tree(unit):
    root = unit("1")
    office, other = unit("1.1", root), unit("1.2", root)
    return {"root": root, "office": office, "other": other, "division": unit("1.1.1", office)}


def test_a_code_that_begins_like_another_is_not_below_it(unit, tree):
    unit("1.10", tree["root"])
    assert below(tree["office"]) == {"1.1", "1.1.1"}


def test_what_lies_below_is_one_query_of_any_depth(unit, django_assert_num_queries):
    top = bottom = unit("0")
    for depth in range(1, 12):
        bottom = unit(f"level-{depth}", bottom)
    with django_assert_num_queries(1):
        assert len(below(top)) == 12
    with django_assert_num_queries(1):
        assert [found.code for found in units_above(bottom)][:2] == ["0", "level-1"]


def test_what_lies_below_is_found_through_an_index(unit):
    root = unit("root")
    for number in range(200):
        unit(f"u{number}", root)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    # The part that grows with the tree: which descendants one ancestor has.
    leaf = Unit.objects.get(code="u7")
    plan = UnitAncestry.objects.filter(ancestor=leaf).values("descendant").explain()
    assert "index" in plan.lower()


def test_a_branch_moves_with_all_below_it(tree):
    move_unit(unit=tree["office"], to=tree["other"], **LATER)
    assert below(tree["other"]) == {"1.2", "1.1", "1.1.1"}
    depths = UnitAncestry.objects.filter(descendant=tree["division"]).order_by("depth")
    assert [(link.ancestor.code, link.depth) for link in depths] == [("1.1.1", 0), ("1.1", 1), ("1.2", 2), ("1", 3)]
    assert events_on(tree["office"])[0].changes == {"parent": ["1", "1.2"], "moved_on": ["", "2026-11-22"]}


def test_the_tree_does_not_change_before_its_day(tree):
    with pytest.raises(NotYetError, match="belum tiba"):
        move_unit(unit=tree["office"], to=tree["other"], on=TOMORROW, by=None, at=NOON)
    with pytest.raises(NotYetError):
        merge_units(unit=tree["office"], into=tree["other"], on=TOMORROW, by=None, at=NOON)
    assert below(tree["office"]) == {"1.1", "1.1.1"}
    merge_units(unit=tree["division"], into=tree["other"], on=TOMORROW, by=None, at=NOON)
    assert Unit.objects.get(code="1.1.1").closed_on == TOMORROW


def test_nothing_moves_under_a_unit_that_has_closed_since(tree):
    close_unit(unit=tree["other"], on=date(2025, 1, 1), by=None, at=NOON)
    with pytest.raises(UnitClosedError):
        move_unit(unit=tree["office"], to=tree["other"], on=date(2024, 1, 1), by=None, at=NOON)
    with pytest.raises(UnitClosedError):
        merge_units(unit=tree["office"], into=tree["other"], on=date(2024, 1, 1), by=None, at=NOON)


def test_of_two_who_merge_or_close_a_unit_the_second_finds_it_closed(unit, tree):
    seen, third = Unit.objects.get(code="1.1"), unit("1.3", tree["root"])
    merge_units(unit=tree["office"], into=tree["other"], **LATER)
    with pytest.raises(UnitClosedError):
        merge_units(unit=seen, into=third, **LATER)
    with pytest.raises(UnitClosedError):
        close_unit(unit=Unit(pk=seen.pk, opened_on=BEGAN, code="1.1", name="Unit 1.1"), **LATER)
    assert Unit.objects.get(code="1.1").merged_into == tree["other"]


def test_a_unit_that_merged_meanwhile_takes_nobody_in(unit, tree):
    seen, third = Unit.objects.get(code="1.2"), unit("1.3", tree["root"])
    merge_units(unit=tree["other"], into=third, **LATER | {"on": date(2026, 11, 1)})
    with pytest.raises(UnitClosedError):
        merge_units(unit=tree["office"], into=seen, **LATER)


@pytest.mark.parametrize("target", ["office", "division"])
def test_a_circle_is_refused_and_nothing_moves(tree, target):
    before = list(UnitAncestry.objects.order_by("pk").values_list())
    with pytest.raises(CycleError, match="berada di bawah"):
        move_unit(unit=tree["office"], to=tree[target], **LATER)
    assert list(UnitAncestry.objects.order_by("pk").values_list()) == before


def test_a_taken_code_is_refused(unit, tree):
    with pytest.raises(CodeTakenError, match=r"1\.1"):
        unit("1.1", tree["root"])


def test_a_unit_in_use_does_not_close(tree, civil_servant, put):
    put(civil_servant(), tree["office"])
    with pytest.raises(UnitInUseError, match="1 penugasan dan 1 unit"):
        close_unit(unit=tree["office"], **LATER)


def test_a_closed_unit_keeps_its_history_and_takes_nobody_new(tree, civil_servant, put):
    tono = civil_servant()
    put(tono, tree["division"], ends_on=date(2022, 12, 31))
    close_unit(unit=tree["division"], **LATER)
    assert [assignment.unit for assignment in history_of(tono)] == [tree["division"]]
    with pytest.raises(UnitClosedError):
        put(tono, tree["division"], starts_on=TODAY + timedelta(days=1))


def test_merging_carries_people_and_units_and_keeps_what_was(tree, civil_servant, put):
    tono, head = civil_servant(), civil_servant(name="Ratna")
    put(tono, tree["office"], superior=head)
    merge_units(unit=tree["office"], into=tree["other"], **LATER)
    now, before = history_of(tono)
    assert (before.unit, before.starts_on, before.ends_on) == (tree["office"], BEGAN, TODAY)
    assert (now.unit, now.superior, now.ends_on) == (tree["other"], head, None)
    assert now.starts_on == TODAY + timedelta(days=1)
    assert below(tree["other"]) == {"1.2", "1.1.1"}
    assert Unit.objects.get(code="1.1").merged_into == tree["other"]
    (told,) = events_on(now)
    assert (told.operation, told.concerns, told.changes) == ("carry_over", tono.nip, {"unit": ["1.1", "1.2"]})


def test_merging_tells_of_every_unit_that_moved(tree):
    merge_units(unit=tree["office"], into=tree["other"], **LATER)
    told = events_on(tree["division"])[0]
    assert (told.operation, told.changes["parent"]) == ("move_unit", ["1.1", "1.2"])


def test_acting_authority_goes_on_over_the_unit_merged_into(tree, civil_servant, lend):
    tono, last = civil_servant(), TODAY + timedelta(days=9)
    running = lend(tono, tree["office"], starts_on=BEGAN, ends_on=last)
    waiting = lend(tono, tree["office"], starts_on=TOMORROW, ends_on=last)
    over = lend(tono, tree["office"], starts_on=BEGAN, ends_on=BEGAN)
    merge_units(unit=tree["office"], into=tree["other"], **LATER)
    held = {row.pk: (row.unit.code, row.starts_on, row.ends_on) for row in Delegation.objects.all()}
    assert held.pop(running.pk) == ("1.1", BEGAN, TODAY)
    assert held.pop(waiting.pk) == ("1.2", TOMORROW, last)
    assert held.pop(over.pk) == ("1.1", BEGAN, BEGAN)
    ((number, new),) = held.items()
    assert new == ("1.2", TOMORROW, last)
    told = events_on(Delegation.objects.get(pk=number))[0]
    assert (told.operation, told.concerns, told.changes) == ("carry_along", tono.nip, {"unit": ["1.1", "1.2"]})


def test_a_role_over_a_merged_unit_reaches_the_unit_merged_into(tree, person, rina):
    joko = person("joko")
    RoleGrant.objects.filter(user=joko).update(unit=tree["office"])
    (grant,) = RoleGrant.objects.filter(user=joko)
    merge_units(unit=tree["office"], into=tree["other"], on=TODAY, by=rina, at=NOON)
    grant.refresh_from_db()
    assert (grant.unit, grant.revoked_on) == (tree["office"], TOMORROW)
    following = RoleGrant.objects.get(user=joko, unit=tree["other"])
    assert (following.role, following.starts_on, following.ends_on) == (grant.role, TODAY, None)
    assert events_on(following)[0].operation == "grant_role"
    assert events_on(grant)[0].operation == "revoke_role"


def test_whoever_merges_gets_no_role_by_it(tree, person, rina):
    grant = RoleGrant.objects.create(user=rina, role_code="service_officer", unit=tree["office"], starts_on=BEGAN)
    merge_units(unit=tree["office"], into=tree["other"], on=TODAY, by=rina, at=NOON)
    grant.refresh_from_db()
    assert grant.revoked_on is None
    assert not RoleGrant.objects.filter(unit=tree["other"]).exists()


def test_a_unit_over_which_authority_is_lent_or_a_role_is_held_does_not_close(tree, civil_servant, lend, person):
    lend(civil_servant(), tree["division"], ends_on=TOMORROW)
    RoleGrant.objects.filter(user=person("joko")).update(unit=tree["division"])
    with pytest.raises(UnitHoldsError, match="1 Plt, Plh, atau penugasan, 1 peran yang terbatas pada unit ini"):
        close_unit(unit=tree["division"], **LATER)
    RoleGrant.objects.update(revoked_on=TOMORROW)
    close_unit(unit=tree["division"], on=TOMORROW, by=None, at=NOON)


def test_a_unit_does_not_merge_into_its_own_part(tree):
    with pytest.raises(CycleError):
        merge_units(unit=tree["office"], into=tree["division"], **LATER)


def test_a_unit_with_a_history_cannot_be_deleted(tree):
    with pytest.raises(ProtectedError):
        tree["office"].delete()


@pytest.mark.parametrize(
    "change",
    [
        {"code": "1.2"},
        {"code": ""},
        {"kind": "palace"},
        {"sector": "magic"},
        {"time_zone": "Europe/Paris"},
        {"closed_on": date(2019, 1, 1)},
        {"merged_into": 0},
        {"parent": 0},
    ],
    ids=str,
)
def test_the_database_refuses_what_skipped_the_operations(tree, change):
    office = tree["office"]
    change = {name: office.pk if value == 0 else value for name, value in change.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(pk=office.pk).update(**change)


def test_the_database_refuses_a_circle_of_length_one(tree):
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitAncestry.objects.create(ancestor=tree["root"], descendant=tree["root"], depth=3)


def merge_at_once(unit, into, barrier, outcomes):
    try:
        barrier.wait(timeout=10)
        merge_units(unit=unit, into=into, **LATER)
        outcomes.append("merged")
    except UnitClosedError:
        outcomes.append("refused")
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_of_two_mergers_at_the_same_moment_one_is_refused(transactional_db, unit, civil_servant, put):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time, and tests share one connection; PostgreSQL is the proof")
    root = unit("1")
    office, targets = unit("1.1", root), [unit("1.2", root), unit("1.3", root)]
    put(civil_servant(), office)
    barrier, outcomes = Barrier(2), []
    threads = [
        Thread(target=merge_at_once, args=(Unit.objects.get(pk=office.pk), into, barrier, outcomes)) for into in targets
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["merged", "refused"]
    assert Assignment.objects.filter(ends_on__isnull=True).count() == 1
