"""Django's admin: for administrators only, to read only, and nothing that opens an account."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from house.routes import arguments, routes
from pembina.domain.access.accounts import open_account
from pembina.domain.access.audit import events_on
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.invitations.models import Invitation, Means
from pembina.domain.access.invitations.operations import invite
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.roles import MENTOR, ROLES
from pembina.domain.people.enums import ImportKind
from pembina.domain.people.intake.batches import receive
from pembina.web.administration.tables import site

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
USERS = "/admin/access/user/"
INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son[a-z]+=")


@pytest.fixture
def as_wayan(client, person):
    """An administrator; the client is not the strict one, since the markup of these pages is Django's."""
    client.force_login(person("wayan"))
    return client


@pytest.fixture
def records(rina, person):
    """One row of every table."""
    opened = open_account(
        nip="199001012015031001", display_name="Tono", role=MENTOR, by=person("wayan"), at=timezone.now()
    )
    issued = invite(user=opened.user, means=Means.LETTER, by=rina, at=NOON)
    file = {"kind": ImportKind.STAFF, "file_name": "pegawai.xlsx", "file_sha256": "0" * 64}
    return {
        User: opened.user,
        RoleGrant: opened.user.role_grants.get(),
        Invitation: issued.invitation,
        ChainEntry: ChainEntry.objects.get(),
        type(batch := receive(**file, on=NOON.date(), by=rina, at=NOON)): batch,
        DBTaskResult: DBTaskResult.objects.create(
            args_kwargs={"args": [], "kwargs": {}}, task_path="pembina.tugas", backend_name="default", run_after=NOON
        ),
    }


def lists():
    return [reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") for model in site._registry]


def addresses(records):
    """Return every page of the admin, those of one record with a record that exists."""
    for path, name, _ in routes():
        if name.startswith("admin:") and "object_id" not in arguments(path):
            yield reverse(name, kwargs={"app_label": "access"} if arguments(path) else {})
    for model, record in records.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
        yield reverse(name, kwargs={"object_id": str(record.pk)})


def test_an_administrator_opens_every_page(as_wayan, records):
    assert set(records) == set(site._registry)
    met = {address: as_wayan.get(address) for address in addresses(records)}
    assert len(met) == 2 + 2 * len(site._registry)
    assert {answer.status_code for answer in met.values()} == {200}


def test_no_page_needs_a_hole_in_the_security_policy(as_wayan, records):
    for address in addresses(records):
        answer = as_wayan.get(address)
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert not INLINE.search(answer.content.decode()), address


@pytest.mark.parametrize(
    "name", ["sari", "budi", "ratna", "rina", "nita", "lia", "joko", "maya", "mitra", "bupati", "agus"]
)
def test_for_everybody_else_there_is_no_such_page(strict_client, records, person, name):
    strict_client.force_login(person(name))
    for address in addresses(records):
        assert (strict_client.get(address).status_code, strict_client.post(address).status_code) == (404, 404)


def test_the_roles_of_the_personas_are_all_there_are(person):
    names = ["sari", "budi", "ratna", "rina", "nita", "lia", "joko", "maya", "mitra", "bupati", "agus", "wayan"]
    assert {person(name).role for name in names} == set(ROLES.values())


def test_a_visitor_is_led_to_our_sign_in_and_back(strict_client, records):
    for address in addresses(records):
        assert strict_client.get(address).headers["Location"] == f"/akun/masuk/?next={address}"


def test_the_second_factor_comes_first(as_wayan, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    assert as_wayan.get(USERS).headers["Location"] == reverse("account:set_up_totp")


def test_nothing_can_be_sent(as_wayan, records):
    for address in addresses(records):
        assert as_wayan.post(address, {"action": "delete_selected", "_selected_action": "1"}).status_code == 405


@pytest.mark.parametrize("end", ["add/", "1/delete/", "1/history/", "1/password/"])
def test_there_is_no_page_that_changes(as_wayan, end):
    assert as_wayan.get(USERS + end).status_code == 404


@pytest.mark.parametrize("page", ["login/", "logout/", "password_change/", "jsi18n/", "autocomplete/"])
def test_django_brings_no_way_in_of_its_own(as_wayan, page):
    assert as_wayan.get(f"/admin/{page}").status_code == 404


def test_no_page_shows_a_secret(as_wayan, records):
    user, invitation, entry = records[User], records[Invitation], records[ChainEntry]
    for address in addresses(records):
        html = as_wayan.get(address).content.decode()
        for secret in (user.password, invitation.code_hash, entry.content):
            assert secret not in html, address


def test_a_record_that_is_not_there_is_not_found(as_wayan):
    for address in lists():
        for number in ("999999", "x", "9" * 30):
            assert as_wayan.get(f"{address}{number}/change/").status_code == 404


def test_to_open_an_account_is_a_look_on_record(as_wayan, records, person):
    user = records[User]
    before = events_on(user).filter(operation="look_at_account").count()
    as_wayan.get(f"{USERS}{user.pk}/change/")
    assert before == 0
    assert events_on(user).get(operation="look_at_account").actor == person("wayan")


def test_the_lists_are_searched(as_wayan, records, sari):
    html = as_wayan.get(USERS, {"q": "tono"}).content.decode()
    assert "Tono" in html
    assert sari.display_name not in html


def test_a_list_costs_the_same_with_few_and_with_many(as_wayan, records):
    def costs():
        found = {}
        for address in lists():
            with CaptureQueriesContext(connection) as queries:
                as_wayan.get(address)
            found[address] = len(queries)
        return found

    few = costs()
    for number in range(30):
        user = User.objects.create_user(f"19800101200501{number:04d}", display_name=f"Orang {number}")
        RoleGrant.objects.create(user=user, role_code="mentor", starts_on=NOON.date(), granted_by=records[User])
        invite(user=user, means=Means.LINK, by=None, at=NOON)
    assert costs() == few


def test_administrators_find_it_from_the_accounts_and_others_do_not(as_wayan, rina):
    assert 'href="/admin/"' in as_wayan.get("/akun/daftar/").content.decode()
    as_wayan.force_login(rina)
    assert 'href="/admin/"' not in as_wayan.get("/akun/daftar/").content.decode()
