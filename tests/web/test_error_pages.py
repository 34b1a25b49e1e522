"""Error pages say what happened, why, and what to do next."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from django.views import defaults

from web.strict_html import problems_of_page

REMEDY = {"id": "Langkah berikutnya", "en": "What to do next"}


def test_an_unknown_address_is_a_sound_page(strict_client, db):
    answer = strict_client.get("/tidak-ada/")
    assert answer.status_code == 404
    assert REMEDY["id"] in answer.content.decode()


def test_a_form_without_its_token_is_explained(db):
    from web.strict_client import StrictClient

    answer = StrictClient(enforce_csrf_checks=True).post("/akun/keluar/")
    assert answer.status_code == 403
    assert "Formulir sudah kedaluwarsa" in answer.content.decode()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    ("view", "error", "status"),
    [
        (defaults.bad_request, SuspiciousOperation(), 400),
        (defaults.permission_denied, PermissionDenied(), 403),
        (defaults.server_error, None, 500),
    ],
)
def test_an_error_page_is_sound_without_session_or_database(language, view, error, status):
    request = RequestFactory().get("/")
    with translation.override(language):
        answer = view(request, error) if error else view(request)
    html = answer.content.decode()
    assert answer.status_code == status
    assert REMEDY[language] in html
    assert problems_of_page(html) == []


def test_the_page_for_our_own_faults_needs_nothing_but_itself():
    assert problems_of_page(render_to_string("500.html")) == []
