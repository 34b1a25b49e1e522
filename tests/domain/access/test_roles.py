"""The ten roles: what each is told to allow, and what each must never allow."""

import pytest

from pembina.domain.access.permissions import REACHES, SENTENCES, Permission, Scope
from pembina.domain.access.roles import (
    ADMINISTRATOR,
    AUDITOR,
    COUNSELLOR,
    EMPLOYEE,
    EVALUATOR,
    HEAD_OF_REGION,
    HUMAN_RESOURCES,
    PARTNER,
    ROLES,
)

READING = {Permission.SEE_OWN_RECORD, Permission.SEE_STAFF, Permission.SEE_UNITS, Permission.READ_AUDIT}
RATING = {Permission.GIVE_FEEDBACK, Permission.EVALUATE_EFFECT}
ROLE = pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.code)


@ROLE
def test_a_role_says_in_both_languages_what_it_is_for_and_what_it_is_not(role):
    for text in (role.description, role.limits):
        assert len(text.id) > 40
        assert len(text.en) > 40
    assert Permission.SEE_OWN_RECORD in role.permissions


def test_every_permission_and_every_reach_has_a_sentence_and_a_role():
    assert set(SENTENCES) == set(Permission)
    assert set(REACHES) == set(Scope)
    assert set.union(*(set(role.permissions) for role in ROLES.values())) == set(Permission)


def test_an_auditor_reads_and_changes_nothing():
    assert AUDITOR.permissions == READING


def test_only_auditors_read_the_trail_of_everybody():
    assert [role for role in ROLES.values() if Permission.READ_AUDIT in role.permissions] == [AUDITOR]


@pytest.mark.parametrize("role", [ADMINISTRATOR, PARTNER, EVALUATOR, HEAD_OF_REGION], ids=lambda role: role.code)
def test_roles_that_need_no_records_of_others_open_none(role):
    assert Permission.SEE_STAFF not in role.permissions


def test_human_resources_neither_rate_nor_judge_their_own_programmes():
    assert not HUMAN_RESOURCES.permissions & RATING


def test_those_who_hold_the_keys_or_secrets_need_a_second_factor():
    guarded = {role for role in ROLES.values() if role.needs_second_factor}
    assert guarded == {HUMAN_RESOURCES, ADMINISTRATOR, COUNSELLOR}


def test_only_administrators_grant_administrators_and_everybody_grants_only_known_roles():
    assert [role for role in ROLES.values() if ADMINISTRATOR.code in role.grants] == [ADMINISTRATOR]
    assert HUMAN_RESOURCES.code not in HUMAN_RESOURCES.grants
    assert ADMINISTRATOR.grants == set(ROLES) - {EMPLOYEE.code}


@ROLE
def test_only_those_who_may_grant_roles_name_roles_to_grant(role):
    assert bool(role.grants) == (Permission.GRANT_ROLES in role.permissions)
