"""``pembina holidays``: what it shows, what it adds, and that it adds it once."""

import pytest
from click.testing import CliRunner

from pembina.cli.holidays import holidays
from pembina.domain.services.models import ClosedDay


def run(*arguments):
    return CliRunner().invoke(holidays, arguments)


def test_a_look_changes_nothing(db):
    answer = run("2026", "--dry-run", "--language", "en")
    assert "2026-01-01  new" in answer.output
    assert "25 days would be added." in answer.output
    assert not ClosedDay.objects.exists()


def test_a_year_is_added_once(db):
    assert "25 hari ditambahkan." in run("2026").output
    answer = run("2026")
    assert "tercatat" in answer.output
    assert "0 hari ditambahkan." in answer.output
    assert ClosedDay.objects.count() == 25


@pytest.mark.parametrize("year", ["1999", "abc"])
def test_a_year_that_is_not_known_is_refused(year):
    assert run(year).exit_code == 2
