"""Every route, walked by somebody who has no business there, and by somebody without an account.

Whoever adds a route tells this walk about it, in a file of the journey's own, ``tests/house/walk/<journey>.py``; the
file is found by itself, and both names in it may be left out:

    SAMPLES = {"people:person": lambda world: {"pk": world.record("sari").pk}}
        for a route whose address asks for something: make an object that is none of Dewi's (it is Sari's, or of Sari's
        unit) and return what the address needs. `world` is `house.walk.world.World`. A name may end in ``*`` and then
        stands for a whole family of routes; arguments that one of them does not ask for are left out.

    OWN = {"people:index": "lists herself and her superior"}
        for a route that Dewi may open because it shows only what is hers; the reason is read by a reviewer. The page
        is searched for Sari's name, number and unit.

    PUBLIC = {"ledger:figures": "the same figures stand on the public portal"}
        for one of those that names units because visitors may read the same about them; Sari's name and number are
        searched for all the same.

Routes with the access line ``@open_to_all`` are walked as a visitor and need nothing but a sample. Everything else must
be 404 for Dewi, by GET and by POST: not an error, not a refusal that tells there is something.
"""

from fnmatch import fnmatch

import pytest
from django.urls import reverse

from house.routes import arguments, routes
from house.tree import judge
from house.walk.world import World
from house.walking import NOT_THIS_WAY, address_of, body, gathered, is_hidden, sample_for
from pembina.web.access.decorators import access_of


@pytest.fixture
def world(db):
    return World()


@pytest.fixture
def walk(world, client):
    """Return a function that yields every route with a view of `access`, and how it answers GET and POST."""
    samples = gathered("SAMPLES")

    def answers(*, is_open):
        for path, name, view in routes():
            if (access_of(view) == "open") is is_open and (not arguments(path) or sample_for(name, samples)):
                address = address_of(path, name, world, samples)
                yield name, client.get(address), client.post(address)

    return answers


def test_every_route_that_asks_for_an_object_has_a_sample():
    samples = gathered("SAMPLES")
    without = {name for path, name, _ in routes() if arguments(path) and sample_for(name, samples) is None}
    judge(without, {}, "Add a line to SAMPLES in tests/house/walk/<journey>.py (test_walk.py tells how), for:")


def test_nothing_is_told_about_routes_that_do_not_exist():
    names = {name for _, name, _ in routes()}
    told = gathered("SAMPLES") | gathered("OWN") | gathered("PUBLIC") | gathered("CONFINED")
    judge({known for known in told if not any(fnmatch(name, known) for name in names)}, {}, "No such route:")


def test_dewi_finds_nothing_that_is_not_hers(walk, world, client):
    client.force_login(world.account("dewi"))
    found = {name for name, get, post in walk(is_open=False) if not is_hidden(get, post)}
    judge(found, gathered("OWN"), "Dewi of another unit may open (404 is right, or a reason under OWN):")


def test_what_is_dewis_own_shows_nothing_of_sari(walk, world, client):
    client.force_login(world.account("dewi"))
    sari, units_are_public = world.record("sari"), gathered("PUBLIC")
    told = {
        f"{name} shows {secret}"
        for name, *answers in walk(is_open=False)
        for answer in answers
        for secret in (sari.name, sari.nip, *(() if name in units_are_public else (world.unit("sari").name,)))
        if secret.encode() in body(answer)
    }
    judge(told, {}, "Of Sari's, Dewi was shown:")


def test_a_visitor_is_let_in_to_public_pages_only(walk):
    met = {name for name, *answers in walk(is_open=False) if not all(map(is_sent_to_sign_in, answers))}
    judge(met, {}, "Without an account one was not sent to the sign-in page by:")


def is_sent_to_sign_in(answer):
    by_redirect = answer.status_code == 302 and answer.url.startswith(reverse("account:sign_in"))
    return by_redirect or answer.status_code == NOT_THIS_WAY


def test_public_pages_answer_a_visitor_and_show_nobody(walk, world):
    broken = set()
    for name, *answers in walk(is_open=True):
        broken |= {f"{name} fails" for answer in answers if answer.status_code >= 500}
        broken |= {f"{name} shows Sari" for answer in answers if world.record("sari").name.encode() in body(answer)}
    judge(broken, {}, "To a visitor:")
