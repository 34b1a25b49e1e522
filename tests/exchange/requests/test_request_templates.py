"""What our own templates give is read back whole, and their example is passed over."""

import pytest

from exchange.requests.conftest import SERVICES
from pembina.domain.services.intake.reading import Shape
from pembina.exchange.requests.receiving import read_copy, received
from pembina.exchange.requests.template import COLUMNS, request_template, request_template_csv


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_template_is_understood_as_it_is(shape, form):
    content = request_template(shape) if form == "xlsx" else request_template_csv(shape)
    got = received(content, f"templat.{form}", None)
    assert got.guess.reading.shape is shape
    assert set(got.guess.reading.columns.values()) == {column.name for column in COLUMNS[shape]}
    found = read_copy(got.copy, got.guess.reading, SERVICES)
    assert found.read.rows.count == 0
    assert not found.read.findings
