from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pembina.web.access import open_to_all
from pembina.web.components.examples import example_context, examples


@open_to_all
def index(request: HttpRequest) -> HttpResponse:
    """Every component and chart as its example shows it, with the source of the example."""
    return render(request, "gallery/index.html", {"examples": examples(), **example_context()})
