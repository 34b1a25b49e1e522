"""What an officer decides about an import. All of it by POST; each answer leads back to the page of the import."""

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
from pembina.domain.people.intake.queries import imports_seen_by
from pembina.domain.people.models import ImportBatch
from pembina.domain.people.refusals import RefusedError
from pembina.exchange.staff.asking import ask_again, ask_to_apply, lay_aside
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


@requires(Permission.IMPORT_STAFF)
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Apply what the page showed."""
    seen = request.POST.get("seen", "")
    return decided(request, pk, S.APPLIED, lambda batch, by, at: ask_to_apply(batch, by=by, at=at, seen=seen))


@requires(Permission.IMPORT_STAFF)
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay the import aside; nothing on record has changed."""
    return decided(request, pk, S.DISCARDED, lambda batch, by, at: lay_aside(batch, by=by, at=at))


@requires(Permission.IMPORT_STAFF)
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on after a failure, an interruption or too long a wait."""
    return decided(request, pk, S.CHECKED, lambda batch, by, at: ask_again(batch, by=by, at=at))


def decided(
    request: HttpRequest, pk: int, wish: ImportState, act: Callable[[ImportBatch, User, datetime], None]
) -> HttpResponse:
    """Do it; a refusal is told on the page of the import, unless the wish was granted before."""
    actor = cast(User, request.user)
    batch = get_object_or_404(imports_seen_by(actor), pk=pk)
    try:
        act(batch, actor, timezone.now())
    except RefusedError as refused:
        batch.refresh_from_db(fields=["state"])
        if batch.state not in GRANTED[wish]:
            messages.error(request, f"{in_language(refused.message)} {in_language(refused.remedy)}")
    return redirect("imports:batch", pk=pk)
