"""What has to be read before a design is locked: each warning comes when it should, with names, and only then."""

from datetime import UTC, date, datetime

import numpy as np
import pytest

from domain.impact.observed import count, serve, service
from pembina.domain.development.enums import ProgrammeState, WaveOrder
from pembina.domain.development.models import Programme, Wave, WavePlan, WaveUnit
from pembina.domain.impact.design_data import data_of
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.operations.designs import edit_design
from pembina.domain.impact.operations.locking import revise_design
from pembina.domain.impact.queries.design_units import units_of
from pembina.domain.impact.queries.overlaps import overlaps_of
from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.models import Unit
from pembina.domain.people.operations import close_unit, merge_units, open_unit
from pembina.domain.services.models import ServiceStandard

pytestmark = pytest.mark.django_db

MONTHS = [date(2026, number, 1) for number in range(6, 12)]


@pytest.fixture
def served(designing):
    """Give every unit a service with half a year of requests."""
    made = [service(unit, f"L{unit.code}") for unit in designing.units]
    for number, one in enumerate(made):
        for month in MONTHS:
            serve(one, month=month, requests=8, seed=100 * number + month.month)
    count(*made)
    return made


def found(designing):
    return {warning.code: warning for warning in warnings_of(designing.design, at=designing.at)}


def test_a_design_with_data_and_a_lot_has_no_warning(designing, served):
    assert found(designing) == {}


def test_what_the_records_hold_is_told(designing, served):
    (known,) = data_of(designing.design, units_of(designing.design), at=designing.at)
    assert (known.first, known.last) == (date(2026, 6, 1), date(2026, 11, 1))
    assert (known.units, known.without, known.after_start) == (6, (), ())
    assert known.unit.id == "hari kerja"
    assert np.isfinite(known.level)


def test_a_third_of_the_units_without_data_is_warned_of(designing, served):
    for one in served[:1]:
        one.requests.all().delete()
        count(one)
    assert found(designing) == {}
    served[4].requests.all().delete()
    count(served[4])
    assert found(designing)["without_data"].names == (designing.units[0].name, designing.units[4].name)


def test_data_that_begin_with_the_programme_are_warned_of(designing, served):
    designing.lock()
    designing.start(1, date(2026, 11, 1))
    designing.programme.waves.filter(number=1).update(planned_on=date(2026, 11, 1))
    served[0].requests.filter(received_at__lt=datetime(2026, 11, 1, tzinfo=UTC)).delete()
    count(served[0])
    revise_design(design=designing.design, reason="Layanan baru", by=designing.maker, at=designing.at)
    assert found(designing)["data_after_start"].names == (designing.units[0].name,)


@pytest.mark.parametrize("change", ["closed", "merged", "split", "young"])
def test_a_unit_that_is_not_the_same_all_along_is_named(designing, served, change):
    unit, on = designing.units[4], date(2026, 5, 2)
    if change == "closed":
        Unit.objects.filter(pk=unit.pk).update(closed_on=on)
    elif change == "merged":
        other = designing.training.unit("7.1")
        merge_units(unit=other, into=unit, on=on, by=None, at=designing.at)
    elif change == "split":
        open_unit(
            code="7.2", name="Loket", kind=UnitKind.OFFICE, sector=Sector.PERMITS, parent=unit, on=on, by=None,
            at=designing.at,
        )  # fmt: skip
    else:
        Unit.objects.filter(pk=unit.pk).update(opened_on=on)
    assert found(designing)["units_change"].names == (unit.name,)
    edit_design(design=designing.design, terms={"first_month": date(2026, 6, 1)}, by=designing.maker, at=designing.at)
    assert ("units_change" in found(designing)) == (change == "closed")


def test_a_standard_that_changes_meanwhile_is_named(designing, served):
    ServiceStandard.objects.filter(service=served[1]).update(ends_on=date(2026, 3, 31))
    ServiceStandard.objects.create(
        service=served[1], starts_on=date(2026, 4, 1), promised_amount=2, promised_unit="working_days",
        start_event="berkas lengkap", stop_event="izin terbit",
    )  # fmt: skip
    assert found(designing)["standards_change"].names == (f"{served[1].name} · {designing.units[1].name}",)


def test_an_order_of_ones_own_is_explained_with_its_reason(designing, served):
    WavePlan.objects.update(order=WaveOrder.REASONED, seed="", reason="Yang siap lebih dahulu")
    warning = found(designing)["own_order"]
    assert warning.names == ("Yang siap lebih dahulu",)
    assert "sejajar" in warning.message.id


def another(designing, *units, on, title="Loket ramah"):
    made = designing.training.planned(f"P-{title}")
    Programme.objects.filter(pk=made.pk).update(title=title)
    wave = Wave.objects.create(programme=made, number=1, planned_on=on, due_on=on)
    for unit in units:
        WaveUnit.objects.create(programme=made, wave=wave, unit=unit)
    return made


def test_another_programme_on_the_same_units_is_named(designing, served):
    on = date(2026, 12, 28)
    other = another(designing, designing.units[0], designing.units[2], designing.units[5], on=on)
    another(designing, designing.training.office, on=on, title="Di tempat lain")
    another(designing, designing.units[0], on=date(2024, 5, 1), title="Sudah lama")
    warning = found(designing)["two_programmes"]
    assert "Loket ramah" in warning.message.id
    assert len(warning.names) == 3
    (overlap,) = overlaps_of(designing.design, units_of(designing.design))
    assert [one.is_inseparable for one in overlap.shared] == [True, True, False]
    assert [one.unit.code for one in overlap.spoils_comparison] == ["5.6"]
    Programme.objects.filter(pk=other.pk).update(
        state=ProgrammeState.DROPPED, closed_on=on, end_note="Dicoret", started_on=None
    )
    assert "two_programmes" not in found(designing)


def test_a_start_that_is_due_in_another_month_can_be_told_apart(designing, served):
    another(designing, designing.units[0], on=date(2027, 6, 1))
    (overlap,) = overlaps_of(designing.design, units_of(designing.design))
    assert [one.is_inseparable for one in overlap.shared] == [False]


def test_a_warning_with_other_names_has_to_be_read_again(designing, served):
    first = another(designing, designing.units[0], on=date(2026, 12, 28))
    before = found(designing)["two_programmes"].key
    WaveUnit.objects.create(programme=first, wave=first.waves.get(), unit=designing.units[1])
    assert found(designing)["two_programmes"].key != before


def test_a_unit_outside_the_design_does_not_matter(designing, served):
    close_unit(unit=designing.training.unit("7.3"), on=date(2026, 2, 1), by=None, at=designing.at)
    assert "units_change" not in found(designing)
