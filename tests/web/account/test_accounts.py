"""The list of accounts and the page of one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pembina.domain.access.accounts import close_account, prepare_account
from pembina.domain.access.audit import events_on
from pembina.domain.access.invitations.models import Means
from pembina.domain.access.invitations.operations import invite
from pembina.domain.access.models import User
from pembina.domain.access.roles import EMPLOYEE

LIST = "/akun/daftar/"


@pytest.fixture
def tono(rina):
    return prepare_account(nip="199001012015031001", display_name="Tono", role=EMPLOYEE, by=rina, at=timezone.now())


def names(html, accounts):
    return {user.display_name for user in accounts if f">{user.display_name}</a>" in html.split("<tbody>")[-1]}


def test_the_list_is_searched_by_name_and_by_number(as_rina, rina, sari, tono):
    for wanted in ("tono", "19900101 2015"):
        html = as_rina.get(LIST, {"q": wanted}).content.decode()
        assert names(html, [rina, sari, tono]) == {"Tono"}


def test_the_list_is_narrowed_by_state_and_role(as_rina, rina, sari, budi, tono):
    close_account(of=budi, by=rina, at=timezone.now())
    everybody = [rina, sari, budi, tono]
    found = {
        state: names(as_rina.get(LIST, {"state": state}).content.decode(), everybody)
        for state in ("active", "lapsed", "closed", "invited", "unsecured")
    }
    assert found["closed"] == {budi.display_name}
    assert found["lapsed"] == {"Tono"}
    assert found["active"] == found["unsecured"] == {rina.display_name, sari.display_name}
    assert found["invited"] == set()
    invite(user=tono, means=Means.LINK, by=rina, at=timezone.now())
    assert names(as_rina.get(LIST, {"state": "invited"}).content.decode(), everybody) == {"Tono"}
    assert names(as_rina.get(LIST, {"role": "human_resources"}).content.decode(), everybody) == {rina.display_name}


def test_an_order_can_be_chosen(as_rina, sari, tono):
    html = as_rina.get(LIST, {"sort": "-name"}).content.decode()
    assert html.index("Tono") < html.index(">Sari")


@pytest.mark.parametrize("nonsense", [{"sort": "x"}, {"state": "x"}, {"page": "x"}, {"role": "x"}])
def test_what_cannot_be_understood_narrows_nothing(as_rina, sari, nonsense):
    assert sari.display_name in as_rina.get(LIST, nonsense).content.decode()


def test_nothing_found_says_what_to_do(as_rina):
    assert "dapat diundang" in as_rina.get(LIST, {"q": "zzz"}).content.decode()


def test_the_list_costs_the_same_with_few_and_with_many(as_rina, django_assert_num_queries, sari):
    def cost():

        with CaptureQueriesContext(
            connection,
        ) as queries:
            as_rina.get(LIST)
        return len(queries)

    few = cost()
    for number in range(40):
        User.objects.create_user(f"19800101200501{number:04d}", display_name=f"Orang {number}")
    assert cost() == few


def test_an_account_is_closed_and_opened_again(as_rina, sari):
    page = as_rina.post(f"{LIST}{sari.pk}/tutup/", follow=True).content.decode()
    assert "Akun ditutup" in page
    assert "Buka kembali" in page
    assert as_rina.post("/akun/masuk/", {"nip": sari.username, "password": "a-password-for-tests"}).status_code == 422
    as_rina.post(f"{LIST}{sari.pk}/buka/")
    sari.refresh_from_db()
    assert sari.is_active
    assert events_on(sari)[0].operation == "reopen_account"


def test_one_cannot_close_ones_own_account(as_rina, rina):
    assert "akun Anda sendiri" in as_rina.post(f"{LIST}{rina.pk}/tutup/", follow=True).content.decode()
    rina.refresh_from_db()
    assert rina.is_active


def test_an_open_invitation_is_withdrawn(as_rina, rina, tono):
    invite(user=tono, means=Means.LINK, by=rina, at=timezone.now())
    page = as_rina.get(f"{LIST}{tono.pk}/").content.decode()
    assert "Cabut undangan" in page
    after = as_rina.post(f"{LIST}{tono.pk}/cabut-undangan/", follow=True).content.decode()
    assert "Undangan dicabut" in after
    assert not tono.invitations.filter(revoked_at=None).exists()


@pytest.mark.parametrize("address", ["", "undang/", "undang/unit/"])
def test_others_find_no_such_page(strict_client, sari, address):
    strict_client.force_login(sari)
    assert strict_client.get(LIST + address).status_code == 404


@pytest.mark.parametrize("action", ["tutup", "buka", "cabut-undangan", "undang"])
def test_others_change_nothing(strict_client, sari, dewi, action):
    strict_client.force_login(sari)
    before = User.objects.filter(pk=dewi.pk).values().get()
    assert strict_client.post(f"{LIST}{dewi.pk}/{action}/", {"means": "link"}).status_code == 404
    assert User.objects.filter(pk=dewi.pk).values().get() == before
    assert strict_client.get(f"{LIST}{dewi.pk}/").status_code == 404
