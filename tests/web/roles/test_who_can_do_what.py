"""The page that says in words who can do what: made from the rules, for everybody signed in."""

import re

import pytest

from pembina.domain.access.permissions import Permission
from pembina.domain.access.roles import ROLES

PAGE = "/peran/"


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.mark.parametrize("name", ["sari", "budi", "rina"])
def test_everybody_reads_every_role_and_every_permission(visit, person, name):
    shown = text_of(visit(person(name), PAGE))
    for told in [role.description.id for role in ROLES.values()] + [role.limits.id for role in ROLES.values()]:
        assert told in shown
    for permission in Permission:
        assert permission.sentence.id in shown


def test_each_permission_names_exactly_the_roles_that_allow_it(visit, sari):
    lines = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', visit(sari, PAGE).content.decode(), re.DOTALL)
    told = {sentence: set(re.findall(r"<li>(.*?) <span", holders)) for sentence, holders in lines}
    assert told == {
        permission.sentence.id: {role.name.id for role in ROLES.values() if permission in role.permissions}
        for permission in Permission
    } | {Permission.SEE_OWN_RECORD.sentence.id: {"Semua peran"}}


def test_how_far_is_said_beside_each_role(visit, sari):
    shown = text_of(visit(sari, PAGE))
    assert "Atasan · Unit kerjanya dan unit di bawahnya (atau satu unit saja)" in shown
    assert "Auditor (Inspektorat) · Seluruh pemerintah daerah" in shown


def test_how_many_hold_a_role_is_told_to_those_who_give_roles_and_to_auditors(visit, sari, budi, rina, holder):
    auditor = holder("auditor")
    assert "Dipegang" not in text_of(visit(sari, PAGE))
    for user in (rina, auditor):
        shown = text_of(visit(user, PAGE))
        assert "Dipegang 4 akun" in shown
        assert shown.count("Dipegang 1 akun") == 3
        assert shown.count("Dipegang 0 akun") == 8


def test_ones_own_roles_are_marked(visit, budi):
    assert text_of(visit(budi, PAGE)).count("Peran Anda") == 2


def test_a_visitor_is_asked_to_sign_in(strict_client, db):
    assert strict_client.get(PAGE).url == f"/akun/masuk/?next={PAGE}"


def test_the_page_costs_few_queries(strict_client, rina, django_assert_max_num_queries):
    strict_client.force_login(rina)
    with django_assert_max_num_queries(6):
        strict_client.get(PAGE)
