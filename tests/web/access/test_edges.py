"""What comes in from outside: addresses, headers and sizes."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from pembina.domain.access.events import AuditEvent
from pembina.web.access.address import client_address
from pembina.web.access.middleware import AuditActor, BoundedBody


def request_from(address, **headers):
    return RequestFactory().get("/", REMOTE_ADDR=address, **headers)


def test_a_header_that_anybody_can_write_is_not_believed():
    assert client_address(request_from("192.0.2.1", HTTP_X_FORWARDED_FOR="10.0.0.9")) == "192.0.2.1"


def test_behind_a_trusted_proxy_only_its_own_entry_counts(settings):
    settings.TRUSTED_PROXY = True
    request = request_from("127.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 192.0.2.8")
    assert client_address(request) == "192.0.2.8"


@pytest.mark.parametrize("written", ["", "unix:", "not an address"])
def test_what_is_no_address_is_none(written):
    assert client_address(request_from(written)) is None


def test_the_audit_trail_names_the_actor_and_the_true_address(sari):
    def changes_a_name(request):
        sari.display_name = "Sari W."
        sari.save()
        return HttpResponse()

    request = RequestFactory().post("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="10.0.0.9")
    request.user = sari
    AuditActor(changes_a_name)(request)
    event = AuditEvent.objects.get_for_object(sari).latest("timestamp")
    assert (event.actor, event.remote_addr) == (sari, "192.0.2.1")


@pytest.mark.parametrize(("language", "title"), [("id", "Berkas terlalu besar"), ("en", "The file is too large")])
def test_a_body_larger_than_the_largest_upload_is_refused_with_a_page(client, db, settings, language, title):
    length = str(settings.MAXIMUM_UPLOAD_BYTES * 2)
    answer = client.post("/alat/skm/", CONTENT_LENGTH=length, headers={"cookie": f"django_language={language}"})
    assert answer.status_code == 413
    assert title in answer.content.decode()


def test_the_largest_upload_passes(settings):
    request = RequestFactory().post("/", CONTENT_LENGTH=str(settings.MAXIMUM_UPLOAD_BYTES))
    assert BoundedBody(lambda request: HttpResponse())(request).status_code == 200
