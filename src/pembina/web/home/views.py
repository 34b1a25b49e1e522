from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pembina.web.access import open_to_all
from pembina.web.home.present import illustration, open_tools, things_to_do


@open_to_all
def index(request: HttpRequest) -> HttpResponse:
    """The front for a visitor; for somebody signed in, who they are here and what they can do now."""
    tools = open_tools()
    if not request.user.is_authenticated:
        return render(request, "home/front.html", {"tools": tools, "illustration": illustration()})
    context = {"roles": request.user.roles, "things": things_to_do(request.user), "tools": tools}
    return render(request, "home/index.html", context)
