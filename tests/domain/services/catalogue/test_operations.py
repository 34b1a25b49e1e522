"""Services, standards and calendars change, with one event each, and what contradicts itself is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.services.catalogue.conftest import BY, SIX_DAYS, TODAY, WEEKDAYS
from pembina.domain.access.audit import events_on
from pembina.domain.people.refusals import DatesReversedError, UnitClosedError
from pembina.domain.services import catalogue_refusals as refusals
from pembina.domain.services.components import NUMBER_OF_COMPONENTS, StandardContent, content_of, missing_from
from pembina.domain.services.enums import ClosedDayKind
from pembina.domain.services.models import ClosedDay, OfficeWeek, ServiceStandard, SpecialWeek
from pembina.domain.services.operations import calendars, services, standards

LOCAL = ClosedDayKind.LOCAL
PROMISE = {"promised_amount": 3, "promised_unit": "working_days", "start_event": "Berkas", "stop_event": "Terbit"}
CONTENT = StandardContent(requirements="KTP", **PROMISE)


@pytest.fixture
def service(office):
    return services.open_service(unit=office, code="L-1", name="Izin", on=date(2024, 1, 1), **BY)


def set_on(service, day, content=CONTENT):
    return standards.set_standard(service=service, starts_on=day, content=content, **BY)


def test_a_service_opens_changes_closes_and_opens_again(service, health_centre):
    changed = services.edit_service(service=service, code="L-2", name="Izin", opened_on=date(2023, 1, 1), **BY)
    assert set(changed) == {"code", "opened_on"}
    services.move_service(service=service, to=health_centre, on=TODAY, **BY)
    services.close_service(service=service, on=TODAY, **BY)
    services.reopen_service(service=service, **BY)
    service.refresh_from_db()
    assert (service.unit, service.closed_on) == (health_centre, None)
    told = [event.operation for event in events_on(service)]
    assert sorted(told) == ["close_service", "edit_service", "move_service", "open_service", "reopen_service"]


def test_a_service_that_contradicts_itself_is_refused(service, office):
    with pytest.raises(refusals.ServiceCodeTakenError):
        services.open_service(unit=office, code="L-1", name="Lain", on=TODAY, **BY)
    with pytest.raises(UnitClosedError):
        services.open_service(unit=office, code="L-9", name="Lain", on=date(2010, 1, 1), **BY)
    with pytest.raises(DatesReversedError):
        services.close_service(service=service, on=date(2020, 1, 1), **BY)
    with pytest.raises(refusals.ServiceOpenAlreadyError):
        services.reopen_service(service=service, **BY)
    set_on(service, date(2024, 1, 1))
    with pytest.raises(refusals.UsedBeforeError):
        services.edit_service(service=service, code="L-1", name="Izin", opened_on=TODAY, **BY)


def test_a_new_standard_ends_the_one_before_it_the_day_before(service):
    first = set_on(service, date(2024, 1, 1))
    last = set_on(service, TODAY)
    between = set_on(service, date(2025, 1, 1))
    spans = [ServiceStandard.objects.values_list("starts_on", "ends_on").get(pk=row.pk) for row in (first, between)]
    assert spans == [(date(2024, 1, 1), date(2024, 12, 31)), (date(2025, 1, 1), TODAY - timedelta(days=1))]
    assert last.ends_on is None


def test_a_standard_is_refused_outside_its_service_twice_a_day_or_with_half_a_promise(service):
    set_on(service, TODAY)
    with pytest.raises(refusals.StandardBeginsAlreadyError):
        set_on(service, TODAY)
    with pytest.raises(refusals.ServiceClosedError):
        set_on(service, date(2023, 12, 31))
    with pytest.raises(refusals.PromiseNotWholeError):
        set_on(service, date(2025, 1, 1), replace(CONTENT, stop_event=""))


def test_a_correction_keeps_the_days_and_tells_what_was_wrong(service):
    standard = set_on(service, TODAY)
    changes = standards.correct_standard(
        standard=standard, content=replace(CONTENT, promised_amount=5), why="Salah ketik", **BY
    )
    assert changes == {"promised_amount": ("3", "5")}
    assert standards.correct_standard(standard=standard, content=replace(CONTENT, promised_amount=5), **BY) == {}
    assert [event.why for event in events_on(standard)] == ["Salah ketik", ""]


def test_only_a_version_that_has_not_begun_is_withdrawn(service):
    first = set_on(service, date(2024, 1, 1))
    second = set_on(service, TODAY + timedelta(days=9))
    with pytest.raises(refusals.StandardBegunError):
        standards.withdraw_standard(standard=first, on=TODAY, **BY)
    standards.withdraw_standard(standard=second, on=TODAY, **BY)
    assert [row.ends_on for row in service.standards.all()] == [None]


@pytest.mark.parametrize("ends_on", [None, date(2024, 6, 30)])
def test_the_database_refuses_two_standards_that_overlap(service, ends_on):
    set_on(service, date(2024, 1, 1))
    with pytest.raises(IntegrityError, match="standard_no_overlap"), transaction.atomic():
        ServiceStandard.objects.create(service=service, starts_on=date(2024, 6, 1), ends_on=ends_on)


def test_completeness_counts_the_promise_as_one_of_fourteen_components(service):
    content = content_of(set_on(service, TODAY))
    assert NUMBER_OF_COMPONENTS == 14
    assert len(missing_from(content)) == 12
    assert "promise" not in {component.name for component in missing_from(content)}


def test_closed_days_are_entered_changed_and_removed(office):
    closed = calendars.add_closed_day(unit=office, day=TODAY, name="HUT", kind=LOCAL, worked=False, **BY)
    tomorrow = TODAY + timedelta(days=1)
    calendars.edit_closed_day(closed=closed, day=tomorrow, name="HUT", kind=LOCAL, worked=False, **BY)
    calendars.remove_closed_day(closed=ClosedDay.objects.get(day=tomorrow), **BY)
    assert not ClosedDay.objects.exists()


@pytest.mark.parametrize(
    ("of_unit", "kind", "worked", "refusal"),
    [
        (False, LOCAL, True, refusals.NowhereToWorkError),
        (True, ClosedDayKind.NATIONAL, False, refusals.NationalDayOfUnitError),
        (True, LOCAL, False, refusals.DayNamedAlreadyError),
    ],
)
def test_a_closed_day_that_contradicts_itself_is_refused(office, of_unit, kind, worked, refusal):
    calendars.add_closed_day(unit=office, day=TODAY, name="HUT", kind=LOCAL, worked=False, **BY)
    with pytest.raises(refusal):
        calendars.add_closed_day(
            unit=office if of_unit else None, day=TODAY, name="Lain", kind=kind, worked=worked, **BY
        )
    assert ClosedDay.objects.count() == 1


def test_a_week_is_replaced_on_its_day_and_taken_back(office):
    for week in (WEEKDAYS, SIX_DAYS):
        row = calendars.set_week(unit=office, starts_on=TODAY, week=week, open_on_holidays=False, **BY)
    assert OfficeWeek.objects.get().week == SIX_DAYS
    calendars.remove_week(row=row, **BY)
    assert not OfficeWeek.objects.exists()


def test_hours_that_cannot_be_used_leave_nothing_behind(office):
    told = {"unit": office, "starts_on": TODAY, "open_on_holidays": False}
    for week in ([[]] * 7, [["16.00-08.00"]] * 7, [["08.00-12.00"]] * 6):
        with pytest.raises(refusals.UnusableHoursError):
            calendars.set_week(**told, week=week, **BY)
    with pytest.raises(refusals.NothingAboveError):
        calendars.set_week(**told | {"unit": None}, week=[], **BY)
    assert not OfficeWeek.objects.exists()


def test_special_hours_of_equal_length_may_not_overlap_in_one_place_but_in_two(office, health_centre):
    told = {"starts_on": TODAY, "ends_on": TODAY, "name": "Setengah hari", "week": WEEKDAYS}
    row = calendars.add_special_week(unit=office, **told, **BY)
    with pytest.raises(refusals.UnusableHoursError):
        calendars.add_special_week(unit=office, **told, **BY)
    calendars.add_special_week(unit=health_centre, **told, **BY)
    with pytest.raises(DatesReversedError):
        calendars.edit_special_week(row=row, **told | {"ends_on": date(2026, 1, 1)}, **BY)
    calendars.edit_special_week(row=row, **told | {"name": "Rapat"}, **BY)
    calendars.remove_special_week(row=row, **BY)
    assert [row.unit for row in SpecialWeek.objects.all()] == [health_centre]


def test_a_change_of_hours_recounts_the_services_below(office, health_centre, service, monkeypatch):
    counted = []
    monkeypatch.setattr(calendars, "recount", lambda numbers: counted.append(list(numbers)))
    for unit in (None, office, health_centre):
        calendars.set_week(unit=unit, starts_on=TODAY, week=WEEKDAYS, open_on_holidays=False, **BY)
    assert counted == [[service.pk], [service.pk], []]
