"""Numbers as a government writes them, and two officers who issue at the same moment."""

from datetime import date
from threading import Thread

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from domain.development.certifying import attended, held, issued
from pembina.domain.development.certificate_numbers import grouped, new_code, number_of, read_code
from pembina.domain.development.models import Certificate

DAY = date(2026, 8, 17)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("{nomor:5}/SERT/{tahun}", "00012/SERT/2026"),
        ("800.2/{nomor}/BKPSDM-{bulan_romawi}/{tahun}", "800.2/12/BKPSDM-VIII/2026"),
        ("{tahun}{bulan}-{nomor:3}", "202608-012"),
    ],
)
def test_a_government_numbers_as_it_is_used_to(pattern, written):
    assert number_of(12, on=DAY, pattern=pattern) == written


@pytest.mark.parametrize(
    "pattern", ["{nomor}", "{tahun}", "{nomor}/{tahun}/{0}", "{nomor}{tahun}{", "x" * 60 + "{nomor}{tahun}"]
)
def test_a_pattern_that_would_repeat_a_number_is_refused(pattern):
    with pytest.raises(ImproperlyConfigured):
        number_of(12, on=DAY, pattern=pattern)


def test_codes_are_read_however_they_are_typed():
    code = new_code()
    assert len(code) == 20
    assert new_code() != code
    assert read_code(grouped(code).lower().replace("0", "O").replace("1", "l")) == code


@pytest.mark.django_db(transaction=True)
def test_officers_at_the_same_moment_take_different_numbers(training, seats_of_batches):
    if connection.vendor != "postgresql":
        pytest.skip("one writer at a time")
    failures = []

    def issue(batch, seat):
        try:
            issued(training, seat, batch=batch)
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [Thread(target=issue, args=pair) for pair in seats_of_batches]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    numbers = sorted(Certificate.objects.values_list("number", flat=True))
    assert numbers == [f"{running:05}/SERT/2026" for running in range(1, len(threads) + 1)]


@pytest.fixture
def seats_of_batches(training):
    """Return eight batches, each with one person who completed it."""
    made = []
    for number in range(8):
        batch = training.group(f"Serentak {number}")
        sessions = held(training, batch=batch, days=(number + 20, number + 19))
        made.append((batch, attended(training, sessions=sessions, batch=batch)))
    return made
