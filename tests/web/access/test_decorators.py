"""Who gets in through each access line."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from pembina.domain.access.permissions import Permission
from pembina.web.access import open_to_all, requires, signed_in
from pembina.web.access.decorators import TwoAccessLinesError, access_of


def page(request):
    return HttpResponse("inside")


def visit(view, user=None):
    request = RequestFactory().get("/pages/?a=1")
    request.user = user or AnonymousUser()
    return view(request)


def test_everybody_may_open_an_open_page():
    assert visit(open_to_all(page_of())).content == b"inside"


def test_a_visitor_is_sent_to_the_sign_in_and_back():
    answer = visit(signed_in(page_of()))
    assert answer.status_code == 302
    assert answer.url.endswith("?next=/pages/%3Fa%3D1")


def test_a_signed_in_page_opens_to_any_account(sari):
    assert visit(signed_in(page_of()), sari).content == b"inside"


def test_a_permission_opens_the_page(rina):
    assert visit(requires(Permission.MANAGE_ACCOUNTS)(page_of()), rina).content == b"inside"


def test_without_the_permission_the_page_does_not_exist(sari):
    with pytest.raises(Http404):
        visit(requires(Permission.MANAGE_ACCOUNTS)(page_of()), sari)


def test_a_visitor_without_an_account_is_not_told_whether_the_page_exists():
    assert visit(requires(Permission.MANAGE_ACCOUNTS)(page_of())).status_code == 302


def test_a_view_can_be_asked_for_its_access_line():
    assert access_of(page_of()) is None
    assert access_of(open_to_all(page_of())) == "open"
    assert access_of(requires(Permission.READ_AUDIT)(page_of())) == "read_audit"


def test_two_access_lines_are_refused():
    with pytest.raises(TwoAccessLinesError):
        open_to_all(signed_in(page_of()))
    with pytest.raises(TwoAccessLinesError):
        requires(Permission.READ_AUDIT)(open_to_all(page_of()))


def page_of():
    """Return a fresh view, for an access line stays on the function it was given."""
    return lambda request: page(request)
