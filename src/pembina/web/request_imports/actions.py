"""What somebody decides about an import of requests. All of it by POST; each answer leads back to its page."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ImportState
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.intake.queries import request_imports_seen_by
from pembina.domain.services.models import RequestImport
from pembina.exchange.requests.asking import ask_again, ask_to_apply, lay_aside
from pembina.web.access import requires
from pembina.web.components.formatting import in_language

S = ImportState
# Where an import stands when the wish was granted before: a second click changes nothing and is no mistake.
GRANTED = {
    S.APPLIED: (S.APPLYING, S.APPLIED),
    S.UNDONE: (S.UNDOING, S.UNDONE),
    S.DISCARDED: (S.DISCARDED,),
    S.CHECKED: (S.CHECKING, S.CHECKED),
}


@requires(Permission.RECORD_SERVICE)
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Apply what the page showed."""
    seen = request.POST.get("seen", "")
    return decided(request, pk, S.APPLIED, lambda batch, by, at: ask_to_apply(batch, by=by, at=at, seen=seen))


@requires(Permission.RECORD_SERVICE)
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay the import aside; nothing on record has changed."""
    return decided(request, pk, S.DISCARDED, lambda batch, by, at: lay_aside(batch, by=by, at=at))


@requires(Permission.RECORD_SERVICE)
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on after a failure, an interruption or too long a wait."""
    return decided(request, pk, S.CHECKED, lambda batch, by, at: ask_again(batch, by=by, at=at))


def decided(
    request: HttpRequest, pk: int, wish: ImportState, act: Callable[[RequestImport, User, datetime], None]
) -> HttpResponse:
    """Do it; a refusal is told on the page of the import, unless the wish was granted before."""
    actor, now = cast(User, request.user), timezone.now()
    batch = get_object_or_404(request_imports_seen_by(actor, on=timezone.localdate(now)), pk=pk)
    try:
        act(batch, actor, now)
    except RefusedError as refused:
        batch.refresh_from_db(fields=["state"])
        if batch.state not in GRANTED[wish]:
            messages.error(request, f"{in_language(refused.message)} {in_language(refused.remedy)}")
    return redirect("request_imports:batch", pk=pk)
