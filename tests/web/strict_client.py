"""A test client that refuses bad pages: every test that opens a page also proves that the page is sound."""

from typing import Any

from django.test import Client

from web.strict_html import problems_of_page, problems_of_part


class UnsoundPageError(AssertionError):
    """A response broke the rules of `web.strict_html`."""


class StrictClient(Client):
    """Django's client; an HTML response with a problem raises `UnsoundPageError`."""

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        if "text/html" in response.headers.get("Content-Type", "") and not response.streaming and response.content:
            refuse_unsound(response, partial=bool(request.get("HTTP_HX_REQUEST")))
        return response


def refuse_unsound(response: Any, *, partial: bool) -> None:
    html = response.content.decode()
    problems = problems_of_part(html) if partial else problems_of_page(html)
    if "Content-Security-Policy" not in response.headers:
        problems.append("the response has no content security policy")
    if problems:
        address = response.wsgi_request.get_full_path()
        raise UnsoundPageError(f"{address} ({response.status_code}):\n- " + "\n- ".join(problems))
