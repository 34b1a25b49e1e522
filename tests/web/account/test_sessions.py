"""The devices that are signed in: listed in words, ended one by one or all at once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from pembina.domain.access.accounts import close_account
from pembina.domain.access.audit import events_on
from pembina.domain.access.models import SignedInSession
from pembina.domain.access.second_factor.operations import reset_second_factor
from pembina.web.account.devices import device_in_words

PASSWORD = "a-password-for-tests"
PHONE = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36"
ME = "/akun/saya/"


def signed_in(user, agent="", client=None):
    client = client or Client()
    client.post("/akun/masuk/", {"nip": user.username, "password": PASSWORD}, headers={"user-agent": agent})
    return client


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (PHONE, "Chrome di Android"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) … Chrome/142.0 Safari/537.36 Edg/142.0", "Edge di Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) … Version/18 Safari/604.1", "Safari di iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox di Linux"),
        ("curl/8", "Perangkat tidak dikenal"),
        ("", "Perangkat tidak dikenal"),
    ],
)
def test_a_device_is_told_in_words(agent, words):
    assert device_in_words(agent) == words


def test_each_device_is_listed_with_its_address_and_time(strict_client, sari):
    signed_in(sari, PHONE)
    signed_in(sari, client=strict_client)
    page = strict_client.get(ME).content.decode()
    assert "Chrome di Android" in page
    assert "127.0.0.1 · terlihat" in page
    assert page.count("Perangkat ini</span>") == 1


def test_the_keys_of_sessions_are_on_no_page(strict_client, sari):
    signed_in(sari, PHONE)
    signed_in(sari, client=strict_client)
    page = strict_client.get(ME).content.decode()
    assert not any(key in page for key in SignedInSession.objects.values_list("session_key", flat=True))


def test_one_device_is_signed_out(strict_client, sari):
    phone = signed_in(sari, PHONE)
    signed_in(sari, client=strict_client)
    label = SignedInSession.objects.get(agent=PHONE).label
    after = strict_client.post(f"{ME}perangkat/keluarkan/", {"session": label}, follow=True).content.decode()
    assert "Perangkat dikeluarkan" in after
    assert "Android" not in after
    assert phone.get(ME).status_code == 302
    assert events_on(sari)[0].operation == "end_sessions"


def test_all_others_are_signed_out(strict_client, sari, dewi):
    others, stranger = [signed_in(sari, PHONE), signed_in(sari)], signed_in(dewi)
    signed_in(sari, client=strict_client)
    strict_client.post(f"{ME}perangkat/keluarkan-lain/")
    assert [client.get(ME).status_code for client in others] == [302, 302]
    assert strict_client.get(ME).status_code == stranger.get(ME).status_code == 200


def test_nobody_ends_the_session_of_another(strict_client, sari, dewi):
    other = signed_in(dewi, PHONE)
    signed_in(sari, client=strict_client)
    label = SignedInSession.objects.get(account=dewi).label
    assert strict_client.post(f"{ME}perangkat/keluarkan/", {"session": label}).status_code == 404
    assert other.get(ME).status_code == 200


def test_those_who_keep_accounts_sign_somebody_out_everywhere(as_rina, sari):
    phone = signed_in(sari, PHONE)
    assert "Masuk di 1 perangkat" in as_rina.get(f"/akun/daftar/{sari.pk}/").content.decode()
    as_rina.post(f"/akun/daftar/{sari.pk}/keluarkan/")
    assert phone.get(ME).status_code == 302


@pytest.mark.parametrize("ending", [close_account, reset_second_factor])
def test_what_takes_trust_away_ends_the_sessions(sari, rina, ending):
    signed_in(sari)
    ending(of=sari, by=rina, at=timezone.now())
    assert not SignedInSession.objects.filter(account=sari).exists()


def test_a_visit_is_noted_every_few_minutes_though_reading_writes_nothing(sari):
    client = signed_in(sari)
    session = SignedInSession.objects.get()
    before, long_ago = session.last_seen_at, timezone.now() - timedelta(hours=1)
    client.get(ME)
    assert SignedInSession.objects.get().last_seen_at == before
    SignedInSession.objects.update(last_seen_at=long_ago)
    client.get(ME)
    assert SignedInSession.objects.get().last_seen_at > long_ago


def test_expired_sessions_are_swept_up_and_not_listed(strict_client, sari):
    signed_in(sari, PHONE)
    SignedInSession.objects.update(expire_date=timezone.now() - timedelta(days=1))
    signed_in(sari, client=strict_client)
    assert "Android" not in strict_client.get(ME).content.decode()
    assert SignedInSession.objects.filter(account=sari).count() == 1
