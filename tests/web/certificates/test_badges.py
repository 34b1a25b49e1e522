"""The badge of a certificate verifies with the key at the public address, and its list tells when it was revoked."""

import json
import stat
from threading import Thread

import pytest
from django.urls import reverse
from django.utils import timezone

from pembina.domain.development.models import Certificate
from pembina.domain.development.operations.certificates import revoke_certificate
from pembina.exchange.badges import BadgeKeysError, installation_keys, is_revoked_in, new_key, verify_badge
from pembina.exchange.badges.keeping import FILE_NAME

pytestmark = pytest.mark.django_db


@pytest.fixture
def keys(client):
    return json.loads(client.get(reverse("certificates:keys")).content)["keys"]


@pytest.fixture
def badge(as_user, sari, certificate):
    return as_user(sari).get(reverse("certificates:badge", args=[certificate.pk])).content.decode()


def test_the_badge_verifies_with_the_public_keys(badge, keys, certificate):
    assert all("d" not in key for key in keys)
    verified = verify_badge(badge, keys, at=timezone.now())
    assert verified.identity == f"http://testserver/sertifikat/periksa/{certificate.code}/"
    assert verified.name == certificate.title
    told = json.dumps(verified.credential)
    assert certificate.content["nip"] not in told
    assert certificate.name not in told
    assert verified.credential["credentialSubject"]["creditsEarned"] == 12


def test_the_issuer_is_found_at_its_address(badge, keys, client):
    verified = verify_badge(badge, keys, at=timezone.now())
    profile = json.loads(client.get(verified.issuer).content)
    assert (profile["id"], profile["type"]) == (verified.issuer, ["Profile"])


def test_the_list_tells_when_it_was_revoked(badge, keys, certificate, training, client):
    status = verify_badge(badge, keys, at=timezone.now()).credential["credentialStatus"]
    index = int(status["statusListIndex"])

    def revoked():
        return is_revoked_in(client.get(status["statusListCredential"]).content.decode(), index, keys)

    assert not revoked()
    revoke_certificate(certificate=certificate, reason="Keliru", by=training.rina, at=training.at)
    assert revoked()


def test_a_list_that_no_badge_names_does_not_exist(client, certificate):
    assert client.get(reverse("certificates:badge_status", args=[99])).status_code == 404


def test_officers_and_auditors_do_not_carry_the_badge_of_others(as_user, rina, certificate):
    assert as_user(rina).get(reverse("certificates:badge", args=[certificate.pk])).status_code == 404


def test_the_json_says_the_same_without_a_signature(as_user, sari, certificate, keys, badge):
    told = as_user(sari).get(reverse("certificates:credential", args=[certificate.pk])).json()
    assert told == dict(verify_badge(badge, keys, at=timezone.now()).credential)


def test_a_badge_says_the_address_of_the_installation_not_of_the_visit(as_user, sari, certificate, settings, keys):
    settings.PEMBINA_PUBLIC_ADDRESS = "https://pembina.example.go.id"
    token = as_user(sari).get(reverse("certificates:badge", args=[certificate.pk])).content.decode()
    verified = verify_badge(token, keys, at=timezone.now())
    assert verified.issuer == "https://pembina.example.go.id/sertifikat/penerbit.json"
    assert Certificate.objects.get().code in verified.identity


def test_the_key_is_made_once_and_read_by_its_owner_alone(tmp_path):
    made = []
    threads = [Thread(target=lambda: made.append(installation_keys(tmp_path)[0]["kid"])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 8
    assert len(set(made)) == 1
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_a_broken_key_is_never_replaced_by_a_new_one(tmp_path):
    (tmp_path / FILE_NAME).write_text("{}")
    with pytest.raises(BadgeKeysError, match="backup"):
        installation_keys(tmp_path)
    assert (tmp_path / FILE_NAME).read_text() == "{}"


def test_hosts_share_keys_by_the_environment_and_old_ones_stay_public(tmp_path):
    first, second = new_key(), new_key()
    given = json.dumps({"keys": [second, first]})
    assert [key["kid"] for key in installation_keys(tmp_path, given)] == [second["kid"], first["kid"]]
    assert list(tmp_path.iterdir()) == []
