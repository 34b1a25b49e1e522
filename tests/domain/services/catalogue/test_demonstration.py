"""The catalogue of the demonstration: the same every time, with something to see in it."""

from datetime import date

import pytest

from domain.services.catalogue.conftest import NOON, TODAY
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.services.calendars import calendars_of
from pembina.domain.services.components import content_of, missing_from
from pembina.domain.services.demonstration import load_demo_catalogue
from pembina.domain.services.models import ClosedDay, OfficeWeek, PublicService, ServiceStandard, SpecialWeek
from pembina.domain.services.standards import standards_of


@pytest.fixture
def loaded(db):
    load_demo_government(size=300, on=TODAY, at=NOON)
    return load_demo_catalogue(on=TODAY, at=NOON)


def told():
    fields = ("service__code", "starts_on", "ends_on", "promised_amount", "decree", "number_of_staff")
    return list(ServiceStandard.objects.order_by("service__code", "starts_on").values_list(*fields))


def test_it_is_written_once_and_the_same_every_time(loaded):
    before = told()
    assert loaded.services == PublicService.objects.count() >= 30
    assert load_demo_catalogue(on=TODAY, at=NOON) is None
    ServiceStandard.objects.all().delete()
    PublicService.objects.all().delete()
    ClosedDay.objects.all().delete()
    for model in (OfficeWeek, SpecialWeek):
        model.objects.all().delete()
    load_demo_catalogue(on=TODAY, at=NOON)
    assert told() == before


def test_it_has_complete_and_incomplete_standards_and_services_without_any(loaded):
    services = list(PublicService.objects.all())
    held = standards_of(services, TODAY)
    lacking = {len(missing_from(content_of(standard))) for standard in held.values()}
    assert 0 in lacking
    assert max(lacking) > 2
    assert len(held) == len(services) - 2
    assert all(standard.starts_on <= TODAY for standard in held.values())


def test_every_unit_with_services_has_a_usable_calendar(loaded):
    units = {service.unit for service in PublicService.objects.select_related("unit")}
    for calendar in calendars_of(units).values():
        assert calendar.is_working_day(date(2026, 11, 23))
        assert not calendar.is_working_day(date(2026, 12, 25))


def test_without_the_government_of_the_demonstration_nothing_is_written(db):
    assert load_demo_catalogue(on=TODAY, at=NOON) is None
