"""Giving and ending roles: who is listed, who may, and what a refusal says."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit

LIST, GIVE = "/peran/pemberian/", "/peran/pemberian/baru/"
OFFICE, DIVISION, ELSEWHERE = "01.06", "01.06.01", "01.04"


def today():
    return timezone.localdate()


def grant_of(user, code):
    return RoleGrant.objects.get(user=user, role_code=code)


def give(send, by, to, role="mentor", **more):
    return send(by, GIVE, **({"user": to.pk, "role": role, "starts_on": today().isoformat()} | more))


@pytest.mark.parametrize("address", [LIST, GIVE])
def test_the_pages_do_not_exist_for_those_without_the_right(visit, sari, budi, address):
    assert visit(sari, address).status_code == visit(budi, address).status_code == 404


def test_a_role_is_given_and_holds(send, visit, sari, rina):
    answer = give(send, rina, sari, letter="800/12")
    assert answer.url == LIST
    made = grant_of(sari, "mentor")
    assert (made.granted_by, made.letter, made.unit) == (rina, "800/12", None)
    shown = visit(rina, LIST).content.decode()
    assert "Sari Wulandari kini memegang peran Mentor." in shown
    assert "800/12" in shown


def test_a_role_is_given_over_a_unit(send, government, sari, rina):
    unit = Unit.objects.get(code=DIVISION)
    give(send, rina, sari, role="superior", unit=unit.pk, ends_on=(today() + timedelta(days=30)).isoformat())
    assert (grant_of(sari, "superior").unit, grant_of(sari, "superior").ends_on) == (unit, today() + timedelta(days=30))


def test_somebody_is_found_by_name_and_by_number(send, sari, budi, rina):
    for wanted in ("wuland", sari.username[:8]):
        shown = send(rina, GIVE, search="user", user_q=wanted, role="mentor")
        assert shown.status_code == 200
        assert f"Sari Wulandari ({sari.username})" in shown.content.decode()
        assert "Budi Santoso (" not in shown.content.decode()
    assert not RoleGrant.objects.filter(role_code="mentor").exists()


def test_an_account_named_in_the_address_stands_chosen(visit, sari, rina):
    assert f"Sari Wulandari ({sari.username})" in visit(rina, GIVE, akun=sari.pk).content.decode()
    assert visit(rina, GIVE, akun="x").status_code == 200


def test_human_resources_are_not_offered_what_they_may_not_give(visit, send, sari, rina):
    shown = visit(rina, GIVE).content.decode()
    assert 'value="mentor"' in shown
    assert 'value="administrator"' not in shown
    assert give(send, rina, sari, role="administrator").status_code == 422
    assert not RoleGrant.objects.filter(user=sari).exists()


def test_nobody_gives_a_role_to_oneself(send, rina):
    assert give(send, rina, rina).status_code == 422
    assert not RoleGrant.objects.filter(user=rina, role_code="mentor").exists()


def test_a_refusal_is_said_on_the_form(send, sari, rina):
    give(send, rina, sari)
    answer = give(send, rina, sari)
    assert answer.status_code == 422
    assert "sudah memegang peran Mentor" in answer.content.decode()


@pytest.mark.parametrize(
    "wrong", [{"starts_on": ""}, {"starts_on": "besok"}, {"role": ""}, {"user": ""}, {"user": "999999"}, {"unit": "x"}]
)
def test_what_is_missing_or_wrong_is_said(send, government, sari, rina, wrong):
    assert give(send, rina, sari, **wrong).status_code == 422
    assert not RoleGrant.objects.filter(user=sari).exists()


def test_an_officer_of_one_office_gives_roles_in_it_only(send, visit, government, holder, sari, dewi):
    officer = holder("human_resources", over=OFFICE)
    inside, outside = (Unit.objects.get(code=code) for code in (DIVISION, ELSEWHERE))
    assert give(send, officer, sari, role="superior", unit=outside.pk).status_code == 422
    assert give(send, officer, dewi, role="superior", unit=inside.pk).status_code == 422
    assert give(send, officer, sari, role="superior").status_code == 422
    assert give(send, officer, sari, role="superior", unit=inside.pk).status_code == 302
    shown = visit(officer, LIST).content.decode()
    assert "Sari Wulandari" in shown
    assert shown.count('<th scope="row">') == 1


def test_a_role_is_ended_at_once_or_after_a_day(send, sari, rina):
    give(send, rina, sari)
    made = grant_of(sari, "mentor")
    last = today() + timedelta(days=3)
    assert send(rina, f"{LIST}{made.pk}/akhiri/", last_day=last.isoformat()).url == LIST
    made.refresh_from_db()
    assert made.revoked_on == last + timedelta(days=1)
    send(rina, f"{LIST}{made.pk}/akhiri/")
    assert not User.objects.get(pk=sari.pk).may(Permission.GUIDE_MENTEES)


def test_what_lies_beyond_ones_power_cannot_be_ended_nor_found(send, visit, rina, holder):
    held = RoleGrant.objects.get(user=holder("auditor"))
    address = f"{LIST}{held.pk}/akhiri/"
    assert visit(rina, address).status_code == send(rina, address).status_code == 404
    assert "Pemegang auditor" not in visit(rina, LIST).content.decode()


def test_the_last_administrator_is_told_why_not(send, holder):
    chief = holder("administrator")
    answer = send(chief, f"{LIST}{grant_of(chief, 'administrator').pk}/akhiri/")
    assert answer.status_code == 422
    assert "Jadikan orang lain administrator" in answer.content.decode()


def test_an_auditor_reads_every_grant_and_changes_none(visit, send, holder, rina):
    auditor = holder("auditor")
    shown = visit(auditor, LIST).content.decode()
    assert "Rina Lestari" in shown
    assert "akhiri/" not in shown
    assert visit(auditor, GIVE).status_code == send(auditor, f"{LIST}1/akhiri/").status_code == 404


def test_the_list_is_narrowed(visit, holder, sari, budi, rina):
    chief = holder("administrator")
    RoleGrant.objects.create(user=sari, role_code="mentor", starts_on=today() + timedelta(days=5))
    RoleGrant.objects.create(user=sari, role_code="evaluator", starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31))
    told = {"q": "budi", "role": "human_resources", "state": "comes"}
    found = {name: visit(chief, LIST, **{name: value}).content.decode() for name, value in told.items()}
    assert "Budi Santoso" in found["q"]
    assert "Rina Lestari" not in found["q"].split("<tbody>")[1]
    assert "Budi Santoso" not in found["role"].split("<tbody>")[1]
    assert "Akan datang" in found["state"].split("<tbody>")[1]
    assert "Berakhir" in visit(chief, LIST, state="ended").content.decode().split("<tbody>")[1]
    assert "Tidak ada yang cocok" in visit(chief, LIST, q="zzzz").content.decode()


@pytest.mark.parametrize("nonsense", [{"role": "king"}, {"state": "x"}, {"page": "x"}])
def test_what_cannot_be_understood_narrows_nothing(visit, rina, nonsense):
    assert visit(rina, LIST, **nonsense).status_code == 200


def test_the_list_costs_the_same_for_few_and_for_many(strict_client, rina, sari):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert strict_client.get(LIST).status_code == 200
        return len(captured)

    strict_client.force_login(rina)
    RoleGrant.objects.create(user=sari, role_code="mentor", starts_on=today())
    few = queries()
    more = [User(username=f"{number:018d}", display_name=f"A {number}") for number in range(200)]
    for user in User.objects.bulk_create(more):
        RoleGrant.objects.create(user=user, role_code="mentor", starts_on=today())
    assert queries() == few <= 8
