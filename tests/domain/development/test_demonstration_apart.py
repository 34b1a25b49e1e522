"""Where the government is not that of the demonstration, its programmes stay away."""

from datetime import UTC, date, datetime

from pembina.domain.development.demonstration import load_demo_development


def test_without_its_government_there_is_nothing(db):
    assert load_demo_development(on=date(2026, 11, 22), at=datetime(2026, 11, 22, 5, 0, tzinfo=UTC)) == 0
