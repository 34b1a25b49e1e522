"""How often leaders speak: days and counts, the same few queries however many there are."""

import pytest

from pembina.domain.performance.queries.cadence import cadences_read_by, overdue, own_cadence, reads_cadences
from pembina.domain.performance.queries.colleagues import nearest_to, worked_with

pytestmark = pytest.mark.django_db


def test_who_waited_longest_comes_first_and_only_leaders_count(speaking, budi):
    speaking.say(by=speaking.budi, about=speaking.sari, ago=91)
    speaking.say(by=speaking.sari, about=speaking.tono)
    led = own_cadence(budi, on=speaking.today)
    assert list(led) == [speaking.tono, speaking.sari]
    assert set(overdue(led, at=speaking.at)) == {speaking.tono, speaking.sari}
    speaking.say(by=speaking.budi, about=speaking.tono, ago=90)
    assert list(overdue(led, at=speaking.at)) == [speaking.sari]


def test_the_superior_reads_counts_of_the_leaders_below_and_never_the_own(speaking, budi):
    speaking.say(by=speaking.budi, about=speaking.sari)
    head = speaking.account(speaking.head)
    (found,) = cadences_read_by(head, on=speaking.today, at=speaking.at)
    assert (found.leader, found.led, found.spoken_with) == (speaking.budi.pk, 2, 1)
    assert not reads_cadences(budi, on=speaking.today)
    assert cadences_read_by(budi, on=speaking.today, at=speaking.at) == []


def test_human_resources_read_all_leaders_in_reach_in_few_queries(speaking, rina, django_assert_max_num_queries):
    for number in range(20):
        leader = speaking.person(f"P{number}", speaking.division, superior=speaking.budi)
        speaking.person(f"Q{number}", speaking.division, superior=leader)
    with django_assert_max_num_queries(20):
        found = cadences_read_by(rina, on=speaking.today, at=speaking.at)
    assert {each.leader for each in found} >= {speaking.head.pk, speaking.budi.pk}
    assert len(found) == 22
    assert all(each.spoken_with == 0 for each in found)


def test_colleagues_are_near_and_the_line_of_units_is_worked_with(speaking, sari):
    assert set(nearest_to(sari, on=speaking.today)) == {speaking.budi, speaking.tono}
    assert set(worked_with(sari, on=speaking.today)) == {speaking.budi, speaking.tono, speaking.head}
    dewi = speaking.account(speaking.dewi)
    assert set(worked_with(dewi, on=speaking.today)) == set()
    sari.is_active = False
    assert not worked_with(sari, on=speaking.today)
