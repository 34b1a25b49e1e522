"""Which decisions are sealed into the chain, and what can be proven of them later."""

import json
from datetime import timedelta

from domain.people.conftest import NOON, TODAY
from pembina.domain.access.accounts import open_account
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.chain.verifying import verify
from pembina.domain.access.roles import EVALUATOR, HUMAN_RESOURCES
from pembina.domain.people.enums import ReportAbout
from pembina.domain.people.operations import (
    Suggestion,
    accept_report,
    decline_report,
    grant_role,
    report_error,
    revoke_role,
)


def sealed():
    """Return kind, subject, content and author of every link; the chain itself must be sound."""
    assert list(verify({})) == []
    return [
        (entry.kind, entry.subject, json.loads(entry.content), entry.by)
        for entry in ChainEntry.objects.order_by("sequence")
    ]


def test_a_role_given_and_taken_back_is_sealed(sari, rina):
    grant = grant_role(to=sari, role=EVALUATOR, starts_on=TODAY, by=rina, at=NOON, letter="SK 800/7")
    revoke_role(grant=grant, from_day=TODAY + timedelta(days=1), by=rina, at=NOON)
    given, ended = sealed()
    day = TODAY.isoformat()
    said = {"role_code": "evaluator", "user": sari.username, "starts_on": day, "letter": "SK 800/7"}
    assert given == ("role_granted", f"access.rolegrant:{grant.pk}", said, rina.username)
    assert ended[:2] == ("role_ended", given[1])
    assert ended[2]["revoked_on"] == (TODAY + timedelta(days=1)).isoformat()


def test_a_role_that_comes_with_an_account_is_sealed_too(db):
    open_account(nip="199001012015031001", display_name="Tono", role=HUMAN_RESOURCES, by=None, at=NOON)
    ((kind, _, said, by),) = sealed()
    assert (kind, said["role_code"], by) == ("role_granted", "human_resources", "")


def test_a_decided_report_is_sealed_with_its_answer(civil_servant, put, unit, sari, rina):
    person, superior = civil_servant(sari), civil_servant(name="Wati")
    put(person, unit("1"))
    told = {"person": person, "about": ReportAbout.SUPERIOR, "note": "", "by": sari, "at": NOON}
    first = report_error(suggestion=Suggestion(superior=superior), **told)
    decline_report(report=first, reason="Sesuai SK.", by=rina, at=NOON)
    second = report_error(suggestion=Suggestion(superior=superior), **told)
    accept_report(report=second, from_day=TODAY, answer="Benar.", by=rina, at=NOON)
    said = [(kind, content["state"], content["reason"], content["person"]) for kind, _, content, _ in sealed()]
    assert said == [
        ("report_decided", "declined", "Sesuai SK.", person.nip),
        ("report_decided", "accepted", "Benar.", person.nip),
    ]
