"""What time alone brings about."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from pembina.cli.tidy import tidy
from pembina.cli.tidying import tidy_up, tidying_beside
from pembina.domain.access.audit import record
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.models import User
from pembina.domain.development.enums import EnrolmentState, SessionState
from pembina.domain.services.operations import complaint_handling
from training import Training

NOON = datetime(2026, 11, 16, 5, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_ended_days_are_sealed_once_and_not_in_the_demonstration(settings):
    record("open_account", on=User.objects.create_user("pejabat-tidy", display_name="X"), by=None, at=NOON)
    later = NOON + timedelta(days=2)
    settings.DEMONSTRATION = True
    assert tidy_up(at=later).days_sealed == 0
    settings.DEMONSTRATION = False
    assert tidy_up(at=later).days_sealed == 1 == ChainEntry.objects.count()
    assert tidy_up(at=later).days_sealed == 0


@pytest.mark.django_db
def test_who_was_passed_over_is_seated_once_the_clash_has_ended(rina):
    training = Training(rina=rina, at=NOON)
    waiting = training.enrol(training.person(), state=EnrolmentState.WAITING)
    other, over = training.group("Angkatan 2"), training.group("Angkatan 3")
    training.enrol(waiting.person, batch=other)
    late = training.enrol(training.person(), batch=over, state=EnrolmentState.WAITING)
    for batch in (training.batch, other):
        training.session(batch=batch, begins=training.day(2))
    training.session(batch=over, begins=training.day(-2))
    assert tidy_up(at=NOON).seats_given == 0
    other.sessions.update(state=SessionState.CANCELLED, cancel_reason="Listrik padam")
    assert tidy_up(at=NOON).seats_given == 1
    waiting.refresh_from_db()
    late.refresh_from_db()
    assert (waiting.state, waiting.seated_at) == (EnrolmentState.ENROLLED, NOON)
    assert late.state == EnrolmentState.WAITING


@pytest.fixture
def stuck_complaints(monkeypatch):
    """Let the first step fail."""

    def fail(**told):
        raise RuntimeError("stuck complaints")

    monkeypatch.setattr(complaint_handling, "close_settled_complaints", fail)


@pytest.mark.django_db
def test_a_step_that_fails_is_logged_and_named_and_the_others_still_happen(stuck_complaints, caplog):
    record("open_account", on=User.objects.create_user("pejabat-tidy", display_name="X"), by=None, at=NOON)
    tidied = tidy_up(at=NOON + timedelta(days=2))
    assert tidied.days_sealed == 1 == ChainEntry.objects.count()
    assert [step.en for step in tidied.failed] == ["closing complaints"]
    assert "stuck complaints" in caplog.text


@pytest.mark.django_db
def test_the_command_names_the_step_that_failed_and_ends_with_1(stuck_complaints):
    told = CliRunner().invoke(tidy, ["--language", "en"])
    assert told.exit_code == 1
    assert "closing complaints" in told.stderr
    assert "0 days of the audit trail sealed" in told.stdout


def test_what_fails_is_logged_and_tried_again(caplog):
    tried, enough = [], threading.Event()

    def fail():
        tried.append(None)
        if len(tried) > 1:
            enough.set()
        raise RuntimeError("no room")

    with tidying_beside(fail, pause=0.01):
        assert enough.wait(20)
    assert "no room" in caplog.text
