"""The service worker of the survey, which opens the page where there is no line; browsers allow it over HTTPS only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pembina.web.access import open_to_all


@open_to_all
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Give the script, from below /survei/ so that it may speak for these pages and no others."""
    response = render(request, "surveys/worker.js", content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response
