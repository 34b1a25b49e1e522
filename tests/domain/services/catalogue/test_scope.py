"""Who reaches which services, and which standard held on a day."""

from datetime import date, timedelta

import pytest

from domain.services.catalogue.conftest import TODAY
from pembina.core.rules.service_time import PromisedTime, TimeUnit
from pembina.domain.access.models import RoleGrant
from pembina.domain.access.permissions import Permission
from pembina.domain.access.roles import SERVICE_COORDINATOR
from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.domain.services.queries.catalogue import services_reached_by
from pembina.domain.services.standards import promise_of, standard_of, standards_of


@pytest.fixture
def services(office, health_centre):
    return [
        PublicService.objects.create(unit=each, code=each.code, name=f"Layanan {each.code}", opened_on=date(2020, 1, 1))
        for each in (office, health_centre)
    ]


def reached(user, permission=Permission.KEEP_SERVICES):
    return {service.code for service in services_reached_by(user, permission, on=TODAY)}


def test_a_coordinator_of_the_government_reaches_all_and_others_none(person, services):
    assert reached(person("maya")) == {"1.1", "1.1.1"}
    assert reached(person("joko")) == reached(person("dewi")) == set()


def test_a_coordinator_of_a_unit_reaches_it_and_below(person, services, health_centre):
    RoleGrant.objects.create(
        user=person("dewi"), role_code=SERVICE_COORDINATOR.code, unit_id=health_centre.pk, starts_on=TODAY
    )
    assert reached(person("dewi")) == {"1.1.1"}


def test_the_standard_of_a_day_is_found_for_many_in_one_query(services, django_assert_num_queries):
    first, other = services
    promised = {"promised_amount": 3, "promised_unit": "hours", "start_event": "a", "stop_event": "b"}
    old = ServiceStandard.objects.create(
        service=first, starts_on=date(2024, 1, 1), ends_on=TODAY - timedelta(days=1), **promised
    )
    new = ServiceStandard.objects.create(service=first, starts_on=TODAY)
    with django_assert_num_queries(1):
        assert standards_of(services, TODAY) == {first.pk: new}
    assert standard_of(first, TODAY - timedelta(days=1)) == old
    assert standard_of(other, TODAY) is None
    assert [promise_of(old), promise_of(new), promise_of(None)] == [PromisedTime(3, TimeUnit.HOURS), None, None]
