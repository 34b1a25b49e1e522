"""Whatever somebody puts into an address, a cookie or a header, a page answers: it never fails."""

import pytest
from django.conf import settings
from django.urls import reverse

from house.routes import arguments, routes
from house.test_walk import gathered, sample_for
from house.walk.world import World
from pembina.web.access.decorators import access_of

# Every name that a page of these journeys reads from its address.
NAMES = (
    *("q", "page", "sort", "unit", "state", "kind", "role", "tab", "by", "about", "what", "since", "until", "older"),
    *("newer", "before", "next", "nip", "akun", "induk", "position", "position_kind", "status", "rank", "lacking"),
    *("legal_position", "again", "dari", "sampai", "urut", "month", "service", "late"),
)
ODD = ("\0", "9" * 5_000, "²", "9999-12-31", "0001-01-01", "99991231T235959.999999-" + "9" * 30)
# Together they may open every page.
READERS = ("rina", "agus", "wayan")


@pytest.fixture
def world(db):
    return World()


def answers_to(client, world):
    """Yield each route of those signed in that has something to read, the odd word, and how it is answered."""
    samples = gathered("SAMPLES")
    for path, name, view in routes():
        if access_of(view) == "open":
            continue
        values = sample_for(name, samples)(world) if arguments(path) else {}
        address = reverse(name, kwargs={argument: values[argument] for argument in arguments(path)})
        for odd in ODD:
            answer = client.get(address, dict.fromkeys(NAMES, odd))
            if answer.status_code in (404, 405):
                break
            yield name, odd, answer.status_code


@pytest.mark.parametrize("reader", READERS)
def test_no_page_fails_at_an_odd_address(client, world, reader):
    client.raise_request_exception = False
    client.force_login(world.account(reader))
    met = list(answers_to(client, world))
    assert len({name for name, _, _ in met}) > 15
    assert [(name, odd[:24]) for name, odd, status in met if status >= 500] == []


@pytest.mark.parametrize("address", ["/alat/?q=a%00b", "/survei/%00/"])
def test_a_nul_in_an_address_is_refused_for_everybody(client, db, address):
    assert client.get(address).status_code == 400


@pytest.mark.parametrize("key", ["\0" * 32, "x" * 5_000, "é" * 32, "' OR 1=1 --"])
def test_a_cookie_that_is_no_session_is_a_visitor(client, db, key):
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert client.get(reverse("account:me")).status_code == 302


def test_a_length_that_is_no_number_is_none(client, db):
    assert client.post(reverse("account:sign_in"), CONTENT_LENGTH="many").status_code < 500
