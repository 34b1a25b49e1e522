"""Every route, walked by officers of another unit: their role opens the page, its object is none of theirs.

Dewi is made an officer of human resources, an officer of services and a coordinator of services, each time confined to
her own unit. Where an address asks for an object, she gets the sample of Sari's or Joko's unit (test_walk.py tells how
it is given) and must find 404. Where it does not, nothing on the page or in the file may be theirs; only what PUBLIC
tells may name their units. A journey may tell besides:

    CONFINED = {"imports:template": "an empty file, the same for everybody"}
        for an address with an object that is rightly open to an officer of another unit; OWN holds here too.
"""

import pytest
from django.utils import timezone

from house.routes import arguments, routes
from house.tree import judge
from house.walk.world import MARK, World
from house.walking import address_of, body, gathered, is_hidden, sample_for
from pembina.domain.access.models import RoleGrant
from pembina.domain.access.roles import HUMAN_RESOURCES, SERVICE_COORDINATOR, SERVICE_OFFICER
from pembina.domain.people.models import CorrectionReport
from pembina.domain.people.queries import units_at_or_below
from pembina.domain.services.models import Complaint, PublicService, SurveyResponse
from pembina.web.access.decorators import access_of
from pembina.web.access.second_factor import MARK as SECOND_FACTOR

ROLES = (HUMAN_RESOURCES, SERVICE_OFFICER, SERVICE_COORDINATOR)


@pytest.fixture
def world(db):
    return World()


@pytest.fixture
def closed_routes(world):
    """Return every route that is not open to all, with its address; all samples are there before the first visit."""
    samples = gathered("SAMPLES")
    return [
        (path, name, address_of(path, name, world, samples))
        for path, name, view in routes()
        if access_of(view) != "open" and (not arguments(path) or sample_for(name, samples))
    ]


@pytest.fixture
def enter(world, client):
    """Return a function that signs Dewi in with one role, confined to her unit."""

    def as_officer(role):
        dewi = world.account("dewi")
        dewi.role_grants.all().delete()
        RoleGrant.objects.create(
            user=dewi, role_code=role.code, unit=world.unit("dewi"), starts_on=timezone.localdate()
        )
        client.force_login(dewi)
        session = client.session
        session[SECOND_FACTOR] = True
        session.save()

    return as_officer


def test_the_unit_of_the_officers_is_none_of_the_samples(world):
    below = set(units_at_or_below(world.unit("dewi")))
    assert not below & {world.unit("sari"), world.unit("joko")}


def test_an_officer_of_another_unit_finds_no_object_of_the_first(closed_routes, enter, client):
    found = set()
    for role in ROLES:
        enter(role)
        for path, name, address in closed_routes:
            if arguments(path) and not is_hidden(client.get(address), client.post(address)):
                found.add(name)
    with_object = {name for path, name, _ in routes() if arguments(path)}
    own = {name: why for name, why in gathered("OWN").items() if name in with_object}
    judge(found, own | gathered("CONFINED"), "An officer of another unit may open (404 is right, or see CONFINED):")


@pytest.fixture
def ticked(closed_routes, world):
    """Return what is sent to every page: the first unit's rows, as if they had been ticked in a list or chosen."""
    rows = {"complaint": Complaint, "report": CorrectionReport, "response": SurveyResponse, "service": PublicService}
    chosen = {name: list(model.objects.values_list("pk", flat=True)) for name, model in rows.items()}
    return chosen | {"unit": world.unit("sari").pk, "person": world.record("sari").pk, "what": "export"}


@pytest.fixture
def lists(closed_routes, client, ticked):
    """Return a function that yields each page without an object, by name, and what it says to whoever has signed in."""

    def read():
        for path, name, address in closed_routes:
            if not arguments(path):
                for answer in (client.get(address), client.post(address, ticked)):
                    assert answer.status_code < 500, name
                    yield name, body(answer)

    return read


def test_lists_show_an_officer_of_another_unit_nothing_of_the_first(lists, enter, world):
    told, named = set(), set()
    units = [world.unit(name).name.encode() for name in ("sari", "joko")]
    secrets = [MARK.encode(), world.record("sari").nip.encode(), world.record("sari").name.encode()]
    for role in ROLES:
        enter(role)
        for name, said in lists():
            told |= {f"{name} shows {role.code} {secret.decode()}" for secret in secrets if secret in said}
            named |= {name for unit in units if unit in said}
    judge(told, {}, "An officer of another unit was shown:")
    judge(named, gathered("PUBLIC"), "An officer of another unit is told of the first unit by:")


SHOWN = {"api_tokens:index", "complaints:queue", "forums:index", "request_imports:index", "surveys:index"}


def test_the_same_lists_show_it_to_those_who_reach_it(lists, world, client):
    """Without this, the search above could find nothing for want of anything to find."""
    client.force_login(world.account("maya"))
    said = list(lists())
    assert {name for name, told in said if MARK.encode() in told} >= SHOWN
    assert "complaints:sort_together" in {name for name, told in said if world.unit("sari").name.encode() in told}
    client.force_login(world.account("rina"))
    shown = {name for name, told in lists() if world.record("sari").nip.encode() in told}
    assert shown >= {"people:export", "people:choose"}
