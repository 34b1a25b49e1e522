"""Accounts are opened, changed and closed, each with one event that says who did it."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from pembina.domain.access.accounts import close_account, new_password, open_account, renew_password
from pembina.domain.access.audit import events_on
from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS, open_personas
from pembina.domain.access.refusals import LastAdministratorError, RoleOutOfReachError
from pembina.domain.access.roles import ADMINISTRATOR, EMPLOYEE, EVALUATOR

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def test_an_opened_account_has_one_event_and_a_password_that_works(rina):
    opened = open_account(nip="199001012015031001", display_name="Tono", role=EMPLOYEE, by=rina, at=NOON)
    (event,) = events_on(opened.user)
    assert (event.actor, event.timestamp, event.operation) == (rina, NOON, "open_account")
    assert event.action == AuditEvent.Action.CREATE
    assert opened.user.check_password(opened.password)


def test_a_taken_nip_is_refused_and_leaves_nothing(sari):
    events_before = AuditEvent.objects.count()
    with pytest.raises(ValidationError):
        open_account(nip=sari.username, display_name="Other", role=EMPLOYEE, by=None, at=NOON)
    assert AuditEvent.objects.count() == events_before


def test_an_account_is_opened_with_a_role_by_somebody_who_may_grant_it(rina):
    opened = open_account(nip="199001012015031001", display_name="Tono", role=EVALUATOR, by=rina, at=NOON)
    assert opened.user.role is EVALUATOR
    (grant,) = opened.user.grants
    assert (grant.granted_by, grant.starts_on, grant.unit) == (rina, date(2026, 11, 22), None)
    assert [event.operation for event in events_on(grant)] == ["grant_role"]


def test_an_account_with_a_role_beyond_ones_own_is_not_opened_at_all(rina):
    with pytest.raises(RoleOutOfReachError):
        open_account(nip="199001012015031001", display_name="Tono", role=ADMINISTRATOR, by=rina, at=NOON)
    assert not User.objects.filter(username="199001012015031001").exists()


def test_the_only_administrator_is_not_closed(db):
    first, second = (
        open_account(nip=f"19900101201503100{n}", display_name="Tono", role=ADMINISTRATOR, by=None, at=NOON).user
        for n in (1, 2)
    )
    close_account(of=first, by=second, at=NOON)
    with pytest.raises(LastAdministratorError):
        close_account(of=second, by=None, at=NOON)
    assert User.objects.get(pk=second.pk).is_active


def test_a_closed_account_stays_in_the_records(sari, rina):
    close_account(of=sari, by=rina, at=NOON)
    assert User.objects.get(pk=sari.pk).is_active is False
    assert events_on(sari)[0].operation == "close_account"


def test_a_new_password_ends_the_sessions(sari):
    before = sari.get_session_auth_hash()
    renew_password(of=sari, by=sari, at=NOON)
    assert sari.get_session_auth_hash() != before


def test_no_password_reaches_the_audit_trail(sari):
    secret = renew_password(of=sari, by=sari, at=NOON)
    trail = str(list(events_on(sari).values("changes", "additional_data", "serialized_data")))
    assert secret not in trail
    assert sari.password not in trail


def test_a_save_outside_an_operation_is_caught_by_the_net(sari):
    events_before = events_on(sari).count()
    sari.display_name = "Sari W."
    sari.save()
    assert events_on(sari).count() == events_before + 1


def test_personas_get_fresh_passwords_at_every_start(db):
    first, second = open_personas(at=NOON), open_personas(at=NOON)
    assert [opened.user for opened in first] == [opened.user for opened in second]
    assert len(first) == len(PERSONAS)
    assert not {opened.password for opened in first} & {opened.password for opened in second}


def test_a_password_has_four_groups_of_readable_letters():
    assert [len(group) for group in new_password().split("-")] == [4, 4, 4, 4]
    assert not set(new_password()) & set("il1o0")


def test_the_first_account_is_opened_from_the_command_line(db):
    said = StringIO()
    call_command("open_account", "199001012015031001", "Tono", role="human_resources", stdout=said)
    nip, password = said.getvalue().split()
    assert User.objects.get(username=nip).check_password(password)


def test_the_command_line_names_a_malformed_nip(db):
    with pytest.raises(CommandError, match="18 angka"):
        call_command("open_account", "123", "Tono")
