"""The pages of partners: agreements that end soon, accounts of the right kind, retired and back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pembina.domain.development.models import Partner, PartnerAccount, PartnerAgreement
from web.partners.conftest import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(training, partner):
    """Return a maker of agreements that end some days from now."""

    def make(days, number="1/PKS", of=partner):
        ends = training.today + timedelta(days=days)
        return PartnerAgreement.objects.create(
            partner=of, number=number, subject="Pelatihan", starts_on=ends - timedelta(days=365), ends_on=ends
        )

    return make


def test_an_empty_list_says_how_to_begin(planner):
    assert "Belum ada mitra" in text_of(planner.get("/mitra/"))


def test_a_partner_is_put_on_record_once(planner):
    told = {"name": "Lembaga Maju", "kind": "private", "contact_email": "halo@contoh.example"}
    made = planner.post("/mitra/baru/", told)
    assert made.url == f"/mitra/{Partner.objects.get().pk}/"
    again = planner.post("/mitra/baru/", told | {"name": "lembaga maju"})
    assert again.status_code == 422
    assert "sudah tercatat" in text_of(again)
    assert planner.post("/mitra/baru/", told | {"name": "X", "contact_email": "bukan"}).status_code == 422


def test_agreements_that_end_in_sixty_days_stand_above(planner, agreed, partner):
    agreed(60)
    assert "Perjanjian berakhir dalam 60 hari" in text_of(planner.get("/mitra/"))
    agreed(400, "2/PKS")
    assert "Perjanjian berakhir dalam 60 hari" not in text_of(planner.get("/mitra/"))


def test_an_agreement_that_ended_is_named_so(planner, agreed, partner):
    agreed(-1)
    assert "Berakhir" in text_of(planner.get(f"/mitra/{partner.pk}/"))


def test_an_agreement_is_kept_and_prolonged(planner, partner, training):
    told = {"number": "7/PKS", "subject": "Pelatihan", "starts_on": training.today, "ends_on": training.today}
    planner.post(f"/mitra/{partner.pk}/perjanjian/", told)
    refused = planner.post(f"/mitra/{partner.pk}/perjanjian/", told | {"number": "8", "ends_on": "2020-01-01"})
    assert "sebelum mulai" in text_of(refused)
    made = partner.agreements.get()
    planner.post(f"/mitra/perjanjian/{made.pk}/", told | {"ends_on": "2030-01-01"})
    made.refresh_from_db()
    assert made.ends_on.isoformat() == "2030-01-01"


def test_only_accounts_of_partners_are_offered(planner, partner, person, sari):
    mitra = person("mitra")
    at = f"/mitra/{partner.pk}/akun/"
    assert sari.display_name not in text_of(planner.post(at, {"search": "account", "account_q": "Sari"}))
    assert mitra.username in text_of(planner.post(at, {"search": "account", "account_q": "mitra"}))
    assert planner.post(at, {"account": sari.pk}).status_code == 422
    planner.post(at, {"account": mitra.pk})
    acting = PartnerAccount.objects.get()
    assert mitra.username in text_of(planner.get(f"/mitra/{partner.pk}/"))
    planner.post(f"/mitra/akun/{acting.pk}/cabut/")
    assert not PartnerAccount.objects.exists()


def test_a_partner_is_retired_and_comes_back(planner, partner):
    planner.post(f"/mitra/{partner.pk}/pemakaian/")
    assert partner.name not in text_of(planner.get("/mitra/"))
    assert partner.name in text_of(planner.get("/mitra/?use=retired"))
    planner.post(f"/mitra/{partner.pk}/pemakaian/")
    partner.refresh_from_db()
    assert partner.retired_on is None


def test_filters_and_nonsense_in_the_address(planner, partner):
    assert "Tidak ada yang cocok" in text_of(planner.get("/mitra/?kind=private"))
    assert partner.name in text_of(planner.get("/mitra/?kind=aneh&sort=x&page=zz&q=contoh"))


def test_nobody_else_sees_partners(strict_client, sari, partner, training):
    strict_client.force_login(sari)
    for address in ("/mitra/", f"/mitra/{partner.pk}/", "/kurikulum/", "/bentuk-pengembangan/"):
        assert strict_client.get(address).status_code == 404


def test_many_partners_cost_as_much_as_one(planner, partner, agreed):
    agreed(30)
    with CaptureQueriesContext(connection) as few:
        planner.get("/mitra/")
    for number in range(20):
        agreed(30, of=Partner.objects.create(name=f"Mitra {number}", kind="other"))
    with CaptureQueriesContext(connection) as many:
        planner.get("/mitra/")
    assert len(many) == len(few)
