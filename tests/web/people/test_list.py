"""The list of people: who stands in it, how it is narrowed, and what it costs."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.enums import PositionKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.permissions import visible_to
from pembina.domain.people.queries import main_assignments
from pembina.domain.people.searches import number_begins
from web.people.conftest import NOON, SIZE

LIST = "/pegawai/"
BUDIS_UNIT = "01.06.01"
FOUND = re.compile(r"1–25 dari ([0-9.]+)")
PEOPLE = re.compile(r'<th scope="row"><a href="/pegawai/(\d+)/">')


def listed(answer):
    return [int(found) for found in PEOPLE.findall(answer.content.decode())]


def test_a_visitor_is_asked_to_sign_in(strict_client, db):
    assert strict_client.get(LIST).url == f"/akun/masuk/?next={LIST}"


def test_human_resources_see_everybody_page_by_page(visit, rina):
    first, second = visit(rina, LIST), visit(rina, LIST, page=2)
    assert len(listed(first)) == len(listed(second)) == 25
    assert not set(listed(first)) & set(listed(second))
    assert f"1–25 dari {SIZE}" in first.content.decode()


def test_an_employee_sees_oneself_and_the_superior_without_number(visit, sari, budi, record_of):
    answer = visit(sari, LIST)
    assert set(listed(answer)) == {record_of("sari").pk, record_of("budi").pk}
    assert sari.username in answer.content.decode()
    assert budi.username not in answer.content.decode()


def test_an_account_without_a_person_is_told_so(visit, person, django_user_model):
    stranger = django_user_model.objects.create_user("197001011990011900", display_name="X")
    assert "belum terhubung" in visit(stranger, LIST).content.decode()


def test_a_name_is_found_by_a_part_of_it(visit, rina, record_of):
    assert record_of("sari").pk in listed(visit(rina, LIST, q="sari wul"))


def test_a_number_is_found_with_its_spaces(visit, rina, record_of):
    assert listed(visit(rina, LIST, q="19920315 201903 2 999")) == [record_of("sari").pk]


def test_a_closed_number_cannot_be_guessed_digit_by_digit(visit, sari, budi):
    assert listed(visit(sari, LIST, q=budi.username)) == []


def test_a_unit_is_taken_with_all_below_it(visit, rina):
    office, division = (set(listed(visit(rina, LIST, unit=code))) for code in ("01.06", BUDIS_UNIT))
    assert division
    assert division < office


def test_a_unit_out_of_reach_does_not_exist(visit, dewi):
    assert visit(dewi, LIST, unit=BUDIS_UNIT).status_code == 404
    assert visit(dewi, LIST, unit="no-such-unit").status_code == 404


def test_the_status_narrows_and_the_filters_stay_in_the_pages(visit, rina):
    answer = visit(rina, LIST, status="pppk")
    assert set(Person.objects.filter(pk__in=listed(answer)).values_list("status", flat=True)) == {"pppk"}
    assert 'href="?status=pppk&amp;page=2"' in answer.content.decode()


def test_the_order_can_be_turned_round(visit, rina):
    names = [Person.objects.get(pk=pk).name for pk in listed(visit(rina, LIST, sort="-name"))]
    assert names == sorted(names, reverse=True)


@pytest.mark.parametrize("query", [{"sort": "nip"}, {"status": "king"}, {"page": "many"}, {"sort": "unit"}])
def test_what_cannot_be_understood_in_an_address_narrows_nothing(visit, rina, query):
    assert f"dari {SIZE}" in visit(rina, LIST, **query).content.decode()


@pytest.mark.parametrize("search", ["x" * 500, "%", "' OR 1=1 --", "\N{ARABIC-INDIC DIGIT ONE}" * 18])
def test_any_search_is_answered(visit, rina, search):
    assert visit(rina, LIST, q=search).status_code == 200


def test_nobody_matching_is_said(visit, rina):
    assert "Tidak ada yang cocok" in visit(rina, LIST, q="zzzzzz").content.decode()


def test_navigation_shows_people_to_those_signed_in_only(strict_client, visit, sari):
    assert 'href="/pegawai/"' in visit(sari, "/").content.decode()
    strict_client.logout()
    assert 'href="/pegawai/"' not in strict_client.get("/").content.decode()


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", [LIST, f"{LIST}?unit=01.06&q=a&status=pns&sort=unit", "/unit-kerja/"])
def test_a_page_costs_the_same_for_few_and_for_many(strict_client, government, rina, budi, address):
    strict_client.force_login(rina)
    few = queries_of(strict_client, address)
    settle(range(2_700))
    assert visible_to(rina, on=NOON.date()).count() == SIZE + 2_700
    assert queries_of(strict_client, address) == few <= 12


def settle(numbers):
    """Give the government many more persons, spread over its units: most under a superior, each twentieth unplaced."""
    superior, units = Person.objects.first(), list(Unit.objects.values_list("pk", flat=True))
    alike = {name: getattr(superior, name) for name in ("education", "birth_date", "sex")}
    alike |= {"status": "pns", "rank": "III/b", "legal_position": "01"}
    people = [Person(nip=f"{number:018d}", name=f"A b {number}", **alike) for number in numbers]
    Person.objects.bulk_create(people, batch_size=2_000)
    post = {"position": "Penata Layanan", "position_kind": PositionKind.FUNCTIONAL, "starts_on": date(2020, 1, 1)}
    held = [
        Assignment(person=one, unit_id=units[at % len(units)], superior=superior if at % 10 else None, **post)
        for at, one in enumerate(people)
        if at % 20 != 10
    ]
    Assignment.objects.bulk_create(held, batch_size=2_000)


def test_the_list_is_as_cheap_in_a_government_of_three_thousand(strict_client, db, budi):
    load_demo_government(size=3_000, on=NOON.date(), at=NOON)
    strict_client.force_login(budi)
    assert queries_of(strict_client, LIST) <= 12


@pytest.mark.parametrize(
    "query",
    [
        {"position": "penata perizinan"},
        {"position_kind": "functional", "status": "pns"},
        {"rank": "III/b"},
        {"legal_position": "01"},
    ],
)
def test_sari_is_found_by_position_and_rank_and_dewi_of_another_is_not(visit, rina, record_of, query):
    found = visit(rina, LIST, q="sari wulandari", **query)
    assert listed(found) == [record_of("sari").pk]


@pytest.mark.parametrize(
    "query", [{"position": "direktur"}, {"position_kind": "structural"}, {"rank": "IV/e"}, {"legal_position": "99"}]
)
def test_a_filter_that_does_not_fit_leaves_nobody(visit, rina, query):
    assert listed(visit(rina, LIST, q="sari wulandari", **query)) == []


def test_those_without_superior_or_position_are_found(visit, rina, record_of):
    main_assignments(NOON.date()).filter(person=record_of("sari")).update(superior=None)
    assert listed(visit(rina, LIST, lacking="superior", q="sari wulandari")) == [record_of("sari").pk]
    assert listed(visit(rina, LIST, lacking="position", q="sari wulandari")) == []
    Assignment.objects.filter(person=record_of("sari")).delete()
    assert listed(visit(rina, LIST, lacking="position", q="sari wulandari")) == [record_of("sari").pk]


def test_a_closed_rank_is_not_found_out_by_filtering(visit, sari, record_of):
    assert record_of("budi").pk in listed(visit(sari, LIST))
    budi = record_of("budi")
    for query in ({"rank": budi.rank}, {"legal_position": budi.legal_position}):
        assert budi.pk not in listed(visit(sari, LIST, **query))
    assert listed(visit(sari, LIST, sort="-rank"))[-1] == budi.pk


def test_status_and_superior_of_a_closed_record_are_not_told_or_found_out(visit, sari, budi, record_of):
    superior = record_of("budi")
    Person.objects.filter(pk=superior.pk).update(status="pppk")
    assert "PPPK" not in visit(sari, LIST).content.decode().split("<tbody")[1]
    Assignment.objects.filter(person=superior).update(superior=None)
    for query in ({"status": "pppk"}, {"lacking": "superior"}):
        assert superior.pk not in listed(visit(sari, LIST, **query))
    assert listed(visit(sari, LIST, sort="-status"))[-1] == listed(visit(sari, LIST, sort="status"))[-1] == superior.pk
    Person.objects.filter(pk=superior.pk).update(email="rahasia@contoh.go.id")
    assert "rahasia@" not in visit(sari, f"/pegawai/{superior.pk}/").content.decode()


@pytest.mark.parametrize("column", ["name", "position", "unit", "status", "rank"])
def test_a_head_sorts_and_sorts_back(visit, rina, column):
    html = visit(rina, LIST, sort=column, unit="01.06").content.decode()
    assert 'aria-sort="ascending"' in html
    assert f"unit=01.06&amp;sort=-{column}" in html
    up = listed(visit(rina, LIST, sort=column, unit="01.06"))
    down = listed(visit(rina, LIST, sort=f"-{column}", unit="01.06"))
    assert set(up) != set()
    assert up != down


def test_ranks_are_ordered_by_height_not_by_letters(visit, rina, record_of):
    Person.objects.filter(pk=record_of("sari").pk).update(status="pppk", rank="IX")
    Person.objects.filter(pk=record_of("dewi").pk).update(status="pppk", rank="V")
    order = [found for found in all_listed(visit, rina, sort="rank") if found in pks(record_of, "sari", "dewi")]
    assert order == pks(record_of, "dewi", "sari")


def pks(record_of, *names):
    return [record_of(name).pk for name in names]


def all_listed(visit, user, **query):
    return [pk for page in range(1, SIZE // 25 + 1) for pk in listed(visit(user, LIST, page=page, **query))]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "position=penata&position_kind=functional",
        "rank=III/b&legal_position=01&sort=-rank",
        "lacking=superior&sort=position",
        "lacking=position&q=a+b",
    ],
)
def test_every_filter_costs_the_same_in_a_government_of_twenty_thousand(strict_client, government, rina, query):
    strict_client.force_login(rina)
    settle(range(100))
    few = queries_of(strict_client, f"{LIST}?{query}")
    settle(range(100, 20_000))
    assert queries_of(strict_client, f"{LIST}?{query}") == few <= 12
    found = FOUND.search(strict_client.get(f"{LIST}?{query}").content.decode())
    assert int(found[1].replace(".", "")) >= 1_000


def test_a_number_is_found_through_the_index(government):
    plan = Person.objects.filter(number_begins("19920315")).values("pk").explain()
    assert "index" in plan.lower()
    assert "SCAN people_person\n" not in plan


def test_a_long_number_is_nobodys(visit, rina):
    assert listed(visit(rina, LIST, q="1" * 30)) == []
