"""A request goes from the service under which it was received to the one it belongs to."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.operations.request_moves import move_request
from pembina.domain.services.queries.requests import requests_kept_by
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.ledger.request_views import correction_page, move_form


@requires(Permission.RECORD_SERVICE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a request of one's own services under another of them, with the reason."""
    actor = cast(User, request.user)
    kept = requests_kept_by(actor, on=timezone.localdate()).select_related("service__unit")
    found = get_object_or_404(kept, pk=pk)
    form = move_form(request, found)
    if form.is_valid():
        said = form.cleaned_data
        try:
            move_request(request=found, service=said["service"], why=said["reason"], by=actor, at=timezone.now())
            told = {"number": found.number, "service": said["service"].name}
            messages.success(request, _("Permohonan %(number)s dipindahkan ke %(service)s.") % told)
            return redirect("ledger:request", pk)
        except RefusedError as refused:
            found.refresh_from_db()
            refuse_on(form, refused, field="service")
    return correction_page(request, found, move=form)
