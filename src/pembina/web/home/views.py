from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pembina.web.access import open_to_all
from pembina.web.home.present import illustration, open_tools, things_to_do
from pembina.web.home.waiting import soon, waiting


@open_to_all
def index(request: HttpRequest) -> HttpResponse:
    """The front for a visitor; for somebody signed in, what waits for them and what they may do."""
    tools = open_tools()
    if not request.user.is_authenticated:
        return render(request, "home/front.html", {"tools": tools, "illustration": illustration()})
    user, at = request.user, timezone.now()
    context = {
        "roles": user.roles,
        "things": things_to_do(user),
        "tools": tools,
        "soon": soon(user, at=at),
        "waiting": waiting(user, at=at),
    }
    return render(request, "home/index.html", context)
