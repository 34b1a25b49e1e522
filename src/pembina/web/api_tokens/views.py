import secrets
from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.services.operations.api_tokens import PREFIX, issue_token, revoke_token
from pembina.domain.services.queries.api_tokens import tokens_kept_by, units_for_tokens
from pembina.web.access import requires
from pembina.web.api_tokens.forms import NewTokenForm
from pembina.web.api_tokens.present import rows

TOKENS_ON_A_PAGE = 25
RANDOM_BYTES = 32


@requires(Permission.KEEP_SERVICES)
def index(request: HttpRequest) -> HttpResponse:
    """List the tokens and issue one; its secret stands on the answer once and is kept nowhere."""
    actor, now = cast(User, request.user), timezone.now()
    today = timezone.localdate(now)
    form, secret = NewTokenForm(units_for_tokens(actor, on=today), request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        secret = f"{PREFIX}{secrets.token_urlsafe(RANDOM_BYTES)}"
        issue_token(**form.cleaned_data, secret=secret, by=actor, at=now)
        form = NewTokenForm(units_for_tokens(actor, on=today))
    page = Paginator(tokens_kept_by(actor, on=today), TOKENS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "secret": secret, "page": page, "rows": rows(page)}
    answer = render(request, "api_tokens/index.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@requires(Permission.KEEP_SERVICES)
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse the program from now on."""
    actor, now = cast(User, request.user), timezone.now()
    token = get_object_or_404(tokens_kept_by(actor, on=timezone.localdate(now)), pk=pk)
    revoke_token(token=token, by=actor, at=now)
    messages.success(request, _("Token %(name)s dicabut.") % {"name": token.name})
    return redirect("api_tokens:index")
