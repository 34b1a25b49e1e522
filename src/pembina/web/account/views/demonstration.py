"""Signing a persona in by one click. Routed by the addresses of the demonstration only, and shut everywhere else."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.web.access import open_to_all
from pembina.web.account.start import PERSONA, begin_session


@open_to_all
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    persona = PERSONAS.get(request.POST.get("persona", ""))
    if not settings.DEMONSTRATION or persona is None:
        raise Http404
    return begin_session(request, get_object_or_404(User, username=persona.nip), method=PERSONA)
