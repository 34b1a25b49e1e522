"""The page of the chain: what was sealed, up to where it is intact, and the head to copy."""

import pytest

from pembina.domain.access import append_only
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.chain.trail import seal_trail
from pembina.domain.access.events import AuditEvent
from web.people.conftest import NOON

CHAIN, CHECK = "/audit/rantai/", "/audit/rantai/periksa/"


@pytest.fixture
def sealed(government, sari, rina):
    """Seal sixty decisions."""
    for number in range(60):
        content = {"role": "evaluator", "number": number}
        seal(kind=ChainKind.ROLE_GRANTED, subject=sari, content=content, by=rina, at=NOON)
    append_only.lift("default")


@pytest.fixture
def show(strict_client, auditor):
    strict_client.force_login(auditor)
    return lambda answer: " ".join(answer.content.decode().split("<main")[1].split())


def test_before_anything_is_sealed_it_is_said(strict_client, show, government):
    html = show(strict_client.get(CHAIN))
    assert "Belum ada yang disegel" in html
    assert CHECK not in html


def test_the_links_are_shown_with_the_head_to_copy(strict_client, show, sealed, record_of):
    html = show(strict_client.get(CHAIN))
    assert f"60:{ChainEntry.objects.get(sequence=60).hash}" in html
    assert html.count('<th scope="row">') == 50
    assert record_of("rina").titled_name in html
    assert "Peran diberikan" in html
    assert "number: 59" in html
    assert "Belum pernah disegel" in html


def test_older_links_stand_on_the_next_page(strict_client, show, sealed):
    assert f'href="{CHAIN}?before=11"' in show(strict_client.get(CHAIN))
    assert show(strict_client.get(CHAIN, {"before": "11"})).count('<th scope="row">') == 10


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "\N{SUPERSCRIPT TWO}", ""])
def test_any_place_is_answered(strict_client, show, sealed, before):
    assert strict_client.get(CHAIN, {"before": before}).status_code == 200


def test_a_check_finds_the_chain_intact_and_is_on_record(strict_client, show, sealed, auditor):
    assert "Rantai utuh" in show(strict_client.post(CHECK))
    event = AuditEvent.objects.get(operation="check_chain")
    assert (event.actor, event.changes) == (auditor, {"links": ["", "60"], "faults": ["", "0"]})
    assert "WIB: utuh" in show(strict_client.get(CHAIN))


def test_a_check_names_what_is_broken(strict_client, show, sealed):
    ChainEntry.objects.filter(sequence=7).update(content="not json")
    html = show(strict_client.post(CHECK))
    assert "Rantai rusak" in html
    assert "Nomor 7:" in html
    assert "1 kerusakan" in show(strict_client.get(CHAIN))


def test_a_get_checks_nothing(strict_client, show, sealed):
    assert strict_client.get(CHECK).status_code == 405


def test_how_far_the_trail_is_sealed_is_shown(strict_client, show, government):
    seal_trail(by=None, at=NOON.replace(year=2027))
    html = show(strict_client.get(CHAIN))
    assert "Ringkasan jejak audit" in html
    assert "November 2026" in html


def test_the_page_costs_the_same_for_few_and_for_many(strict_client, show, sealed, django_assert_max_num_queries):
    strict_client.get(CHAIN)
    with django_assert_max_num_queries(12):
        strict_client.get(CHAIN)
