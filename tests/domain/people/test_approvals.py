"""Who decides for somebody on a day: approvals follow dated authority, and come back."""

from datetime import timedelta

import pytest

from domain.people.conftest import NOON, TODAY
from pembina.domain.people.approvals import Approver, approvers_for
from pembina.domain.people.operations import delegate

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def office(unit, civil_servant, put):
    """The head leads the chief of a division, who leads the staff; a deputy works beside the chief."""
    root = unit("1")
    division = unit("1.1", root)
    people = {name: civil_servant(name=name) for name in ("head", "chief", "staff", "deputy")}
    put(people["head"], root)
    put(people["chief"], division, superior=people["head"])
    put(people["deputy"], division, superior=people["chief"])
    put(people["staff"], division, superior=people["chief"])
    return people | {"root": root, "division": division}


def lend(person, unit, kind="daily", on_behalf_of=None, ends_on=TODAY):
    return delegate(
        person=person, kind=kind, unit=unit, letter="1", starts_on=TODAY, ends_on=ends_on,
        on_behalf_of=on_behalf_of, by=None, at=NOON,
    )  # fmt: skip


def deciding(office, name="staff", on=TODAY):
    return [approver.person for approver in approvers_for(office[name], on=on)]


def test_the_superior_decides(office):
    assert approvers_for(office["staff"], on=TODAY) == (Approver(office["chief"]),)


def test_while_the_superior_is_away_whoever_was_ordered_decides_and_nobody_else(office):
    order = lend(office["deputy"], office["division"], on_behalf_of=office["chief"])
    assert approvers_for(office["staff"], on=TODAY) == (Approver(office["deputy"], order),)
    assert [deciding(office, on=day) for day in (YESTERDAY, TOMORROW)] == [[office["chief"]]] * 2


def test_an_order_over_the_unit_of_the_superior_names_nobody_and_still_replaces(office):
    lend(office["head"], office["division"], kind="acting")
    assert deciding(office) == [office["head"]]


def test_an_order_for_somebody_else_changes_nothing(office, unit):
    lend(office["deputy"], office["root"], on_behalf_of=office["head"])
    lend(office["head"], unit("2", office["root"]))
    assert deciding(office) == [office["chief"]]
    assert deciding(office, "chief") == [office["deputy"]]


def test_a_task_carries_no_authority(office):
    lend(office["deputy"], office["division"], kind="task", on_behalf_of=office["chief"])
    assert deciding(office) == [office["chief"]]


def test_nobody_decides_for_oneself(office):
    lend(office["deputy"], office["division"], on_behalf_of=office["chief"])
    assert deciding(office, "deputy") == [office["head"]]
    assert deciding(office, "staff") == [office["deputy"]]


def test_of_two_orders_both_decide(office):
    lend(office["deputy"], office["division"], on_behalf_of=office["chief"])
    lend(office["head"], office["division"], kind="acting")
    assert deciding(office) == [office["deputy"], office["head"]]


def test_in_a_vacant_post_the_nearest_order_holds(office, civil_servant, put):
    alone = office["alone"] = civil_servant(name="alone")
    put(alone, office["division"])
    assert deciding(office, "alone") == []
    lend(office["head"], office["root"], kind="acting")
    lend(office["deputy"], office["division"], kind="acting")
    assert deciding(office, "alone") == [office["deputy"]]


def test_without_a_position_nobody_decides(office, civil_servant):
    assert approvers_for(civil_servant(name="new"), on=TODAY) == ()


def test_two_who_lead_each_other_do_not_ask_for_ever(office):
    lend(office["staff"], office["division"], on_behalf_of=office["chief"])
    office["chief"].assignments.update(superior=office["staff"])
    assert deciding(office, "staff") == []


def test_who_decides_costs_few_queries(office, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        deciding(office)
