"""The accounts, for those who keep them."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access import accounts as operations
from pembina.domain.access.account_states import accounts
from pembina.domain.access.invitations import operations as invitations
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.access.second_factor import operations as factors
from pembina.domain.access.sessions import operations as sessions
from pembina.web.access import requires
from pembina.web.account.account_filters import AccountFilters
from pembina.web.account.account_present import present_account, rows
from pembina.web.account.invitation_forms import MeansForm
from pembina.web.components.formatting import in_language

ACCOUNTS_ON_A_PAGE = 25
ACTIONS = {
    "close": (operations.close_account, gettext_lazy("Akun ditutup; pemiliknya tidak dapat masuk lagi.")),
    "reopen": (operations.reopen_account, gettext_lazy("Akun dibuka kembali.")),
    "withdraw": (invitations.withdraw_invitation, gettext_lazy("Undangan dicabut; kodenya tidak berlaku lagi.")),
    "end_sessions": (sessions.end_all_sessions, gettext_lazy("Semua perangkat dikeluarkan dari akun ini.")),
    "reset_factor": (
        factors.reset_second_factor,
        gettext_lazy("Langkah kedua dihapus; pemiliknya memasangnya lagi setelah masuk bila perannya mewajibkan."),
    ),
}


@requires(Permission.MANAGE_ACCOUNTS)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the accounts."""
    filters = AccountFilters(request.GET)
    found = filters.narrow(accounts(at=timezone.now()))
    page = Paginator(found, ACCOUNTS_ON_A_PAGE).get_page(request.GET.get("page"))
    may_read_tables = cast(User, request.user).may(Permission.READ_TABLES)
    context = {"page": page, "rows": rows(page), "filters": filters, "may_read_tables": may_read_tables}
    return render(request, "account/accounts.html", context)


@requires(Permission.MANAGE_ACCOUNTS)
@require_safe
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one account with its invitations and what may be done about it."""
    at = timezone.now()
    user = get_object_or_404(accounts(at=at), pk=pk)
    sent = user.invitations.select_related("invited_by").order_by("-invited_at", "-pk")
    context = {
        "pk": pk,
        "account": present_account(user, sent, at=at),
        "form": MeansForm(),
        "devices": sessions.sessions_of(user, at=at).count(),
        "trail": [(_("Akun"), reverse("account:accounts"))],
    }
    return render(request, "account/account.html", context)


@requires(Permission.MANAGE_ACCOUNTS)
@require_POST
def change(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Close or reopen an account, or withdraw its invitation; a refusal is told on the page of the account."""
    user = get_object_or_404(User, pk=pk)
    operation, done = ACTIONS[action]
    try:
        operation(of=user, by=cast(User, request.user), at=timezone.now())
        messages.success(request, done)
    except RefusedError as refused:
        messages.error(request, f"{in_language(refused.message)} {in_language(refused.remedy)}")
    return redirect("account:account", pk=pk)
